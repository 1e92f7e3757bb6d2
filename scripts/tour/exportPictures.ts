/**
 * Part of `npm run pictures`: how notes leave and come in, light and dark, from the built extension (Chromium): the export
 * dialog, the editor of the template, and the preview of a file of another program. They land in docs/pictures.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseFile } from '#tests/e2e/chooseFile.ts';
import { launchChromium } from '#tests/e2e/driver/chromium.ts';
import type { Driver } from '#tests/e2e/driver/Driver.ts';
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
    await browser.waitUntil(`document.querySelector('input[type=file]')`);
    await browser.evaluate(chooseFile(FILE, 'highlights.csv'));
    await browser.waitUntil(`document.querySelector('[data-testid=import-yes]')`);
    await dialog(browser, 'import', `import-preview-${scheme}`, scheme, folder);
    await browser.evaluate(`(document.querySelector('[data-testid=import-yes]').click(), true)`);
    await browser.waitUntil(`!document.querySelector('[data-testid=import]')`);
    await browser.evaluate(`(document.querySelector('[data-testid=export-more]').click(), true)`);
    await browser.waitUntil(`document.querySelector('[data-testid=export-preview]')?.value.includes('##')`);
    await dialog(browser, 'export-dialog', `export-${scheme}`, scheme, folder);
    await choose(browser, 'template');
    await browser.waitUntil(`document.querySelector('[data-testid=export-template]')`);
    await browser.evaluate(`(document.querySelector('[data-testid=export-template]').click(), true)`);
    await browser.waitUntil(`document.querySelector('[data-testid=template-preview]')?.value.includes('#')`);
    await browser.evaluate(`(document.querySelector('[data-testid=template-variables]').open = true)`);
    await dialog(browser, 'template-editor', `template-${scheme}`, scheme, folder);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As a reader chooses a format. */
async function choose(browser: Driver, format: string) {
  await browser.evaluate(`(() => {
    const field = document.querySelector('[data-testid=export-dialog] select');
    field.value = '${format}';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  })()`);
}

/** The dialog alone, without the page behind it. */
async function dialog(browser: Driver, testid: string, name: string, scheme: Scheme, folder: string) {
  const file = join(folder, `${name}.png`);
  const clip = await browser.evaluate<{ x: number; y: number; width: number; height: number }>(`(() => {
    document.activeElement?.blur();
    const open = document.querySelector('[data-testid=${testid}]');
    open.scrollTo({ top: 0, behavior: 'instant' });
    const { x, y, width, height } = open.getBoundingClientRect();
    return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) };
  })()`);
  await browser.waitUntil('document.getAnimations().every((one) => one.playState !== "running")');
  await browser.screenshot(file);
  await sideBySide([{ file, clip }], join(TARGET, `${name}.png`), scheme, {
    gap: 0,
    padding: 0,
    line: false,
  });
}

mkdirSync(TARGET, { recursive: true });
for (const scheme of ['light', 'dark'] as const) await take(scheme);
