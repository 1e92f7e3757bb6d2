import { deflateSync, inflateSync } from 'fflate';
import { canonicalJson } from '#model/canonicalJson.ts';

/**
 * What most records hold, so that short ones are packed well: keys in order, with usual values. Part of the format: files
 * that were written with it can't be read without it.
 */
const COMMON = new TextEncoder().encode(
  [
    '"ext":{"hypothesis":{"webAnnotation":{"readwise":{},"origin":{"format":"","id":""}',
    '"accessedAt":"2025-01-01T00:00:00.000Z","archivedAt":"2025-","archivedUrl":"https://web.archive.org/web/","authors":[],',
    '"kind":"document","kind":"dataset","kind":"study","kind":"statement","locator":"","note":"","publishedAt":null,',
    '"quote":null,"quote":{"exact":"","prefix":"","suffix":""},"site":"","stance":"disputes","stance":"context",',
    '"stance":"supports","tier":"secondary","tier":"unknown","tier":"primary","title":"","url":"https://www.","wire":""}',
    '"claim":{"attribution":"","outcome":"","reason":"","resolveBy":"","statement":"","status":"settled","status":"checking",',
    '"status":"open","type":"causation","type":"prediction","type":"quote","type":"other","type":"quantity","verdict":""},',
    '"history":[{"after":"","at":"2026-","before":"","kind":"wording-accepted"}],"retarget":{"twin":0.',
    '{"authors":[""],"canonicalUrl":"https://","corrections":[],"createdAt":"2026-","description":"","edited":[],"id":"',
    '","image":null,"image":"https://","kind":"article","kind":"news","language":"en","modifiedAt":null,"modifiedRaw":"',
    '","note":"","paywalled":false,"publishedAt":"2026-","publishedRaw":"","revision":1,"section":null,"site":"","tags":[],',
    '"title":"","titleHistory":[{"seenAt":"","title":""}],"updatedAt":"2026-","urls":["https://www."]}',
    '{"anchor":{"checkedAt":"2026-01-01T00:00:00.000Z","exactAt":"2026-","lastSeenAt":"2026-","state":"missing","state":"changed",',
    '"state":"exact","textNow":""},"articleId":"","color":"green","color":"blue","color":"pink","color":"yellow",',
    '"createdAt":"2026-","ext":{},"history":[],"id":"","note":"","revision":2,"sources":[],"tags":[],"target":{"block":"p",',
    '"end":1,"exact":"","heading":"","length":1,"occurrence":[1,1],"prefix":"","sketch":"","start":1,"suffix":"","twin":0.1},',
    '"updatedAt":"2026-01-01T00:00:00.000Z","url":"https://www."}',
  ].join(''),
);

/** Unpacked records longer than this are no records of ours, bytes. */
const LONGEST = 64_000_000;
/** Bytes made letters at once: each is an argument of a call. */
const SLICE = 16_384;

/** A record as its length in bytes, a point, and letters, digits, `+` and `/`: nothing that ends a comment. */
export function packRecord(record: object): string {
  const json = new TextEncoder().encode(canonicalJson(record));
  const packed = deflateSync(json, { dictionary: COMMON, level: 6, mem: 2 });
  return `${json.length.toString(36)}.${toBase64(packed)}`;
}

/** The record again; undefined where the text is damaged. */
export function unpackRecord(text: string): unknown {
  const [length = '', packed = ''] = text.split('.');
  const size = Number.parseInt(length, 36);
  if (!(size <= LONGEST)) return undefined;
  try {
    // No larger than the text says: what unpacks to far more than that must not fill the memory.
    const json = inflateSync(fromBase64(packed), { dictionary: COMMON, out: new Uint8Array(size) });
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) as unknown;
  } catch {
    // Cut, or changed by hand: the caller says so with the line.
    return undefined;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += SLICE)
    binary += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(binary).slice(0, Math.ceil((bytes.length * 4) / 3));
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
