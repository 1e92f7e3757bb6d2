/**
 * `npm run bench:sync [size…] [--folder=…] [--step=…]`: two devices share a library over a folder, in Chromium, whose private
 * folder stands in for one that the reader chose. With the built extension also what is asked for where nothing is shared.
 * Where a machine allows no long runs: one step at a time, in the order of `STEPS`, with a folder that keeps what was done.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumPath } from '#scripts/browsers.mjs';
import { table, writeResult } from '../anchoring/browserPage.mjs';
import { openExtension } from '../openExtension.mjs';
import { openMeasured } from '../openMeasured.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string' }, step: { type: 'string' } },
});
const SIZES = positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000];
const root = join(import.meta.dirname, '../../..');
/** How long the built extension is watched while nobody does anything, ms. */
const WATCHED = 20_000;
const KINDS = ['mark', 'note', 'tag', 'source', 'delete'];
const RUNS = 5;

const executablePath = chromiumPath();
if (!executablePath) {
  console.log('Skipped: no Chromium found.');
  process.exit(0);
}
const output = await build({
  root,
  configFile: false,
  logLevel: 'error',
  define: { 'import.meta.env.FIREFOX': 'false' },
  build: {
    write: false,
    lib: { entry: join(import.meta.dirname, 'syncPage.ts'), name: 'bench', formats: ['iife'] },
  },
});
const script = [output].flat()[0].output[0].code;

const seconds = (ms) => (ms < 9_950 ? (ms / 1000).toFixed(1) : (ms / 1000).toFixed(0));
const both = ({ ms, cpuMs }) => `${seconds(cpuMs)} / ${seconds(ms)}`;
const bothMs = ({ ms, cpuMs }) => `${cpuMs.toFixed(0)} / ${ms.toFixed(0)}`;
const median = (all) => all.toSorted((a, b) => a.cpuMs - b.cpuMs)[all.length >> 1];
const middle = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
const asked = ({ asked: { reads, writes, listed, filesRead, filesWritten } }) =>
  `${reads} reads, ${writes} writes; ${listed} listing, ${filesRead} files read, ${filesWritten} written`;

const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'claimlight-bench-'));
const columnOf = (size) => join(folder, `${size}.json`);
const read = (size) => (existsSync(columnOf(size)) ? JSON.parse(readFileSync(columnOf(size), 'utf8')) : {});

