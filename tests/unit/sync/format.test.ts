import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePath } from '#sync/names.ts';
import { openDoor } from '#sync/seal.ts';
import { openHead, openSegment, readDoor } from '#sync/sealedFile.ts';
import { takeDelta } from '#sync/takeDelta.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'sync-format.md'), 'utf8');
const vectors = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(page)?.[1] ?? '');
const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64')) as Uint8Array<ArrayBuffer>;

describe('the test vectors of the format', () => {
  it('open with their passphrase, and hold what is said', async () => {
    const { passphrase, door, segment, head } = vectors;
    const key = await openDoor(door, passphrase);
    expect(readDoor(bytes(head.file))).toEqual({ content: door });
    expect(await openHead(key, head.path, bytes(head.file))).toEqual({ content: head.content });
    expect(await openSegment(key, segment.path, bytes(segment.file))).toEqual({ content: segment.content });
    expect(parsePath(segment.path)).toMatchObject({ kind: 'segment', from: 7, to: 7, library: door.library });
  });

  it('open under their own path only, and with every bit as it was', async () => {
    const { passphrase, door, segment } = vectors;
    const key = await openDoor(door, passphrase);
    const file = bytes(segment.file);
    const elsewhere = segment.path.replace('7-7.seg', '8-8.seg');
    expect(await openSegment(key, elsewhere, file)).toEqual({ fault: 'damaged' });
    for (let at = 0; at < file.length; at++) {
      const changed = file.map((byte, index) => (index === at ? byte ^ 1 : byte));
      // The byte of the version is the one that tells a newer program's file.
      expect(await openSegment(key, segment.path, changed), `byte ${at}`).toHaveProperty('fault');
    }
  });

  it('say the same in any order and any number of times', () => {
    const [item] = vectors.segment.content.items;
    const older = { ...item, base: item.base.replace('.0000007.', '.0000006.'), values: { note: 'Before' } };
    const both = takeDelta(takeDelta(undefined, undefined, older).ledger, undefined, item).ledger;
    const other = takeDelta(takeDelta(undefined, undefined, item).ledger, undefined, older).ledger;
    expect(takeDelta(both, undefined, item).ledger.hidden).toEqual(both.hidden);
    expect(other.hidden).toEqual(both.hidden);
  });
});
