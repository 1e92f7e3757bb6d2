/**
 * The main job, done through the real interface: an article is recognised, two claims are highlighted, one gets a
 * note and a source, side bar and popup show them, the popup exports Markdown. Every step leaves a picture in out/.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { launchChromium } from '#tests/e2e/driver/chromium.ts';
import type { Driver, View } from '#tests/e2e/driver/Driver.ts';
import { launchFirefox } from '#tests/e2e/driver/firefox.ts';
import { until } from '#tests/e2e/driver/until.ts';
import { ROOT } from '../setup.mjs';
import type { PageSentence } from './figureSentence.ts';
import { pageScript } from './pageScript.ts';
import { openSite } from './site.ts';

const NOTE = 'Where does this figure come from? Compare it with the report.';
const SOURCE = { url: 'https://records.example/report-2026', title: 'The report itself' };
/** The toolbar comes at once where the selection took place; after this long something lies over the text, ms. */
const TOOLBAR_WAIT = 3_000;

const [browserName = 'chromium', file] = process.argv.slice(2);
const folder = join(ROOT, 'out', file ? `${browserName}-page` : browserName);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const downloadDir = mkdtempSync(join(tmpdir(), 'claimlight-downloads-'));

let step = 0;
/** One step for the reader of the terminal; what fails inside is told with its name. */
async function doing<T>(what: string, deed: () => Promise<T>): Promise<T> {
  try {
    const result = await deed();
    console.log(`  ✓ ${what}`);
    return result;
  } catch (error) {
    throw new Error(`The step “${what}” failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
const picture = (view: Pick<View, 'screenshot'>, name: string) => {
  step += 1;
  return view.screenshot(join(folder, `${step}-${name}.png`));
};

/** Starts the annotator on a page that was not recognised, as a reader would: from the popup. */
async function annotateAnyway(browser: Driver) {
  const popup = await browser.popup();
  await popup.waitUntil((page) => page.find('[data-testid=page-state]')?.dataset.page !== 'loading');
  if (await popup.evaluate((page) => page.has('annotate-anyway')))
    await popup.click('[data-testid=annotate-anyway]');
}

const inPage = await pageScript('figureSentence.ts');
const sentence = (browser: Driver, nth: number, mark = false) =>
  browser.evaluateBundle<PageSentence | null>(
    inPage(`({ figureSentence }) => figureSentence(${nth}, ${mark})`),
  );

/** Selects the nth sentence with a figure and gives our toolbar, which comes with it. */
async function select(browser: Driver, nth: number): Promise<View> {
  const place = await sentence(browser, nth);
  if (!place) throw new Error('The page has no such sentence.');
  await browser.drag(place.drag);
  try {
    return await browser.quick(TOOLBAR_WAIT);
  } catch {
    // A mouse cannot select the words of a link, nor words under a cookie banner. A key of the reader's and a
    // selection can, as after a search in the page.
    console.log('    (the mouse could not select these words: selected by keyboard)');
    await browser.press(['Shift']);
    await sentence(browser, nth, true);
    return browser.quick();
  }
}

async function tour(browser: Driver, page: string) {
  const marks = await doing('open the article', async () => {
    await browser.open(page);
    if (!(await sentence(browser, 0))) throw new Error('The page has no sentence with a figure in it.');
    return (await sentence(browser, 1)) ? 2 : 1;
  });
  await doing(file ? 'say what the page is' : 'recognise it as a news article', async () => {
    const { title } = await until('the toolbar button to say what the page is', async () => {
      const button = await browser.button();
      return /article/i.test(button.title) && button;
    });
    if (/not an article/i.test(title)) {
      if (!file) throw new Error(`The button says “${title}”.`);
      await annotateAnyway(browser);
    }
    // The button speaks before our script is in the page; a selection made before that is not seen.
    await browser.waitUntil((page) => page.isAnnotated());
    await picture(browser, 'article');
  });

  await doing('select a claim with the mouse', async () => {
    await select(browser, 0);
    await picture(browser, 'toolbar');
  });
  await doing('write a note and a source next to it', async () => {
    const quick = await browser.quick();
    await quick.click('[data-testid=add-note]');
    await quick.waitFor('[data-testid=note-input]');
    await quick.type('[data-testid=note-input]', NOTE);
    await quick.click('[data-testid=add-source]');
    await quick.waitFor('[data-testid=source-url]');
    await quick.type('[data-testid=source-url]', SOURCE.url);
    await quick.type('[data-testid=source-title]', SOURCE.title);
    await picture(browser, 'note-and-source');
    await quick.click('[data-testid=save]');
    await until('the editor to close', async () => !(await browser.hasQuick()));
  });
  if (marks > 1) {
    await doing('highlight a second claim in another colour', async () => {
      const quick = await select(browser, 1);
      await quick.click('[data-testid=mark-green]');
    });
  }
  await doing('see the highlights on the page', async () => {
    await browser.waitUntil((page, marks) => page.painted().length >= marks, marks);
    await picture(browser, 'highlighted');
  });
  await doing('find them in the side bar', async () => {
    const sidebar = await browser.sidebar();
    await sidebar.waitUntil((page, marks) => page.all('[data-testid=card]').length >= marks, marks);
    await picture(sidebar, 'sidebar');
  });
  return doing('export Markdown from the popup', async () => {
    const popup = await browser.popup();
    await popup.waitFor('[data-testid=export-article]');
    await picture(popup, 'popup');
    await popup.click('[data-testid=export-article]');
    await popup.waitFor('[data-testid=export-preview]');
    // Markdown that every program reads.
    await popup.evaluate((page) =>
      page.put('[data-testid=export-dialog] select:has(option[value=plain])', 'plain', 'change'),
    );
    await popup.waitUntil((page) => /^> \w/m.test(page.byTestId('export-preview').value));
    await popup.click('[data-testid=export-save]');
    const name = await until('the download', async () =>
      readdirSync(downloadDir).find((one) => one.endsWith('.md')),
    );
    const markdown = await until('its text', async () => readFileSync(join(downloadDir, name), 'utf8'));
    for (const part of [NOTE.slice(0, 30), SOURCE.url])
      if (!markdown.includes(part)) throw new Error(`“${part}” is not in the exported Markdown.`);
    const target = join(folder, name);
    writeFileSync(target, markdown);
    return target;
  });
}

const site = await openSite(file);
const output = join(ROOT, '.output');
const launched =
  browserName === 'firefox'
    ? launchFirefox({ extensionDir: join(output, 'firefox-mv3'), downloadDir })
    : launchChromium({ extensionDir: join(output, 'chrome-mv3'), downloadDir });
let browser: Driver | undefined;
try {
  console.log(`Claimlight in ${browserName}, on ${file ?? site.page}`);
  browser = await doing('start the browser with the extension', () => launched);
  const markdown = await tour(browser, site.page);
  console.log(`\nMarkdown: ${relative(ROOT, markdown)}\nPictures: ${relative(ROOT, folder)}/`);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  await browser?.screenshot(join(folder, 'failed.png')).catch((shot: unknown) => console.error(String(shot)));
  process.exitCode = 1;
} finally {
  await browser?.close();
  await site.close();
  rmSync(downloadDir, { recursive: true, force: true });
}
