/** `npm run bench:exchange [size…]`: a library leaves and comes back through the dialogs of both browsers. */
import { loadavg } from 'node:os';
import type { Driver } from '#tests/e2e/driver/Driver.ts';
import type { Act, Json } from '#tests/e2e/driver/PageCalls.ts';
import type { PageParts } from '#tests/e2e/driver/pageParts.ts';
import { fillLibrary } from '#tests/e2e/fillLibrary.ts';
import { BROWSERS, launch } from '#tests/e2e/launch.ts';
import { table, writeResult } from '../anchoring/browserPage.mjs';
import { ProcessUse } from './ProcessUse.ts';

const SIZES = process.argv.slice(2).map(Number);
/** What is saved, and, where it comes back, brought in by a browser that knows nothing. */
const FORMATS = [
  { format: 'markdown', comesBack: true },
  { format: 'markdownFiles', comesBack: false },
  { format: 'hypothesis', comesBack: true },
  { format: 'csv', comesBack: false },
] as const;
/** Units of a file that are moved between two browsers at once. */
const PART = 4_000_000;
const LONGEST = 400_000;

interface Took {
  ms: number;
  /** Of the page's scripts at most, MB; 0 where the browser doesn't say. */
  most: number;
}
/** The same with what all processes of the browser took. */
interface Use extends Took {
  /** Seconds of the processor. */
  cpu: number;
  /** By how much their memory grew at most, MB. */
  grown: number;
}
/** A browser, and its processes. */
interface Measured {
  browser: Driver;
  use: ProcessUse;
}
/** Begins something in the page and takes its time until it is done. */
type When = (deed: () => void, isDone: () => boolean) => void;

