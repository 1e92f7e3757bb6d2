import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

import { MARKDOWN_PRESETS, writeMarkdown } from '#exchange/index.ts';
import { readChosenFile } from '#panel/readChosenFile.ts';
import type { Library } from '#storage/index.ts';
import * as samples from '../exchange/foreign/samples.ts';
import { article, contested, missing } from '../exchange/goldenNotes.ts';
import { breakCall, mend } from '../storage/breakCall.ts';
import { annotationDraft, freshBrowser, library } from '../storage/fixtures.ts';

/*
 * Whatever bytes are chosen, and wherever the database fails: the dialog is told, the library holds whole batches or
 * nothing of the file, and Undo gives back every byte of what was there.
 */

beforeEach(() => fakeBrowser.reset());
// That no copy could be made before an import is told on the console.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(mend);

const bytesOf = (text: string) => new TextEncoder().encode(text);
const notes = { article, annotations: [contested, missing] };
const exported = async (books: Library) => (await books.backup.export()).text();
const watch = { signal: new AbortController().signal, onProgress: () => undefined };

/** What the library shows, byte by byte: Undo leaves what came in the trash, and counts as a writing of its own. */
const shown = async (books: Library): Promise<string> =>
  (await exported(books))
    .split('\n')
    .filter((line) => line.includes('"record"') && !line.includes('"deletedAt"'))
    .map((line) => line.replace(/"revision":\d+,|"updatedAt":"[^"]*",?/gu, ''))
    .join('\n');

/** A library in which something is already, also from one of the files. */
async function filled(): Promise<Library> {
  const { library: books } = await library({ keyValue: freshBrowser().keyValue });
  await books.annotations.create(annotationDraft({ note: 'before' }));
  return books;
}

async function backup(): Promise<Uint8Array<ArrayBuffer>> {
  const books = await filled();
  await books.annotations.create(annotationDraft({ id: 'other', note: 'of the file' }));
  return bytesOf(await exported(books));
}

const FILES: [string, () => Promise<Uint8Array> | Uint8Array][] = [
  ...Object.entries(samples).flatMap(([name, content]): [string, () => Uint8Array][] => {
    if (name.startsWith('URL')) return [];
    const bytes = () =>
      typeof content === 'string'
        ? bytesOf(content)
        : zipSync(
            Object.fromEntries(Object.entries(content).map(([path, text]) => [path, bytesOf(String(text))])),
          );
    return [[name, bytes]];
  }),
  [
    'UTF-16',
    () =>
      new Uint8Array(Uint16Array.from(`\uFEFF${samples.READWISE_CSV}`, (unit) => unit.charCodeAt(0)).buffer),
  ],
  ['zip', () => zipSync({ 'a.csv': bytesOf(samples.DIIGO_CSV), 'b.json': bytesOf(samples.HYPOTHESIS_JSON) })],
  ['backup', backup],
  ...MARKDOWN_PRESETS.map((preset): [string, () => Uint8Array] => [
    preset,
    () => bytesOf(writeMarkdown(notes, preset)),
  ]),
  ['bytes', () => new Uint8Array(64)],
];

/** What befalls a file on its way; places are parts of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const harm = fc.oneof(
  fc.record({ kind: fc.constant('whole' as const) }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({
    kind: fc.constant('put' as const),
    at: place,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('twice' as const), at: place, to: place }),
);
type Harm = typeof harm extends fc.Arbitrary<infer T> ? T : never;

function harmed(bytes: Uint8Array, harms: readonly Harm[]): Uint8Array<ArrayBuffer> {
  let all = Uint8Array.from(bytes);
  const at = (part: number) => Math.floor(part * all.length);
  for (const one of harms) {
    if (one.kind === 'cut') all = all.slice(0, at(one.at));
    if (one.kind === 'put') all.set(one.bytes.slice(0, Math.max(0, all.length - at(one.at))), at(one.at));
    if (one.kind === 'twice') {
      const [from, to] = [at(Math.min(one.at, one.to)), at(Math.max(one.at, one.to))];
      all = Uint8Array.from([...all.slice(0, to), ...all.slice(from)]);
    }
  }
  return all;
}

const ERRORS = ['QuotaExceededError', 'UnknownError', 'AbortError', 'DataError'];
const fault = fc.option(
  fc.record({
    call: fc.constantFrom('put', 'add', 'get', 'getAll', 'getAllKeys', 'openCursor'),
    nth: fc.nat(12),
    error: fc.constantFrom(...ERRORS),
  }),
  { nil: undefined },
);

describe.each(FILES)('%s', (_name, make) => {
  it('harmed, and with a fault at any call: all of it or nothing, and Undo takes it away to the byte', async () => {
    const whole = await make();
    await fc.assert(
      fc.asyncProperty(fc.array(harm, { maxLength: 3 }), fault, async (harms, broken) => {
        const books = await filled();
        const [before, shownBefore] = [await exported(books), await shown(books)];
        const chosen = await readChosenFile(books, new File([harmed(whole, harms)], 'file'), watch);
        expect(await exported(books)).toBe(before);
        if (!('file' in chosen)) return;
        if (broken) breakCall(broken.call, broken.nth, broken.error);
        const done = await books.backup.import(chosen.file, { addresses: 'take', evenIfDamaged: true }).then(
          (result) => ({ result }),
          (error: unknown) => ({ error }),
        );
        mend();
        if ('error' in done) {
          expect(done.error).toMatchObject({ name: 'LibraryError' });
          expect(await exported(books)).toBe(before);
        } else if (done.result.actionId !== undefined) {
          expect(await exported(books)).not.toBe(before);
          expect(await books.undo(done.result.actionId)).toMatchObject({ ok: true });
          expect(await shown(books)).toBe(shownBefore);
        }
        expect(await books.check()).toBe('ok');
      }),
      { numRuns: 12 },
    );
  });
});

it('of a long file, whole batches of a thousand stay, and Undo takes them away to the byte', async () => {
  const rows = Array.from(
    { length: 1_300 },
    (_, at) => `Tolls rose by ${at},Tolls,https://quay.example/${at % 7}`,
  );
  const file = new File([['Highlight,Book Title,URL', ...rows].join('\n')], 'marks.csv');
  for (const nth of [3, 1_150]) {
    const books = await filled();
    const before = await shown(books);
    const chosen = await readChosenFile(books, file, watch);
    if (!('file' in chosen)) throw new Error('It was refused');
    const happened = breakCall('put', nth, 'QuotaExceededError');
    const error = await books.backup
      .import(chosen.file, { addresses: 'take' })
      .catch((reason: unknown) => reason);
    mend();
    expect(happened()).toBe(true);
    expect(error).toMatchObject({ name: 'LibraryError', fault: 'full' });
    const { articles, annotations } = JSON.parse((await exported(books)).split('\n')[0] ?? '').counts;
    // Beside the one that was there.
    expect((articles + annotations - 2) % 1_000).toBe(0);
    const [last] = await books.actions();
    if (articles + annotations > 2) expect(await books.undo(last?.id ?? '')).toMatchObject({ ok: true });
    expect(await shown(books)).toBe(before);
    expect(await books.check()).toBe('ok');
  }
});