/** A page with one device: its verbs, and the most memory of its scripts during each. */
async function openDevice(context) {
  const { page, session, metric } = await openMeasured(context, script);
  const ask = (name, ...given) => page.evaluate(([verb, all]) => window.bench[verb](...all), [name, given]);
  return {
    ask,
    async watched(name, ...given) {
      await session.send('HeapProfiler.collectGarbage');
      const before = await metric('JSHeapUsedSize');
      let most = before;
      let isOver = false;
      const watching = (async () => {
        while (!isOver) {
          most = Math.max(most, await metric('JSHeapUsedSize'));
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      })();
      const result = await ask(name, ...given);
      isOver = true;
      await watching;
      return { ...result, most: megabytes(most - before) };
    },
  };
}

const sum = (files, test) =>
  Object.entries(files).reduce((bytes, [path, size]) => (test(path) ? bytes + size : bytes), 0);

/** What is done and measured; each step goes on with what the one before left in the folder. */
const STEPS = {
  async fill({ device, size }) {
    await (await device('none')).ask('fill', 'a', size);
  },
  async first({ device, put, size }) {
    const a = await device('a');
    await a.ask('begin', 'a');
    const first = await a.watched('exchange');
    put('the first device writes everything, s', both(first));
    put('memory of its scripts at most meanwhile, MB', first.most);
    const files = await a.ask('sizes');
    put('its files, MB', megabytes(sum(files, () => true)));
    put('bytes of its files for each mark', (sum(files, () => true) / size).toFixed(0));
    put('the largest of its files, MB', megabytes(Math.max(...Object.values(files))));
  },
  async second({ device, put, size }) {
    const b = await device('b');
    const { preview } = await b.ask('begin', 'b');
    put('the second device looks what would come together, s', both(preview));
    const merge = await b.watched('exchange');
    if ((await b.ask('count')) !== size) throw new Error('not all came');
    put('the second device takes it in and writes its own, s', both(merge));
    put('memory of its scripts at most meanwhile, MB ', merge.most);
  },
  async back({ device, put }) {
    const back = await (await device('a')).watched('exchange');
    put('the first device reads what the second one has, s', both(back));
    put('memory of its scripts at most meanwhile, MB  ', back.most);
  },
  async changes({ device, put }) {
    const [a, b] = [await device('a'), await device('b')];
    await b.ask('exchange');
    await a.ask('exchange');
    for (const kind of KINDS) {
      const [made, written, read, bytes] = [[], [], [], []];
      for (let run = 0; run < RUNS; run++) {
        const before = await a.ask('sizes');
        made.push(await a.ask('change', kind, run));
        written.push(await a.ask('exchange'));
        const after = await a.ask('sizes');
        bytes.push(sum(after, (path) => !(path in before) && path.endsWith('.seg')));
        read.push(await b.ask('exchange'));
        await a.ask('exchange');
      }
      if (read.some(({ result }) => result.changed === 0)) throw new Error(`${kind} did not come`);
      put(`a change (${kind}) is made, ms`, bothMs(median(made)));
      put(`${kind}: written for others, ms`, bothMs(median(written)));
      put(`${kind}: read and taken in by the other, ms`, bothMs(median(read)));
      put(`${kind}: bytes of its segment`, String(middle(bytes)));
      if (kind === 'note') {
        put('asked of database and folder to write it', asked(median(written)));
        put('asked of database and folder to take it in', asked(median(read)));
      }
    }
    const looks = [await a.ask('exchange'), await a.ask('exchange'), await a.ask('exchange')];
    put('a look where nothing is new, ms', bothMs(median(looks)));
    put('asked of database and folder for it', asked(looks[1]));
    put('asked where nothing is shared', asked(await (await device('alone')).ask('standing')));
  },
};

let version = '';
const load = [loadavg()[0]];
for (const size of SIZES)
  for (const [step, run] of Object.entries(STEPS)) {
    if (options.step && options.step !== step) continue;
    const column = read(size);
    const context = await chromium.launchPersistentContext(join(folder, `profile-${size}`), {
      executablePath,
      args: ['--no-sandbox'],
    });
    const asking = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
    version = (await asking.send('Browser.getVersion')).product.replace(/^.*\//, '');
    await run({
      size,
      put(name, value) {
        column[name] = value;
        console.log(size, name, '|', value);
      },
      async device(name) {
        const device = await openDevice(context);
        if (name !== 'none') await device.ask('start', name);
        return device;
      },
    });
    writeFileSync(columnOf(size), JSON.stringify(column));
    await context.close();
  }
load.push(loadavg()[0]);
if (options.step && options.step !== 'changes') process.exit(0);

/** What the built extension asks of database and alarms while nobody does anything and nothing is shared. */
async function watchedExtension() {
  const { browser, root, close } = await openExtension();
  const page = await browser.newPage();
  await page.goto(`${root}/library.html`);
  await page.waitForSelector('main');
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  await worker.evaluate(() => {
    self.asked = { reads: 0, writes: 0 };
    const count = (prototype, names, what) => {
      for (const name of names) {
        const plain = prototype[name];
        prototype[name] = function (...given) {
          self.asked[what]++;
          return plain.apply(this, given);
        };
      }
    };
    for (const { prototype } of [IDBObjectStore, IDBIndex])
      count(prototype, ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor'], 'reads');
    count(IDBObjectStore.prototype, ['put', 'add', 'delete', 'clear'], 'writes');
  });
  await new Promise((resolve) => setTimeout(resolve, WATCHED));
  const seen = await worker.evaluate(async () => ({ ...self.asked, alarms: await chrome.alarms.getAll() }));
  await close();
  return seen;
}
let idle = '';
if (existsSync(join(root, '.output/chrome-mv3'))) {
  const { reads, writes, alarms } = await watchedExtension();
  idle = `\n\nThe built extension where nothing is shared, with its library open and nobody doing anything, in ${WATCHED / 1000} seconds: ${reads} reads and ${writes} writes of its background, ${alarms.filter(({ name }) => name === 'exchange').length} alarms for other devices.`;
}
const sizes = readdirSync(folder)
  .flatMap((name) => (name.endsWith('.json') ? [Number.parseInt(name, 10)] : []))
  .sort((a, b) => a - b);
const columns = sizes.map(read);
writeResult(
  'sync.md',
  `# Two devices\n\nChromium ${version}, ${RUNS} runs of each change, medians. On two cores shared with other work (a load of ${load[0].toFixed(1)} at the start, ${load[1].toFixed(1)} at the end); the time of the main thread does not depend on it. \`npm run bench:sync\`.\n\n${table(
    ['main thread / by the clock', ...sizes.map((size) => size.toLocaleString('en'))],
    Object.keys(columns[0] ?? {}).map((name) => [
      name.trim(),
      ...columns.map((column) => column[name] ?? '–'),
    ]),
  )}${idle}`,
);
if (!options.folder) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
