import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '#demo/server.mjs';
import { COMPANION_IN_CHROMIUM } from '#sync/companionIds.ts';
import { DavServer } from '#tests/webdav/davServer.ts';
import type { Driver } from './driver/Driver.ts';
import { COMPANION_UUID } from './driver/startFirefox.ts';
import { until } from './driver/until.ts';
import { launch, OUTPUT, PAGES } from './launch.ts';
import { paintShare, YELLOW } from './paint.ts';
import { readLibrary } from './readLibrary.ts';

const PHRASE = 'eleven calm herons over the quay';
/** Passages that stand in the story once. */
const ON_A = 'Both sides left by different doors';
const ON_B = 'Negotiations ended on Sunday shortly before midnight';
const ON_BOTH = ['Neither has proposed a date', 'after eleven hours in a hotel'] as const;

async function press(browser: Driver, testid: string): Promise<void> {
  await browser.waitUntil((page, id) => !page.byTestId(id).disabled, testid);
  await browser.evaluate((page, id) => page.click(id), testid);
}

async function type(browser: Driver, testid: string, text: string): Promise<void> {
  await appears(browser, testid);
  await browser.evaluate((page, id, words) => page.put(`[data-testid=${id}]`, words, 'input'), testid, text);
}

const appears = (browser: Driver, testid: string) => browser.waitUntil((page, id) => page.has(id), testid);

async function openOptions(browser: Driver): Promise<void> {
  await browser.open(`${browser.root}/options.html`);
  await browser.waitUntil((page) => page.byTestId('sync').children.length > 1);
}

/** Gives the part about other devices a file, as the browser's own dialog does. */
async function giveFile(browser: Driver, base64: string): Promise<void> {
  await browser.waitUntil(
    (page) =>
      page.byTestId('sync').ariaBusy === 'false' && page.byTestId('sync').querySelector('input[type=file]'),
  );
  await browser.evaluate((page, text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    page.chooseFile([bytes], 'a.claimlight-sync', '[data-testid=sync] input[type=file]');
  }, base64);
}

/** Presses "save" and takes what would be downloaded. */
async function takeFile(browser: Driver): Promise<string> {
  await browser.evaluate((page) => {
    page.setGlobal('saved', undefined);
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      blob.arrayBuffer().then((bytes) => {
        const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte));
        page.setGlobal('saved', btoa(letters.join('')));
      });
      URL.createObjectURL = made;
      return made.call(URL, new Blob([]));
    };
  });
  await press(browser, 'sync-save');
  await browser.waitUntil((page) => page.global('saved'));
  return browser.evaluate((page) => page.global<string>('saved'));
}

async function begin(browser: Driver, name: string, isFirst: boolean): Promise<void> {
  await type(browser, 'sync-name', name);
  await press(browser, 'sync-next');
  await type(browser, 'sync-passphrase', PHRASE);
  if (isFirst) await type(browser, 'sync-passphrase-again', PHRASE);
  await press(browser, 'sync-next');
  await press(browser, 'sync-begin');
  await appears(browser, 'sync-leave');
}

/** A mark with a note, brought in as a file of another program, so that it is made in the options themselves. */
async function mark(browser: Driver, url: string, words: string, note: string): Promise<void> {
  const file = JSON.stringify({
    export_date: '2026-05-02T10:00:00.000Z',
    client_version: '1.1',
    annotations: [
      {
        id: note,
        created: '2026-05-01T09:00:00.000+00:00',
        updated: '2026-05-01T09:00:00.000+00:00',
        uri: url,
        text: note,
        tags: [],
        document: { title: ['Dockers'] },
        target: [
          { source: url, selector: [{ type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '' }] },
        ],
      },
    ],
  });
  await browser.evaluate((page, text) => page.chooseFile([text], 'export.json'), file);
  await press(browser, 'import-yes');
  await until('the mark', async () => (await notes(browser)).includes(note));
}

const notes = async (browser: Driver) =>
  (await readLibrary(browser)).annotations.map(({ note }) => note).sort();

