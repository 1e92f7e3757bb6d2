import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { HIGHEST_RATIO, LARGEST_FILE, LONGEST_LINE } from './format.ts';
import type { ImportFault } from './verbs.ts';

/** A file that can't be read as lines of text. */
export class UnreadableFile extends Error {
  readonly fault: ImportFault;

  constructor(fault: ImportFault) {
    super(fault);
    this.fault = fault;
  }
}

export interface FileLine {
  /** Counted from 1. */
  number: number;
  /** The text, decoded when it is asked for; undefined where the bytes are no UTF-8. */
  text(): string | undefined;
  /** SHA-256 of all bytes before the last line; only at the last line. */
  hashBefore?: string;
  last: boolean;
}

const NEW_LINE = 0x0a;

/**
 * The lines of a text file, plain or gzip, one after another and never the whole file in memory. The
 * caps on size, line length and unpacking ratio hold while reading. Throws `UnreadableFile`.
 */
export async function* readLines(file: Blob): AsyncGenerator<FileLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const hash = sha256.create();
  let held: Uint8Array | undefined;
  let number = 0;

  const decode = (bytes: Uint8Array): string | undefined => {
    try {
      return decoder.decode(bytes);
    } catch {
      // Not UTF-8: the caller refuses the line by its number.
      return undefined;
    }
  };

  // One line is held back, because the last one is not part of the hash.
  for await (const bytes of splitLines(unpacked(file))) {
    if (held) {
      const bytesOfLine = held;
      yield { number: ++number, text: () => decode(bytesOfLine), last: false };
      hash.update(held).update(Uint8Array.of(NEW_LINE));
    }
    held = bytes;
  }
  const last = held;
  if (last)
    yield { number: ++number, text: () => decode(last), last: true, hashBefore: bytesToHex(hash.digest()) };
}

async function* unpacked(file: Blob): AsyncGenerator<Uint8Array> {
  if (file.size === 0) throw new UnreadableFile('empty');
  if (file.size > LARGEST_FILE) throw new UnreadableFile('tooLarge');
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const [first = 0, second = 0, third = 0] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new UnreadableFile('notText');
  const packed = first === 0x1f && second === 0x8b;
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  const plain = marked ? file.slice(3) : file;
  const stream: ReadableStream<Uint8Array> = packed
    ? file.stream().pipeThrough(new DecompressionStream('gzip'))
    : plain.stream();
  const reader = stream.getReader();
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        // The only thing that can break here is the unpacking.
        throw new UnreadableFile('truncated');
      });
      if (done) return;
      total += value.length;
      if (packed && total > file.size * HIGHEST_RATIO) throw new UnreadableFile('ratio');
      if (total > LARGEST_FILE) throw new UnreadableFile('tooLarge');
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {
      // Cancelling a stream that already failed repeats its error, which was thrown above.
    });
  }
}

async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(NEW_LINE, start);
      const piece = chunk.subarray(start, end < 0 ? undefined : end);
      length += piece.length;
      if (length > LONGEST_LINE) throw new UnreadableFile('lineTooLong');
      pieces.push(piece);
      if (end < 0) break;
      yield joined(pieces, length);
      pieces = [];
      length = 0;
      start = end + 1;
    }
  }
  if (length > 0) yield joined(pieces, length);
}

function joined(pieces: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
