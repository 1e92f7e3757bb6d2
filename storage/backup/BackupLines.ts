import { canonicalJson } from '#model/canonicalJson.ts';
import { Sha256 } from './sha256.ts';

/** The lines of a backup file as they are written: parts of a Blob, which the browser keeps outside the script's memory. */
export class BackupLines {
  readonly #parts: Blob[] = [];
  readonly #hash = new Sha256();
  readonly #encoder = new TextEncoder();

  append(lines: unknown[]): void {
    const bytes = this.#encoder.encode(lines.map((line) => `${canonicalJson(line)}\n`).join(''));
    this.#hash.update(bytes);
    this.#parts.push(new Blob([bytes]));
  }

  /** Writes the last line: the number of records, and the digest of all before it. */
  end(count: number): { file: Blob; sha256: string } {
    const sha256 = this.#hash.hex();
    this.#parts.push(new Blob([`${canonicalJson({ end: true, count, sha256 })}\n`]));
    return { file: new Blob(this.#parts, { type: 'application/jsonl' }), sha256 };
  }
}
