import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '#model/canonicalJson.ts';
import type { Annotation } from '#model/records.ts';
import { nesting } from '#storage/backup/readBackup.ts';
import type { KeyValue, Library } from '#storage/index.ts';
import { latestVersion, MIGRATIONS } from '#storage/migrations.ts';
import { annotationDraft, articleDraft, clock, freshBrowser, library, metadata, target } from './fixtures.ts';

/** A library with three articles, sources, a claim, something in the trash and a version. */
async function furnished(keyValue: KeyValue = freshBrowser().keyValue, prefix = 'a') {
  const time = clock();
  const { library: books } = await library({ keyValue, prefix, now: time.now });
  const made: Annotation[] = [];
  for (const name of ['tolls', 'ferries', 'dredging']) {
    time.pass(1_000);
    const url = `https://quay.example/${name}`;
    const { annotation, article } = await books.annotations.create(
      annotationDraft({
        article: articleDraft({ addresses: [url], metadata: metadata({ title: `About ${name}` }) }),
        url,
        note: `Note on ${name}: "quoted", line\nbreak, \u2028, 🛳`,
        tags: ['port'],
        claim: { statement: 'S', type: 'quantity' },
        source: { url: 'https://port.example/tariffs', stance: 'supports' },
      }),
    );
    made.push(annotation);
    await books.versions.visit(article.id, {
      seenAt: time.now(),
      headline: name,
      modifiedAt: null,
      paragraphs: 'a b',
      corrected: false,
    });
  }
  await books.annotations.remove([made[2]?.id ?? '']);
  return { books, made, time, keyValue };
}

/** The lines of a backup, changed by `edit`, with a right last line. */
async function edited(file: Blob, edit: (lines: string[]) => string[]): Promise<Blob> {
  const lines = (await file.text()).trimEnd().split('\n').slice(0, -1);
  const changed = edit(lines);
  const body = changed.map((line) => `${line}\n`).join('');
  // Not counted in the text: a line of blanks is a line.
  const count = changed.length - 1;
  const sha256 = createHash('sha256').update(body).digest('hex');
  return new Blob([body, `${JSON.stringify({ count, end: true, sha256 })}\n`]);
}

/** A backup in which one annotation has other fields. */
function withFields(file: Blob, id: string, fields: object): Promise<Blob> {
  return edited(file, (lines) =>
    lines.map((line) => {
      const value = JSON.parse(line) as { record?: { id: string } };
      if (value.record?.id !== id) return line;
      return JSON.stringify({ ...value, record: { ...value.record, ...fields } });
    }),
  );
}

function otherBrowser() {
  return freshBrowser().keyValue;
}

async function contentOf(books: Library) {
  const all = await Array.fromAsync(books.articles.everything());
  return all.map(({ article, annotations }) => ({
    title: article.title,
    notes: annotations.map(({ note }) => note),
  }));
}

describe('the digest in the last line', () => {
  it('is the platform’s of all bytes before it', async () => {
    const { library: books } = await library();
    for (const note of ['a', 'ä', '\u{1F33E}']) await books.annotations.create(annotationDraft({ note }));
    const text = await (await books.backup.export()).text();
    const last = text.trimEnd().lastIndexOf('\n') + 1;
    const digest = createHash('sha256').update(text.slice(0, last)).digest('hex');
    expect(JSON.parse(text.slice(last))).toMatchObject({ end: true, sha256: digest });
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order of keys and keeps every value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(text));
      }),
    );
    expect(canonicalJson({ b: 1, a: { d: [], c: undefined } })).toBe('{"a":{"d":[]},"b":1}');
  });
});

describe('nesting', () => {
  it('counts brackets outside strings', () => {
    expect(nesting('{"a":["[[[{\\"[",{"b":1}]}')).toBe(3);
    expect(nesting('['.repeat(200_000))).toBe(200_000);
  });
});

describe('export', () => {
  it('writes a header, one record a line, and a last line that closes the file', async () => {
    const { books } = await furnished();
    const lines = (await (await books.backup.export()).text()).trimEnd().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      format: 'claimlight-library',
      version: latestVersion(),
      counts: { articles: 3, annotations: 3, versions: 3 },
    });
    expect(lines).toHaveLength(1 + 9 + 1);
    const body = lines
      .slice(0, -1)
      .map((line) => `${line}\n`)
      .join('');
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      end: true,
      count: 9,
      sha256: createHash('sha256').update(body).digest('hex'),
    });
  });

  it('gives the same bytes when repeated', async () => {
    const { books, time } = await furnished();
    const first = await (await books.backup.export()).text();
    time.pass(60_000);
    expect(await (await books.backup.export()).text()).toBe(first);
  });

  it('gives the same bytes after a restore into an empty library', async () => {
    const { books } = await furnished();
    const file = await books.backup.export();
    const { library: empty } = await library({ keyValue: otherBrowser(), prefix: 'b' });
    await empty.backup.restore(file);
    expect(await (await empty.backup.export()).text()).toBe(await file.text());
  });
});

