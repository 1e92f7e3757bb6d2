import * as v from 'valibot';
import { logMended } from '#model/logFault.ts';
import { DeltaSchema, deviceField, VectorSchema } from './DeltaSchema.ts';
import { type Door, DoorSchema, seal, unseal } from './seal.ts';

/*
 * A file: "CLSY", a byte with the version of this format, and what is sealed. A head has its door, readable, between.
 * Sealed is JSON, packed with gzip.
 */

const MAGIC = [0x43, 0x4c, 0x53, 0x59] as const;
export const FORMAT = 1;
const START = MAGIC.length + 1;
/** Longest door, bytes. */
const LONGEST_DOOR = 4_096;
/** Unpacked bytes of a file: a piece of a snapshot with the longest texts everywhere stays below. */
const LARGEST = 512 * 1024 ** 2;

const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const SegmentSchema = v.strictObject({
  device: deviceField,
  /** Version of the records, as in the backups. */
  records: natural,
  /** The changes it holds; a snapshot holds everything up to `to`. */
  from: natural,
  to: natural,
  /** A few random letters for each change. */
  marks: v.array(v.string()),
  /** What else the writer of a snapshot knew. */
  covers: v.optional(VectorSchema),
  items: v.array(DeltaSchema),
});
export type Segment = v.InferOutput<typeof SegmentSchema>;

export const HeadSchema = v.strictObject({
  device: deviceField,
  name: v.pipe(v.string(), v.maxLength(200)),
  /** The last change, and its mark. */
  change: natural,
  mark: v.string(),
  applied: VectorSchema,
  /** Devices whose files could not be read, with the change after which they are wanted anew. */
  wants: v.optional(VectorSchema),
  /** Devices that the reader took out. */
  forgotten: v.optional(v.array(deviceField)),
  /** When it was written, by the device's clock, ms since 1970. */
  at: natural,
});
export type Head = v.InferOutput<typeof HeadSchema>;

/** What became of a file: its content, or why there is none. */
export type Opened<T> = { content: T } | { fault: 'damaged' | 'newer' };

export async function closeFile(
  key: CryptoKey,
  path: string,
  content: Segment | Head,
  door?: Door,
): Promise<Uint8Array<ArrayBuffer>> {
  const doorBytes = new TextEncoder().encode(door ? JSON.stringify(door) : '');
  const packed = await packText(JSON.stringify(content));
  const sealed = await seal(key, packed, aboutOf(path, doorBytes));
  const size = new Uint8Array([doorBytes.length >> 8, doorBytes.length & 255]);
  return joinBytes([new Uint8Array([...MAGIC, FORMAT]), size, doorBytes, sealed]);
}

export async function openSegment(
  key: CryptoKey,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Opened<Segment>> {
  return open(SegmentSchema, key, path, bytes);
}

export async function openHead(
  key: CryptoKey,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Opened<Head>> {
  return open(HeadSchema, key, path, bytes);
}

/** The door in a head. Everybody can read it, and nobody can tell whether it is true before the passphrase opens it. */
export function readDoor(bytes: Uint8Array<ArrayBuffer>): Opened<Door> {
  const parts = partsOf(bytes);
  if ('fault' in parts) return parts;
  try {
    return { content: v.parse(DoorSchema, JSON.parse(new TextDecoder().decode(parts.door))) };
  } catch {
    return { fault: 'damaged' };
  }
}

async function open<T>(
  schema: v.GenericSchema<unknown, T>,
  key: CryptoKey,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Opened<T>> {
  const parts = partsOf(bytes);
  if ('fault' in parts) return parts;
  const packed = await unseal(key, parts.sealed, aboutOf(path, parts.door));
  if (!packed) return { fault: 'damaged' };
  // It is what one of our devices wrote: what can't be understood comes from a later version.
  try {
    return { content: v.parse(schema, JSON.parse(await unpacked(packed))) };
  } catch (error) {
    logMended(error, 'a file of another device is not understood');
    return { fault: 'newer' };
  }
}

function partsOf(
  bytes: Uint8Array<ArrayBuffer>,
): { door: Uint8Array<ArrayBuffer>; sealed: Uint8Array<ArrayBuffer> } | { fault: 'damaged' | 'newer' } {
  if (bytes.length < START + 2 || MAGIC.some((byte, at) => bytes[at] !== byte)) return { fault: 'damaged' };
  if ((bytes[START - 1] ?? 0) > FORMAT) return { fault: 'newer' };
  const size = ((bytes[START] ?? 0) << 8) | (bytes[START + 1] ?? 0);
  const from = START + 2;
  if (bytes[START - 1] !== FORMAT || size > LONGEST_DOOR || bytes.length < from + size)
    return { fault: 'damaged' };
  return { door: bytes.slice(from, from + size), sealed: bytes.slice(from + size) };
}

/** What is authenticated beside the content: the format, where the file stands, and its door. */
const aboutOf = (path: string, door: Uint8Array): string =>
  `claimlight-sync ${FORMAT}\n${path}\n${new TextDecoder().decode(door)}`;

async function packText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > LARGEST) throw new Error('A file that unpacks to too much');
    pieces.push(value as Uint8Array<ArrayBuffer>);
  }
  return new TextDecoder().decode(joinBytes(pieces));
}

export function joinBytes(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
