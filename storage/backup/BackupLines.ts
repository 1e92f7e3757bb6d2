import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson } from '#model/canonicalJson.ts';

/** The lines of a backup file as they are written: parts of a Blob, which the browser keeps outside the script's memory. */
export class BackupLines {
  readonly #parts: Blob[] = [];
  readonly #hash = sha256.create();
  readonly #encoder = new TextEncoder();

  append(lines: unknown[]): void {
    const bytes = this.#encoder.encode(lines.map((line) => `${canonicalJson(line)}\n`).join(''));
    this.#hash.update(bytes);
    this.#parts.push(new Blob([bytes]));
  }

  /** Writes the last line: the number of records, and the digest of all before it. */
  end(count: number): { file: Blob; sha256: string } {
    const digest = bytesToHex(this.#hash.digest());
    this.#parts.push(new Blob([`${canonicalJson({ end: true, count, sha256: digest })}\n`]));
    return { file: new Blob(this.#parts, { type: 'application/jsonl' }), sha256: digest };
  }
}