describe('import', () => {
  it('brings everything into an empty library, and undo takes it away again', async () => {
    const { books } = await furnished();
    const file = await books.backup.export();
    const { library: empty } = await library({ keyValue: otherBrowser(), prefix: 'b' });
    const preview = await empty.backup.preview(file);
    expect(preview).toMatchObject({ articles: { new: 3 }, annotations: { new: 3 }, versions: { new: 3 } });
    expect(await empty.articles.count()).toBe(0);
    const result = await empty.backup.import(file);
    expect(await contentOf(empty)).toEqual(await contentOf(books));
    expect(await empty.undo(result.actionId ?? '')).toMatchObject({ ok: true });
    expect(await contentOf(empty)).toEqual([]);
    expect(await empty.redo(result.actionId ?? '')).toMatchObject({ ok: true });
    expect(await contentOf(empty)).toEqual(await contentOf(books));
  });

  it('changes nothing the second time', async () => {
    const { books } = await furnished();
    const file = await books.backup.export();
    const { library: other } = await library({ keyValue: otherBrowser(), prefix: 'b' });
    await other.backup.import(file);
    const before = await (await other.backup.export()).text();
    const again = await other.backup.import(file);
    expect(again).toMatchObject({ articles: { same: 3 }, annotations: { same: 3 }, versions: { same: 3 } });
    expect(again.actionId).toBeUndefined();
    expect(await (await other.backup.export()).text()).toBe(before);
  });

  it('takes a later state, keeps ours where it is the later one', async () => {
    const { books, made, time } = await furnished();
    const id = made[0]?.id ?? '';
    const old = await books.backup.export();
    time.pass(60_000);
    await books.annotations.patch(id, { note: 'newer' });
    expect((await books.backup.import(old)).annotations).toMatchObject({ older: 1, same: 2 });
    expect((await books.annotations.get(id))?.note).toBe('newer');
    const fresh = await books.backup.export();
    const { library: behind } = await library({ keyValue: otherBrowser(), prefix: 'b' });
    await behind.backup.import(old);
    expect((await behind.backup.import(fresh)).annotations).toMatchObject({ updated: 1 });
    expect((await behind.annotations.get(id))?.note).toBe('newer');
  });

  it.each([
    ['mine', ['Note on tolls'], 0],
    ['theirs', ['theirs'], 0],
    ['both', ['Note on tolls', 'theirs'], 1],
  ] as const)('settles a conflict by the reader’s choice: %s', async (conflicts, expected, added) => {
    const { books, made } = await furnished();
    const [annotation] = made;
    const file = await withFields(await books.backup.export(), annotation?.id ?? '', { note: 'theirs' });
    const before = await books.annotations.count();
    expect((await books.backup.preview(file)).annotations.conflict).toBe(1);
    const result = await books.backup.import(file, { conflicts });
    await books.backup.import(file, { conflicts });
    const notes = (await books.annotations.forArticle(annotation?.articleId ?? '')).map(
      ({ note }) => note.split(':')[0],
    );
    expect(notes.sort()).toEqual([...expected].sort());
    expect(await books.annotations.count()).toBe(before + added);
    if (result.actionId) await books.undo(result.actionId);
    expect(await books.annotations.count()).toBe(before);
  });

  it('puts annotations under the article we have at the same address', async () => {
    const { books } = await furnished();
    const file = await books.backup.export();
    const { library: other } = await library({ keyValue: otherBrowser(), prefix: 'b' });
    const { article } = await other.annotations.create(
      annotationDraft({ article: articleDraft({ addresses: ['https://quay.example/tolls'] }) }),
    );
    await other.backup.import(file);
    await other.backup.import(file);
    expect(await other.annotations.forArticle(article.id)).toHaveLength(2);
    expect(await other.articles.count()).toBe(3);
  });

  it('keeps two articles of a file two, also where one of them is ours and the other shares its address', async () => {
    const { books, made } = await furnished();
    const ours = made[0]?.articleId ?? '';
    const file = await edited(await books.backup.export(), ([header = '', ...lines]) => {
      const own = lines.map((line) => JSON.parse(line)).find(({ record }) => record?.id === ours);
      const others = ['other1', 'other2'].map((id) =>
        JSON.stringify({ ...own, record: { ...own.record, id, note: `Note of ${id}` } }),
      );
      const later = { ...own, record: { ...own.record, note: 'Later', revision: own.record.revision + 1 } };
      return [
        header,
        ...others,
        JSON.stringify(later),
        ...lines.filter((line) => JSON.parse(line).record?.id !== ours),
      ];
    });
    await books.backup.import(file, { conflicts: 'theirs' });
    const notes = await Promise.all(
      [ours, 'other1', 'other2'].map(async (id) => (await books.articles.get(id))?.note),
    );
    expect(notes).toEqual(['Later', 'Note of other1', 'Note of other2']);
  });

  it('refuses bad lines one by one, with a reason, and takes the others', async () => {
    const { books } = await furnished();
    const bad = [
      '{"store":"annotations","record":{"id":"x"}}',
      'not json',
      `{"store":"articles","record":${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}}`,
      '{"store":"settings","record":{}}',
    ];
    const file = await edited(await books.backup.export(), (lines) => [...lines, ...bad]);
    const { library: other } = await library({ keyValue: otherBrowser(), prefix: 'b' });
    const result = await other.backup.import(file);
    expect(result.refused.map(({ line }) => line)).toEqual([11, 12, 13, 14]);
    expect(result.annotations).toMatchObject({ new: 3, refused: 4 });
  });

  const hostile: [string, object][] = [
    ['an address with a script', { url: 'javascript:alert(1)' }],
    ['a hidden script address', { url: 'java\tscript:alert(1)' }],
    ['a source that is a data address', { sources: [{ url: 'data:text/html,x' }] }],
    ['a time that is none', { createdAt: 'NaN' }],
    ['an unknown key', { admin: true }],
    ['an id that is a path', { articleId: '../../x' }],
    ['a colour that is markup', { color: '<b>' }],
  ];
  it.each(hostile)('refuses %s', async (_, fields) => {
    const { books, made } = await furnished();
    const file = await withFields(await books.backup.export(), made[0]?.id ?? '', fields);
    expect((await books.backup.preview(file)).annotations).toMatchObject({ refused: 1, same: 2 });
  });

  it('refuses what reaches prototypes, and prototypes stay as they were', async () => {
    const { books } = await furnished();
    const poison = [
      '{"store":"annotations","record":{"__proto__":{"polluted":1},"id":"p1"}}',
      '{"store":"annotations","__proto__":{"record":{}},"record":{"id":"p2","ext":{"constructor":{"prototype":{"polluted":1}}}}}',
    ];
    const file = await edited(await books.backup.export(), (lines) => [...lines, ...poison]);
    expect((await books.backup.import(file)).annotations.refused).toBe(2);
    expect('polluted' in {}).toBe(false);
  });

  it('takes far-away times as they are', async () => {
    const { books, made } = await furnished();
    const fields = { createdAt: '1970-01-01T00:00:00Z', updatedAt: '2099-01-01T00:00:00Z', revision: 99 };
    const file = await withFields(await books.backup.export(), made[0]?.id ?? '', fields);
    expect((await books.backup.import(file)).annotations).toMatchObject({ updated: 1, refused: 0 });
  });

  it('never throws, whatever a line holds, and stores only what the schema allows', async () => {
    const { books } = await furnished();
    const file = await books.backup.export();
    const before = await (await books.backup.export()).text();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.json(), fc.string()), { maxLength: 5 }), async (values) => {
        const clean = values.map((value) => value.replaceAll('\n', ' ')).filter((value) => value !== '');
        const broken = await edited(file, (lines) => [...lines, ...clean]);
        const result = await books.backup.import(broken);
        expect(result.annotations.refused).toBe(clean.length);
      }),
      { numRuns: 40 },
    );
    expect(await (await books.backup.export()).text()).toBe(before);
  });
});