const idOf = async (browser: Driver, note: string): Promise<string> =>
  (await readLibrary(browser)).annotations.find((one) => one.note === note)?.id ?? '';

/** Whether a device knows a mark's note in two wordings of which none was chosen. */
const asked = async (browser: Driver, id: string): Promise<boolean> =>
  (await readLibrary(browser)).annotations
    .find((one) => one.id === id)
    ?.history.some(({ kind }) => kind === 'note-conflict') === true;

/** A mark in the library's reading pane. */
async function openMark(browser: Driver, id: string): Promise<void> {
  const article = (await readLibrary(browser)).annotations.find((one) => one.id === id)?.articleId;
  await browser.open(`${browser.root}/library.html#in=${article}&mark=${id}`);
  await browser.waitUntil((page, id) => page.find('[data-testid=card]')?.dataset.annotationId === id, id);
}

async function writeNote(browser: Driver, id: string, note: string): Promise<void> {
  await openMark(browser, id);
  await browser.evaluate((page) => page.get('[data-testid=card] :is(.note-open, .note-edit)').click());
  await type(browser, 'note-input', note);
  await until('the note', async () => (await notes(browser)).includes(note));
}

/** All files of the private folder that stands in for one the reader chose, as base64 by path. */
const sharedFiles = async () => {
  const files: Record<string, string> = {};
  const look = async (folder: FileSystemDirectoryHandle, path: string) => {
    for await (const [name, entry] of folder.entries())
      if (entry.kind === 'directory') await look(entry as FileSystemDirectoryHandle, `${path}${name}/`);
      // Just now being written beside its place, or replaced: there at the next look.
      else if (/\.(?:seg|snap|head)$/.test(name)) {
        const bytes = await (entry as FileSystemFileHandle)
          .getFile()
          .then((file) => file.arrayBuffer())
          .catch(() => undefined);
        if (bytes)
          files[path + name] = btoa(
            Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''),
          );
      }
  };
  const root = await navigator.storage.getDirectory();
  await look(await root.getDirectoryHandle('shared', { create: true }), '');
  return files;
};

