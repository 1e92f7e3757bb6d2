import * as v from 'valibot';
import { CARRIER_FAULTS } from './Carrier.ts';

/*
 * What Claimlight and its companion say to each other: JSON, because Chromium's messages are. Bytes go as base64. The
 * companion never asks; each side checks what the other one sends.
 */

/** Units of base64 at most; browsers carry 64 MB in one message. */
const MOST = 48 * 1024 * 1024;
const Bytes = v.pipe(v.string(), v.maxLength(MOST), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const Path = v.pipe(v.string(), v.maxLength(200));

export const CompanionCallSchema = v.variant('ask', [
  /** Whether a server is at hand for whoever asks. */
  v.strictObject({ ask: v.literal('standing') }),
  /** Opens the companion's own page. */
  v.strictObject({ ask: v.literal('open') }),
  v.strictObject({ ask: v.literal('list') }),
  v.strictObject({ ask: v.literal('read'), path: Path }),
  v.strictObject({ ask: v.literal('write'), path: Path, bytes: Bytes }),
  v.strictObject({ ask: v.literal('remove'), path: Path }),
]);
export type CompanionCall = v.InferOutput<typeof CompanionCallSchema>;

export const CompanionAnswerSchema = v.union([
  v.strictObject({ fault: v.picklist(CARRIER_FAULTS), message: v.string() }),
  v.strictObject({ connected: v.boolean() }),
  v.strictObject({ paths: v.array(v.string()) }),
  v.strictObject({ bytes: Bytes }),
  v.strictObject({ done: v.literal(true) }),
]);
export type CompanionAnswer = v.InferOutput<typeof CompanionAnswerSchema>;

/** Bytes made into text at once: as many arguments as every browser takes. */
const AT_ONCE = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
}

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
