/** `npm run bench:exchange [size…]`: a library leaves and comes back through the dialogs of both browsers. */
import { loadavg } from 'node:os';
import type { Driver } from '#tests/e2e/driver/Driver.ts';
import { fillLibrary } from '#tests/e2e/fillLibrary.ts';
import { BROWSERS, launch } from '#tests/e2e/launch.ts';
import { table, writeResult } from '../anchoring/browserPage.mjs';

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

/** In the page: keeps what is saved, and looks at the memory of its scripts. */
const WATCH = `(() => {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => { window.saved = blob; return make(blob); };
  HTMLAnchorElement.prototype.click = () => {};
  window.most = 0;
  setInterval(() => { window.most = Math.max(window.most, performance.memory?.usedJSHeapSize ?? 0); }, 50);
  window.when = (deed, isDone) => new Promise((resolve) => {
    window.most = 0;
    const begun = performance.now();
    deed();
    const look = () => isDone() ? resolve({ ms: performance.now() - begun, most: window.most / 1e6 }) : setTimeout(look, 20);
    setTimeout(look, 20);
  });
  return true;
})()`;
const at = (testid: string) => `document.querySelector('[data-testid=${testid}]')`;

const UNDO = `document.querySelector('.toast-undo')`;
/** The toast says what was done when it is done. */
const SAYS = `[...document.querySelectorAll('.toast [role=status]')].at(-1)?.textContent`;

interface Took {
  ms: number;
  /** Of the page's scripts at most, MB; 0 where the browser doesn't say. */
  most: number;
}

async function openOptions(browser: Driver): Promise<void> {
  await browser.newTab(`${browser.root}/options.html`);
  await browser.waitUntil(`${at('export-more')} && document.querySelector('input[type=file]')`, 60_000);
  await browser.evaluate(WATCH);
}

const timed = async (browser: Driver, deed: string, isDone: string): Promise<Took> => {
  await browser.evaluate(
    `(window.took = null, window.when(() => { ${deed} }, () => ${isDone}).then((took) => { window.took = took; }), true)`,
  );
  await browser.waitUntil('window.took', LONGEST);
  return browser.evaluate<Took>('window.took');
};

async function leave(browser: Driver, format: string): Promise<Took> {
  await browser.evaluate(`(${at('export-more')}.click(), true)`);
  await browser.waitUntil(`${at('export-preview')}?.value.length > 20`, 60_000);
  await browser.evaluate(`(() => {
    const select = ${at('export-dialog')}.querySelector('select');
    select.value = '${format}';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  })()`);
  await browser.waitUntil(`!${at('export-save')}.disabled`);
  return timed(browser, `${at('export-save')}.click()`, `!${at('export-dialog')}`);
}

/** Moves the saved file to the other browser and chooses it there. */
async function comeBack(from: Driver, to: Driver): Promise<{ look: Took; take: Took }> {
  await from.evaluate('saved.text().then((text) => { window.text = text; return true; })');
  const length = await from.evaluate<number>('text.length');
  await to.evaluate('(window.parts = [], true)');
  for (let begin = 0; begin < length; begin += PART) {
    const part = await from.evaluate<string>(`text.slice(${begin}, ${begin + PART})`);
    await to.evaluate(`(parts.push(${JSON.stringify(part)}), true)`);
  }
  await from.evaluate('(window.text = null, true)');
  const choose = `const files = new DataTransfer();
    files.items.add(new File(window.parts, 'file'));
    window.parts = null;
    const input = document.querySelector('input[type=file]');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));`;
  const look = await timed(to, choose, at('import-yes'));
  const take = await timed(to, `${at('import-yes')}.click()`, `!${at('import')}`);
  return { look, take };
}

const inWords = ({ ms, most }: Took) =>
  `${(ms / 1000).toFixed(1)}${most > 0 ? ` (${most.toFixed(0)} MB)` : ''}`;

const rows = new Map<string, string[]>();
const head = ['seconds by the clock (memory of the scripts at most)'];
function put(name: string, value: string): void {
  rows.set(name, [...(rows.get(name) ?? []), value]);
  console.log(name, value);
}
const begun = loadavg()[0] ?? 0;
for (const size of SIZES.length > 0 ? SIZES : [10_000]) {
  for (const name of BROWSERS) {
    head.push(`${size.toLocaleString('en')}, ${name}`);
    const args = name === 'chromium' ? ['--enable-precise-memory-info'] : [];
    const browser = await launch(name, { args });
    try {
      await fillLibrary(browser, size);
      await openOptions(browser);
      for (const { format, comesBack } of FORMATS) {
        put(`${format} leaves`, inWords(await leave(browser, format)));
        if (!comesBack) continue;
        const other = await launch(name, { args });
        try {
          await openOptions(other);
          const { look, take } = await comeBack(browser, other);
          put(`${format} is looked into`, inWords(look));
          put(`${format} comes in`, inWords(take));
          const said = await other.evaluate<string>(SAYS);
          put(
            `${format}, its undo`,
            inWords(await timed(other, `${UNDO}.click()`, `${SAYS} !== ${JSON.stringify(said)} && !${UNDO}`)),
          );
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
