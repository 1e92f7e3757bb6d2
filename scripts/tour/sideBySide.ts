import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { chromiumPath } from '../browsers.mjs';

/** Colours behind pictures that show several views side by side, and of the line between them. */
const PAPER = { light: ['#ffffff', '#d9d7cf'], dark: ['#050607', '#33363b'] } as const;

export type Scheme = keyof typeof PAPER;
/** What to cut out of a picture, CSS pixels from its top left corner. */
export interface Clip {
  y: number;
  height: number;
  x?: number;
  /** The whole of it where it is left out. */
  width?: number;
}

/** Views side by side in one picture. */
export async function sideBySide(
  files: { file: string; clip?: Clip }[],
  target: string,
  scheme: Scheme,
  layout: { gap: number; padding: number; line: boolean },
) {
  const browser = await puppeteer.launch({
    executablePath: chromiumPath() ?? '',
    args: ['--no-sandbox'],
    defaultViewport: { width: 1600, height: 1200 },
  });
  try {
    const page = await browser.newPage();
    const [paper, line] = PAPER[scheme];
    const images = files.map(({ file, clip }) => {
      const data = `data:image/png;base64,${readFileSync(file).toString('base64')}`;
      const image = `<img src="${data}" style="display:block;margin:${-(clip?.y ?? 0)}px 0 0 ${-(clip?.x ?? 0)}px">`;
      const width = clip?.width === undefined ? '' : `width:${clip.width}px;`;
      return clip ? `<div style="${width}height:${clip.height}px;overflow:hidden">${image}</div>` : image;
    });
    const between = layout.line ? `<div style="width:1px;align-self:stretch;background:${line}"></div>` : '';
    await page.setContent(
      `<body style="margin:0"><div id="all" style="display:inline-flex;align-items:start;gap:${layout.gap}px;padding:${layout.padding}px;background:${paper}">${images.join(between)}</div>`,
    );
    const all = await page.$('#all');
    await all?.screenshot({ path: target as `${string}.png` });
  } finally {
    await browser.close();
  }
}