describe('files', () => {
  const text = async () => (await (await (await furnished()).books.backup.export()).text()).toString();
  const files: [string, string, (whole: string) => Blob][] = [
    ['an empty file', 'empty', () => new Blob([])],
    ['something else', 'notOurs', () => new Blob(['{"a":1}\n'])],
    ['no JSON', 'notOurs', () => new Blob(['hello'])],
    ['UTF-16', 'notText', (whole) => new Blob([Uint8Array.of(0xff, 0xfe), Buffer.from(whole, 'utf16le')])],
    ['a binary file', 'notText', () => new Blob([Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff)])],
    ['a file cut within a line', 'truncated', (whole) => new Blob([whole.slice(0, 2_000)])],
    [
      'a file cut at a line',
      'truncated',
      (whole) => new Blob([whole.slice(0, whole.indexOf('\n', 2_000) + 1)]),
    ],
    ['a header alone', 'truncated', (whole) => new Blob([whole.slice(0, whole.indexOf('\n') + 1)])],
    ['an altered word', 'altered', (whole) => new Blob([whole.replace('Note on tolls', 'Note on trolls')])],
    ['a newer version', 'newer', (whole) => new Blob([whole.replace(/"version":\d+/, '"version":99')])],
    ['a cut archive', 'truncated', (whole) => new Blob([gzipSync(whole).subarray(0, 300)])],
    ['an unpacking bomb', 'ratio', () => new Blob([gzipSync(Buffer.alloc(30_000_000, 0x20), { level: 9 })])],
    [
      'a line of 40 MB',
      'lineTooLong',
      (whole) => new Blob([whole.slice(0, whole.indexOf('\n') + 1), 'x'.repeat(40_000_000)]),
    ],
  ];
  it.each(files)('refuses %s as %s and writes nothing', async (_, fault, make) => {
    const file = make(await text());
    const { library: books } = await library({ keyValue: otherBrowser() });
    expect(await books.backup.preview(file)).toMatchObject({ refusedFile: fault });
    await expect(books.backup.import(file)).rejects.toMatchObject({ fault: 'refused' });
    expect(await books.stats()).toMatchObject({ articles: 0, annotations: 0 });
    expect(await books.backup.verify(file)).toBe(false);
  });

  it('takes a byte-order mark and a gzip archive', async () => {
    const whole = await text();
    for (const file of [new Blob(['\uFEFF', whole]), new Blob([gzipSync(whole)])]) {
      const { library: books } = await library({ keyValue: otherBrowser() });
      expect((await books.backup.import(file)).annotations.new).toBe(3);
      expect(await books.backup.verify(file)).toBe(true);
    }
  });

  it('takes what is left of a damaged file when the reader wants it', async () => {
    const whole = await text();
    const { library: books } = await library({ keyValue: otherBrowser() });
    const cut = new Blob([whole.slice(0, whole.lastIndexOf('"store":"annotations"'))]);
    const result = await books.backup.import(cut, { evenIfDamaged: true });
    expect(result).toMatchObject({ refusedFile: 'truncated', annotations: { new: 2 } });
  });

  it('imports thousands in batches with progress, stops when told, and finishes the second time', async () => {
    const { books } = await furnished();
    const file = await edited(await books.backup.export(), (lines) => {
      const annotation =
        lines.find((line) => line.includes('"annotations"') && line.includes('ferries')) ?? '';
      const article = (JSON.parse(annotation) as { record: Annotation }).record.id;
      const many = Array.from({ length: 2_500 }, (_, number) =>
        annotation.replaceAll(`"${article}"`, `"many-${number}"`),
      );
      return [...lines, ...many];
    });
    const { library: other } = await library({ keyValue: otherBrowser(), prefix: 'b' });
    const stop = new AbortController();
    const seen: number[] = [];
    const first = other.backup.import(file, {
      signal: stop.signal,
      onProgress(done, total) {
        seen.push(done, total);
        stop.abort();
      },
    });
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([1_000, 2_509]);
    expect((await other.stats()).annotations).toBeGreaterThan(900);
    const second = await other.backup.import(file);
    expect(second.annotations.new).toBeGreaterThan(1_400);
    expect((await other.stats()).annotations).toBe(2_502);
    for (const { id } of await other.actions()) await other.undo(id);
    expect(await other.stats()).toMatchObject({ annotations: 0, articles: 0 });
  });

  /** A file that can be read `times` times, and then only for its first half. */
  class Unplugged extends Blob {
    left: number;
    constructor(parts: Blob[], times: number) {
      super(parts);
      this.left = times;
    }
    override stream() {
      if (this.left-- > 0) return super.stream();
      const half = this.slice(0, this.size / 2);
      const reader = half.stream().getReader();
      return new ReadableStream<Uint8Array<ArrayBuffer>>({
        async pull(controller) {
          const { value } = await reader.read();
          if (value) controller.enqueue(value);
          else controller.error(new DOMException('unplugged', 'NotReadableError'));
        },
      });
    }
  }

  it('says so when the file can be read no further, writes nothing afterwards, and undo takes it away', async () => {
    const { books } = await furnished();
    const whole = await edited(await books.backup.export(), (lines) => {
      const annotation =
        lines.find((line) => line.includes('"annotations"') && line.includes('ferries')) ?? '';
      const { id } = (JSON.parse(annotation) as { record: Annotation }).record;
      const many = Array.from({ length: 5_000 }, (_, n) => annotation.replaceAll(`"${id}"`, `"many-${n}"`));
      return [...lines, ...many];
    });
    const { library: other, changes } = await library({ keyValue: otherBrowser(), prefix: 'b' });
    await expect(other.backup.import(new Unplugged([whole], 1))).rejects.toMatchObject({ fault: 'fileGone' });
    const written = changes.length;
    const { annotations } = await other.stats();
    expect(annotations).toBeGreaterThan(1_000);
    await other.idle();
    expect(changes).toHaveLength(written);
    expect((await other.stats()).annotations).toBe(annotations);
    const [last] = await other.actions(1);
    expect((await other.undo(last?.id ?? '')).ok).toBe(true);
    expect((await other.stats()).annotations).toBe(0);
  });

  it('reads a batch in a few requests, not record by record, the first time and the second', async () => {
    const { books } = await furnished();
    const file = await edited(await books.backup.export(), (lines) => {
      const annotation =
        lines.find((line) => line.includes('"annotations"') && line.includes('ferries')) ?? '';
      const { id } = (JSON.parse(annotation) as { record: Annotation }).record;
      const many = Array.from({ length: 2_500 }, (_, number) =>
        annotation.replaceAll(`"${id}"`, `"many-${String(number).padStart(4, '0')}"`),
      );
      return [...lines, ...many];
    });
    const { library: other } = await library({ keyValue: otherBrowser(), prefix: 'b' });
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    try {
      for (const verdict of ['new', 'same'] as const) {
        expect((await other.backup.import(file)).annotations[verdict]).toBe(2_503);
        expect(get.mock.calls.length).toBeLessThan(100);
        get.mockClear();
      }
    } finally {
      get.mockRestore();
    }
  });

  it('refuses an altered file, whether it was looked at before or not, and writes nothing', async () => {
    const { books } = await furnished();
    const text = (await (await books.backup.export()).text()).replace('Note on tolls', 'Note on trolls');
    const { library: other } = await library({ keyValue: otherBrowser(), prefix: 'b' });
    const file = new Blob([text]);
    await expect(other.backup.import(file)).rejects.toMatchObject({ fault: 'refused' });
    expect((await other.backup.preview(file)).refusedFile).toBe('altered');
    await expect(other.backup.import(file)).rejects.toMatchObject({ fault: 'refused' });
    expect(await other.stats()).toMatchObject({ annotations: 0, articles: 0, trashed: 0 });
  });
});

