/**
 * Part of `npm run pictures`: how notes leave and come in, light and dark, from the built extension (Chromium): the export
 * dialog, the editor of the template, and the preview of a file of another program. They land in docs/pictures.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '#tests/e2e/driver/chromium.ts';
import type { Driver } from '#tests/e2e/driver/Driver.ts';
import { isCalm } from '#tests/e2e/pageActs.ts';
import { ROOT } from '../setup.mjs';
import { type Scheme, sideBySide } from './sideBySide.ts';

const TARGET = join(ROOT, 'docs', 'pictures');

/** Invented marks as a table of another program holds them. */
const FILE = [
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,URL,Desk,Mood',
  '"A second tram line would cost 412 million, the council says.",Tram line: what it would cost,Ada Brink,,"Which year’s prices?\n\n- ask the office",yellow,"trams,costs",offset,12,2026-11-18 09:12:00+00:00,https://courier.example/politics/tram-line-costs,Politics,doubtful',
  '"Most of the night shift has no way home other than a car.",Tram line: what it would cost,Ada Brink,,,green,trams,offset,80,2026-11-18 09:20:00+00:00,https://courier.example/politics/tram-line-costs,Politics,',
  '"Waiting times fell by nine days within a year.",Hospital waiting times fall,Noor Vester,,Median or mean?,blue,health,offset,4,2026-11-19 07:30:00+00:00,https://observer.example/health/waiting-times,Science,hopeful',
].join('\n');

async function take(scheme: Scheme) {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-leaving-'));
  const browser = await launchChromium({
    extensionDir: join(ROOT, '.output', 'chrome-mv3'),
    colorScheme: scheme,
    viewport: { width: 1100, height: 1000 },
  });
  try {
    await browser.newTab(`${browser.root}/options.html`);
    await browser.waitUntil((page) => page.find('input[type=file]'));
    await browser.evaluate((page, text, name) => page.chooseFile([text], name), FILE, 'highlights.csv');
    await browser.waitUntil((page) => page.has('import-yes'));
    await dialog(browser, 'import', `import-preview-${scheme}`, scheme, folder);
    await browser.evaluate((page) => page.click('import-yes'));
    await browser.waitUntil((page) => !page.has('import'));
    await browser.evaluate((page) => page.click('export-more'));
    await browser.waitUntil((page) => page.find('[data-testid=export-preview]')?.value.includes('##'));
    await dialog(browser, 'export-dialog', `export-${scheme}`, scheme, folder);
    await choose(browser, 'template');
    await browser.waitUntil((page) => page.has('export-template'));
    await browser.evaluate((page) => page.click('export-template'));
    await browser.waitUntil((page) => page.find('[data-testid=template-preview]')?.value.includes('#'));
    await browser.evaluate((page) => {
      page.byTestId<HTMLDetailsElement>('template-variables').open = true;
    });
    await dialog(browser, 'template-editor', `template-${scheme}`, scheme, folder);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As a reader chooses a format. */
async function choose(browser: Driver, format: string) {
  await browser.evaluate(
    (page, kind) => page.put('[data-testid=export-dialog] select', kind, 'change'),
    format,
  );
}

/** The dialog alone, without the page behind it. */
async function dialog(browser: Driver, testid: string, name: string, scheme: Scheme, folder: string) {
  const file = join(folder, `${name}.png`);
  const clip = await browser.evaluate((page, id) => {
    page.blur();
    const open = page.byTestId(id);
    open.scrollTo({ top: 0, behavior: 'instant' });
    const { x, y, width, height } = open.getBoundingClientRect();
    return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) };
  }, testid);
  await browser.waitUntil(isCalm);
  await browser.screenshot(file);
  await sideBySide([{ file, clip }], join(TARGET, `${name}.png`), scheme, {
    gap: 0,
    padding: 0,
    line: false,
  });
}

mkdirSync(TARGET, { recursive: true });
for (const scheme of ['light', 'dark'] as const) await take(scheme);
