import * as v from 'valibot';
import { SyncError } from './faults.ts';
import { LIBRARY_ID } from './names.ts';

/*
 * What leaves the device is encrypted with AES-GCM under a key that is made of the passphrase (PBKDF2, SHA-256). The
 * key can't be read out again: the browser keeps it and lets it be used. Library, device and name of a file are
 * authenticated with it, so that no file can stand for another.
 */

/** Rounds of PBKDF2: OWASP names 600,000 for SHA-256 (Password Storage Cheat Sheet, 2023). */
export const ROUNDS = 600_000;
const MOST_ROUNDS = 10_000_000;
const CHECK = 'claimlight passphrase check';

/** How the key is made, readable by everybody; each device's head has a copy. */
export const DoorSchema = v.strictObject({
  format: v.literal(1),
  library: v.pipe(v.string(), v.regex(LIBRARY_ID)),
  kdf: v.literal('PBKDF2-SHA-256'),
  rounds: v.pipe(v.number(), v.safeInteger()),
  /** 16 bytes, hexadecimal. */
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** A known text under the key: tells a wrong passphrase from a damaged file. */
  check: v.pipe(v.string(), v.regex(/^[0-9a-f]{80,200}$/)),
});
export type Door = v.InferOutput<typeof DoorSchema>;

const IV = 12;
const encoder = new TextEncoder();

/** A new library's door and key. */
export async function makeDoor(library: string, passphrase: string): Promise<{ door: Door; key: CryptoKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await deriveKey(passphrase, salt, ROUNDS);
  const check = await seal(key, encoder.encode(CHECK), library);
  return {
    door: {
      format: 1,
      library,
      kdf: 'PBKDF2-SHA-256',
      rounds: ROUNDS,
      salt: toHex(salt),
      check: toHex(check),
    },
    key,
  };
}

/**
 * The key of a library that is there.
 * @throws SyncError `passphrase` where it is another one, `weak` where the door asks for less than is safe.
 */
export async function openDoor(door: Door, passphrase: string): Promise<CryptoKey> {
  if (door.rounds < ROUNDS || door.rounds > MOST_ROUNDS) throw new SyncError('weak', `${door.rounds} rounds`);
  const key = await deriveKey(passphrase, fromHex(door.salt), door.rounds);
  const check = await unseal(key, fromHex(door.check), door.library);
  if (!check || new TextDecoder().decode(check) !== CHECK)
    throw new SyncError('passphrase', 'Another passphrase');
  return key;
}

/** 12 random bytes, and the text encrypted with them. */
export async function seal(
  key: CryptoKey,
  plain: Uint8Array<ArrayBuffer>,
  about: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const additionalData = encoder.encode(about);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  const bytes = new Uint8Array(IV + sealed.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(sealed), IV);
  return bytes;
}

/** What was sealed; undefined where it is damaged, cut, about something else, or under another key. */
export async function unseal(
  key: CryptoKey,
  bytes: Uint8Array<ArrayBuffer>,
  about: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const additionalData = encoder.encode(about);
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.slice(0, IV), additionalData },
      key,
      bytes.slice(IV),
    );
    return new Uint8Array(plain);
  } catch (error) {
    if (error instanceof Error || error instanceof DOMException) return undefined;
    throw error;
  }
}

/** The same passphrase typed on another keyboard is the same: composed and decomposed letters are alike (NFKC). */
async function deriveKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const words = encoder.encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