describe('snapshots', () => {
  it('bring a wiped library back to the byte, and the loss is over', async () => {
    const { books, keyValue } = await furnished();
    const before = await (await books.backup.export()).text();
    await books.backup.snapshot();
    await books.close();
    const parts = await openDB('claimlight-snapshot');
    parts.close();
    await new Promise<void>((resolve) => {
      indexedDB.deleteDatabase('claimlight').onsuccess = () => resolve();
    });
    const { library: wiped } = await library({ keyValue, prefix: 'w' });
    expect(wiped.status).toBe('lost');
    expect(await wiped.backup.last()).toMatchObject({ count: 3 });
    await expect(wiped.backup.snapshot()).rejects.toMatchObject({ fault: 'damaged' });
    const copy = await wiped.backup.openSnapshot();
    await wiped.backup.restore(copy ?? new Blob([]));
    expect(wiped.status).toBe('ok');
    expect(await (await wiped.backup.export()).text()).toBe(before);
    await wiped.close();
    expect((await library({ keyValue, prefix: 'again' })).library.status).toBe('ok');
  });

  it('merge into what was written since the loss', async () => {
    const { books, keyValue } = await furnished();
    await books.backup.snapshot();
    const copy = await books.backup.openSnapshot();
    await books.close();
    globalThis.indexedDB = new IDBFactory();
    const { library: wiped } = await library({ keyValue, prefix: 'w' });
    await wiped.annotations.create(annotationDraft({ target: target({ exact: 'written since' }) }));
    await wiped.backup.restore(copy ?? new Blob([]));
    expect(wiped.status).toBe('ok');
    expect(await wiped.annotations.count()).toBe(3);
    await wiped.close();
    expect((await library({ keyValue })).library.status).toBe('ok');
  });

  it('are taken when due, and the one before is kept', async () => {
    const { books, time } = await furnished();
    const first = await books.backup.snapshotIfDue();
    expect(first).toMatchObject({ count: 3 });
    time.pass(25 * 3_600_000);
    expect(await books.backup.snapshotIfDue()).toBeUndefined();
    await books.annotations.create(annotationDraft());
    const second = await books.backup.snapshotIfDue();
    expect(second).toMatchObject({ count: 4 });
    await books.annotations.create(annotationDraft({ target: target({ start: 1, end: 2 }) }));
    expect(await books.backup.snapshotIfDue()).toBeUndefined();
    expect(await (await books.backup.openSnapshot('previous'))?.text()).toContain(first?.sha256);
    expect(await (await books.backup.openSnapshot())?.text()).toContain(second?.sha256);
    expect(await books.backup.last()).toMatchObject({ at: time.now(), count: 4 });
  });

  it('are taken before many records are written at once', async () => {
    const { books } = await furnished();
    const file = await books.backup.export();
    const keyValue = otherBrowser();
    const { library: other } = await library({ keyValue, prefix: 'b' });
    await other.backup.import(file);
    expect(await other.backup.last(), 'nothing was there to be copied').toBeUndefined();
    await other.annotations.create(annotationDraft({ note: 'Mine' }));
    await other.backup.import(file);
    const copy = await (await other.backup.openSnapshot())?.text();
    expect(copy).toContain('Mine');
  });

  it('are not taken before an import of what was damaged meanwhile', async () => {
    const { books } = await furnished();
    const good = await books.backup.snapshot();
    await books.annotations.create(annotationDraft());
    const file = await books.backup.export();
    const database = await openDB('claimlight');
    await database.clear('annotations');
    database.close();
    await books.backup.import(file);
    expect(await books.backup.last()).toMatchObject({ sha256: good.sha256 });
  });

  it('do not keep the reader from importing where they fail', async () => {
    const { books } = await furnished();
    const file = await books.backup.export();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value: { bytes?: Uint8Array }, ...rest) {
      if (value.bytes) throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, value, ...rest);
    };
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    try {
      expect((await books.backup.import(file)).annotations.same).toBe(3);
      expect(warn).toHaveBeenCalledWith('Claimlight: no copy before the import', expect.anything());
    } finally {
      IDBObjectStore.prototype.put = put;
      warn.mockRestore();
    }
  });

  it('do not replace a good one when the copy does not read back', async () => {
    const { books } = await furnished();
    const good = await books.backup.snapshot();
    await books.annotations.create(annotationDraft());
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value: { bytes?: Uint8Array }, ...rest) {
      value.bytes?.fill(0x20, 100, 110);
      return put.call(this, value, ...rest);
    };
    try {
      await expect(books.backup.snapshot()).rejects.toMatchObject({ fault: 'damaged' });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await books.backup.last()).toMatchObject({ sha256: good.sha256 });
    expect(await books.backup.verify((await books.backup.openSnapshot()) ?? new Blob([]))).toBe(true);
  });

  it('are taken before a migration', async () => {
    const { books, keyValue } = await furnished();
    await books.close();
    const next = { version: latestVersion() + 1, reshape: () => undefined, records: {} };
    const { library: upgraded } = await library({ keyValue, migrations: [...MIGRATIONS, next] });
    expect(upgraded.status).toBe('ok');
    expect(await upgraded.backup.last()).toMatchObject({ count: 3 });
    const copy = (await upgraded.backup.openSnapshot()) ?? new Blob([]);
    expect(await copy.text()).toContain(`"version":${latestVersion()}`);
    expect((await upgraded.backup.preview(copy)).annotations).toMatchObject({ same: 3 });
  });

  it('know how many annotations no file outside holds', async () => {
    const { books, time } = await furnished();
    expect(await books.backup.unsavedElsewhere()).toBe(3);
    await books.backup.noteFile({ at: time.now(), count: 3, sha256: 'x', bytes: 1 });
    expect(await books.backup.unsavedElsewhere()).toBe(0);
    time.pass(1_000);
    await books.annotations.create(annotationDraft());
    expect(await books.backup.unsavedElsewhere()).toBe(1);
    expect(await books.backup.lastFile()).toMatchObject({ count: 3 });
  });
});