/** Everything that the extension keeps, in all databases and its own storage, as text. */
const everythingKept = async (browser: Driver) =>
  browser.evaluate(async (page) => {
    const kept: unknown[] = [await page.extension().storage.local.get()];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await page.done(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        kept.push(await page.done(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(kept);
  });

/** What an engine like Syncthing does: files that one has and the other has not. */
async function distribute(from: Driver, to: Driver): Promise<void> {
  const files = await from.evaluate(sharedFiles);
  await to.evaluate(async (_page, all) => {
    const storage = await navigator.storage.getDirectory();
    const root = await storage.getDirectoryHandle('shared', { create: true });
    for (const [path, base64] of Object.entries(all)) {
      const names = path.split('/');
      let folder = root;
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      const file = await folder.getFileHandle(names.at(-1) ?? '', { create: true });
      const stream = await file.createWritable();
      await stream.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      await stream.close();
    }
  }, files);
}

/** The browser's own dialog can't be pressed; the private folder's handle is one like the chosen folder's. */
const chooseShared = async (browser: Driver) => {
  await browser.evaluate((page) =>
    page.setGlobal('showDirectoryPicker', async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('shared', { create: true }),
    ),
  );
  await press(browser, 'sync-start');
  await press(browser, 'sync-folder');
};

/**
 * What waits for alarms and for a browser that comes back from its death is tried by `npm run test:faults`, where nothing else
 * runs: beside another file it did not end in its time at each run.
 */
const isLong = process.env.CLAIMLIGHT_FAULTS !== undefined;

describe('two profiles of Chromium over a folder', () => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  let a: Driver;
  let b: Driver;
  beforeAll(async () => {
    demo = await serveDemo();
    [a, b] = [await launch('chromium'), await launch('chromium')];
    for (const one of [a, b]) await openOptions(one);
    await mark(a, demo.url + PAGES.strike, ON_A, 'Written on A');
    await mark(b, demo.url + PAGES.strike, ON_B, 'Written on B');
  });
  afterAll(async () => {
    await a?.close();
    await b?.close();
    await demo?.close();
  });

  it('come together, and read nothing in the folder that is not encrypted', async () => {
    await chooseShared(a);
    await begin(a, 'Device A', true);
    await until('the files of A', async () =>
      Object.keys(await a.evaluate(sharedFiles)).some((path) => path.endsWith('.head')),
    );
    const kept = await everythingKept(a);
    expect(kept).toContain('Device A');
    expect(kept).not.toContain(PHRASE);
    for (const [path, base64] of Object.entries(await a.evaluate(sharedFiles))) {
      expect(path).toMatch(
        /^claimlight\/[0-9a-z]{20}\/[0-9a-z]{12}\/[-0-9]+(?:-[0-9a-z]{12})?\.(?:seg|snap|head)$/,
      );
      expect(atob(base64)).not.toMatch(/Written|Dockers|gazette/);
    }
    await distribute(a, b);
    await chooseShared(b);
    await begin(b, 'Device B', false);
    await until('what A wrote', async () => (await notes(b)).length === 2);
    await until('what B wrote', async () => {
      await distribute(b, a);
      await press(a, 'sync-now');
      return (await notes(a)).length === 2;
    });
  });

  it('write what changes without being asked', async () => {
    await mark(b, `${demo.url}${PAGES.strike}?later`, ON_B, 'Written later');
    await b.open(demo.url + PAGES.strike);
    await openOptions(b);
    await until('a segment', async () =>
      Object.keys(await b.evaluate(sharedFiles)).some((path) => path.endsWith('.seg')),
    );
    await until('what came later', async () => {
      await distribute(b, a);
      await press(a, 'sync-now');
      return (await notes(a)).includes('Written later');
    });
  });

  it('have the mark of the other one painted in the page, and beside it the note as it is changed there', async () => {
    await b.open(demo.url + PAGES.strike);
    await b.waitUntilWithin(20_000, (page, words) => page.painted().some((one) => one.includes(words)), ON_A);
    expect(await paintShare(b, YELLOW, ON_A)).toBeGreaterThan(0.5);
    const sidebar = await b.sidebar();
    await sidebar.waitUntil((page) => page.cards().some(({ note }) => note.includes('Written on A')));
    await writeNote(a, await idOf(a, 'Written on A'), 'Changed on A');
    await openOptions(a);
    await b.newTab(`${b.root}/options.html`);
    await until('what was changed', async () => {
      await press(a, 'sync-now');
      await distribute(a, b);
      await press(b, 'sync-now');
      return (await notes(b)).includes('Changed on A');
    });
    await b.closeTab();
    await sidebar.waitUntil((page) => page.cards().some(({ note }) => note.includes('Changed on A')));
  });
});

/**
 * Chromium's question for a server is out of its protocol's reach: there the companion has the permission from the
 * beginning. Firefox asks, and is answered.
 */
function companionDir(name: 'chromium' | 'firefox', temporary: string): string {
  if (name === 'firefox') return join(OUTPUT, 'companion-firefox-mv3');
  const copy = join(temporary, 'companion');
  cpSync(join(OUTPUT, 'companion-chrome-mv3'), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
  return copy;
}

async function connect(browser: Driver, address: string, password: string): Promise<void> {
  await browser.followTab(`${browser.name === 'firefox' ? COMPANION_UUID : COMPANION_IN_CHROMIUM}/options`);
  await type(browser, 'companion-address', address);
  await type(browser, 'companion-folder', 'Shared files');
  await type(browser, 'companion-user', 'ana');
  await type(browser, 'companion-password', password);
  await browser.clickText('Connect');
}

describe('Chromium and Firefox', () => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  let a: Driver;
  let b: Driver;
  const server = new DavServer({ user: 'ana', password: 'four grey geese' });
  const temporary = mkdtempSync(join(tmpdir(), 'claimlight-companion-'));
  const launchA = () =>
    launch('chromium', {
      companionDir: join(temporary, 'companion'),
      profileDir: join(temporary, 'profile'),
    });
  beforeAll(async () => {
    [demo] = [await serveDemo(), await server.start()];
    server.tree.set('Shared files', null);
    companionDir('chromium', temporary);
    [a, b] = [await launchA(), await launch('firefox', { companionDir: companionDir('firefox', temporary) })];
    for (const one of [a, b]) await openOptions(one);
    await mark(a, demo.url + PAGES.strike, ON_A, 'Written on A');
    await mark(b, demo.url + PAGES.strike, ON_B, 'Written on B');
  });
  afterAll(async () => {
    await a?.close();
    await b?.close();
    await demo?.close();
    await server.stop();
    rmSync(temporary, { recursive: true, force: true });
  });

  it('come together by files that are carried by hand, with a preview first', async () => {
    await press(a, 'sync-start');
    await press(a, 'sync-hand-new');
    await begin(a, 'Device A', true);
    const first = await takeFile(a);
    expect(atob(first)).not.toContain('Written on A');

    await press(b, 'sync-start');
    await appears(b, 'sync-hand-new');
    await giveFile(b, first);
    await type(b, 'sync-name', 'Device B');
    await press(b, 'sync-next');
    await type(b, 'sync-passphrase', 'quite another sentence');
    await press(b, 'sync-next');
    await appears(b, 'sync-trouble');
    await type(b, 'sync-passphrase', PHRASE);
    await press(b, 'sync-next');
    await appears(b, 'sync-preview');
    const folder = join(import.meta.dirname, '..', '..', 'out', 'pictures');
    mkdirSync(folder, { recursive: true });
    await b.evaluate((page) => {
      page.byTestId('sync').scrollIntoView({ block: 'center' });
    });
    await b.screenshot(join(folder, 'devices-firefox.png'));
    expect(await notes(b)).toEqual(['Written on B']);
    await press(b, 'sync-begin');
    await until('what A wrote', async () => (await notes(b)).length === 2);

    await appears(b, 'sync-save');
    await giveFile(a, await takeFile(b));
    await until('what B wrote', async () => (await notes(a)).length === 2);
    for (const one of [a, b]) {
      expect(await notes(one)).toEqual(['Written on A', 'Written on B']);
      expect((await readLibrary(one)).articles.filter(({ deletedAt }) => !deletedAt)).toHaveLength(1);
    }
  });

  it('leave, and come together again through the companion, which is told the server on its own page', async () => {
    for (const [at, one] of [a, b].entries()) {
      await press(one, 'sync-leave');
      await press(one, 'sync-start');
      await press(one, 'sync-open-companion');
      if (at === 0) {
        await connect(one, server.address, 'a guess');
        await appears(one, 'companion-trouble');
        await one.closeTab();
        await press(one, 'sync-open-companion');
      }
      await connect(one, server.address, 'four grey geese');
      if (one === b) await one.allowAsked();
      await appears(one, 'companion-connected');
      await one.closeTab();
      await press(one, 'sync-server');
      await begin(one, `Device ${at}`, at === 0);
      await until('the files', async () => [...server.tree.keys()].some((path) => path.endsWith('.head')));
    }
    await mark(a, `${demo.url}${PAGES.strike}?a`, ON_A, 'Over the server');
    await until('what A wrote', async () => {
      for (const one of [a, b]) await press(one, 'sync-now');
      return (await notes(b)).includes('Over the server');
    });
    for (const [path, bytes] of server.tree) {
      expect(path).toMatch(
        /^(?:Shared files(?:\/claimlight(?:\/[0-9a-z]{20}(?:\/[0-9a-z]{12}(?:\/[-0-9]+(?:-[0-9a-z]{12})?\.(?:seg|snap|head))?)?)?)?)?$/,
      );
      expect(String(bytes)).not.toMatch(/Written|Dockers|gazette/);
    }
  });

  it('go on after the server was away, where both wrote one note settle it once, and have both marks in the page', async () => {
    const id = await idOf(a, 'Over the server');
    server.manner.answers = 503;
    await mark(b, `${demo.url}${PAGES.strike}?later`, ON_B, 'Written meanwhile');
    await press(b, 'sync-now');
    await b.waitUntil((page) => page.byTestId('sync').querySelector('.field-error'));
    for (const one of [a, b]) await writeNote(one, id, `Said in ${one.name}`);
    for (const one of [a, b]) await openOptions(one);
    server.manner.answers = undefined;
    await until('what was written meanwhile', async () => {
      for (const one of [b, a]) await press(one, 'sync-now');
      return (await notes(a)).includes('Written meanwhile');
    });
    await until('both to know of two wordings', async () => {
      for (const one of [b, a]) await press(one, 'sync-now');
      return (await asked(a, id)) && (await asked(b, id));
    });
    await openMark(a, id);
    await appears(a, 'conflict');
    for (const one of [a, b])
      expect(await a.evaluate((page) => page.byTestId('conflict').textContent)).toContain(
        `Said in ${one.name}`,
      );
    const other = await a.evaluate((page) => {
      page.get('[data-testid=conflict] .anchor-choices button:nth-child(2)').click();
      return page.all('[data-testid=conflict] .conflict-text').at(-1)?.textContent ?? '';
    });
    await until('what was decided', async () => (await notes(a)).includes(other) && !(await asked(a, id)));
    for (const one of [a, b]) await openOptions(one);
    await until('the other to hear of it', async () => {
      for (const one of [a, b]) await press(one, 'sync-now');
      return (await notes(b)).includes(other) && !(await asked(b, id));
    });
    await openMark(b, id);
    await b.waitUntil(
      (page, words) => page.byTestId('card').textContent.includes(words) && !page.has('conflict'),
      other,
    );
    for (const one of [a, b]) {
      await one.open(demo.url + PAGES.strike);
      for (const words of [ON_A, ON_B])
        await one.waitUntilWithin(
          20_000,
          (page, words) => page.painted().some((one) => one.includes(words)),
          words,
        );
    }
  });

  it.runIf(isLong)(
    'look for each other by alarm, with no page of ours open and the background gone',
    async () => {
      for (const [from, to, words] of [
        [b, a, ON_BOTH[0]],
        [a, b, ON_BOTH[1]],
      ] as const) {
        await openOptions(from);
        await mark(from, demo.url + PAGES.strike, words, `By alarm to ${to.name}`);
        await press(from, 'sync-now');
        await from.waitUntil((page) => page.byTestId('sync').ariaBusy === 'false');
        await to.open(`${to.root}/rescue.html`);
        // What it was about to tell by itself, or was in the middle of, would set the alarm anew at its end.
        await to.stopBackground();
        // A page of ours that exchanges nothing brings the quarter of an hour forward.
        expect(
          await to.evaluate(async (page) => {
            const { alarms } = page.extension();
            const every = (await alarms.get('exchange'))?.periodInMinutes ?? 0;
            await alarms.create('exchange', { delayInMinutes: 0.06, periodInMinutes: every });
            return every;
          }),
        ).toBe(15);
        await to.open(demo.url + PAGES.strike);
        await to.stopBackground();
        await to.waitUntilWithin(
          20_000,
          (page, sought) => page.painted().some((one) => one.includes(sought)),
          words,
        );
      }
    },
  );

  it.runIf(isLong)(
    'have what was written where a browser was killed while it wrote half a file',
    async () => {
      await openOptions(a);
      server.manner.waitsInNextPut = 60;
      await mark(a, `${demo.url}${PAGES.strike}?end`, ON_A, 'Written before the end');
      await press(a, 'sync-now');
      await until('half a file', async () => server.manner.waitsInNextPut === undefined);
      await a.kill();
      a = await launchA();
      for (const one of [a, b]) await openOptions(one);
      await until('what was written before the end', async () => {
        for (const one of [a, b]) await press(one, 'sync-now');
        return (await notes(b)).includes('Written before the end');
      });
      expect(await notes(a)).toEqual(await notes(b));
    },
  );
});