/** Keeps what is saved, looks at the memory of the page's scripts, and leaves a `When` there. */
const watch = (page: PageParts) => {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob: Blob) => {
    page.setGlobal('saved', blob);
    return make(blob);
  };
  HTMLAnchorElement.prototype.click = () => undefined;
  const heap = () =>
    (performance as Performance & { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0;
  let most = 0;
  setInterval(() => {
    most = Math.max(most, heap());
  }, 50);
  const when: When = (deed, isDone) => {
    page.setGlobal('took', null);
    most = 0;
    const begun = performance.now();
    deed();
    const look = () => {
      if (isDone()) page.setGlobal('took', { ms: performance.now() - begun, most: most / 1e6 });
      else setTimeout(look, 20);
    };
    setTimeout(look, 20);
  };
  page.setGlobal('when', when);
};
/** The toast says what was done when it is done. */
const said = (page: PageParts) => page.all('.toast [role=status]').at(-1)?.textContent;

async function openOptions(browser: Driver): Promise<void> {
  await browser.newTab(`${browser.root}/options.html`);
  await browser.waitUntilWithin(
    60_000,
    (page) => page.has('export-more') && page.find('input[type=file]') !== null,
  );
  await browser.evaluate(watch);
}

/** How long an act took that begins by `When`. */
async function timed<Args extends Json[]>(
  { browser, use }: Measured,
  act: Act<Args, void>,
  ...args: Args
): Promise<Use> {
  const { done, cpu, grown } = await use.during(async () => {
    await browser.evaluate(act, ...args);
    await browser.waitUntilWithin(LONGEST, (page) => page.global('took'));
    return browser.evaluate((page) => page.global<Took>('took'));
  });
  return { ...done, cpu, grown };
}

async function leave(measured: Measured, format: string): Promise<Use> {
  const { browser } = measured;
  await browser.evaluate((page) => page.click('export-more'));
  await browser.waitUntilWithin(60_000, (page) => page.byTestId('export-preview').value.length > 20);
  await browser.evaluate(
    (page, kind) => page.put('[data-testid=export-dialog] select', kind, 'change'),
    format,
  );
  await browser.waitUntil((page) => !page.byTestId('export-save').disabled);
  return timed(measured, (page) =>
    page.global<When>('when')(
      () => page.click('export-save'),
      () => !page.has('export-dialog'),
    ),
  );
}

/** Moves the saved file to the other browser and chooses it there. */
async function comeBack(from: Driver, there: Measured): Promise<{ look: Use; take: Use }> {
  const to = there.browser;
  const length = await from.evaluate(async (page) => {
    const text = await page.global<Blob>('saved').text();
    page.setGlobal('text', text);
    return text.length;
  });
  await to.evaluate((page) => page.setGlobal('parts', []));
  for (let begin = 0; begin < length; begin += PART) {
    const part = await from.evaluate(
      (page, start, end) => page.global<string>('text').slice(start, end),
      begin,
      begin + PART,
    );
    await to.evaluate((page, text) => void page.global<string[]>('parts').push(text), part);
  }
  await from.evaluate((page) => page.setGlobal('text', null));
  const look = await timed(there, (page) =>
    page.global<When>('when')(
      () => {
        page.chooseFile(page.global<string[]>('parts'), 'file');
        page.setGlobal('parts', null);
      },
      () => page.has('import-yes'),
    ),
  );
  const take = await timed(there, (page) =>
    page.global<When>('when')(
      () => page.click('import-yes'),
      () => !page.has('import'),
    ),
  );
  return { look, take };
}

const inWords = ({ ms, most, cpu, grown }: Use) => {
  const memory = [most > 0 && `${most.toFixed(0)} MB`, `+${grown.toFixed(0)} MB`].filter(Boolean);
  return `${(ms / 1000).toFixed(1)} / ${cpu.toFixed(1)} (${memory.join(', ')})`;
};

/** A browser that is measured from its start on. */
async function start(name: (typeof BROWSERS)[number]): Promise<Measured> {
  const args = name === 'chromium' ? ['--enable-precise-memory-info'] : [];
  const [browser, use] = await ProcessUse.of(() => launch(name, { args }));
  return { browser, use };
}

const rows = new Map<string, string[]>();
const head = [
  'seconds by the clock / of the processor (memory: of the page’s scripts at most, growth of all processes at most)',
];
function put(name: string, value: string): void {
  rows.set(name, [...(rows.get(name) ?? []), value]);
  console.log(name, value);
}
const begun = loadavg()[0] ?? 0;
for (const size of SIZES.length > 0 ? SIZES : [10_000]) {
  for (const name of BROWSERS) {
    head.push(`${size.toLocaleString('en')}, ${name}`);
    const measured = await start(name);
    const { browser } = measured;
    try {
      await fillLibrary(browser, size);
      await openOptions(browser);
      for (const { format, comesBack } of FORMATS) {
        put(`${format} leaves`, inWords(await leave(measured, format)));
        if (!comesBack) continue;
        const there = await start(name);
        const { browser: other } = there;
        try {
          await openOptions(other);
          const { look, take } = await comeBack(browser, there);
          put(`${format} is looked into`, inWords(look));
          put(`${format} comes in`, inWords(take));
          const before = (await other.evaluate(said)) ?? '';
          const undone = await timed(
            there,
            (page, words) =>
              page.global<When>('when')(
                () => page.get('.toast-undo').click(),
                () =>
                  page.all('.toast [role=status]').at(-1)?.textContent !== words &&
                  page.find('.toast-undo') === null,
              ),
            before,
          );
          put(`${format}, its undo`, inWords(undone));
        } finally {
          await other.close();
        }
      }
    } finally {
      await browser.close();
    }
    console.log(size, name, Object.fromEntries([...rows].map(([row, all]) => [row, all.at(-1)])));
  }
}
writeResult(
  'exchange.md',
  `# A library leaves and comes back\n\nThe built extension, through its dialogs, on two cores shared with other work (a load of ${begun.toFixed(1)} at the start, ${(loadavg()[0] ?? 0).toFixed(1)} at the end). \`npm run bench:exchange\`.\n\n${table(
    head,
    [...rows].map(([name, values]) => [name, ...values]),
  )}`,
);
