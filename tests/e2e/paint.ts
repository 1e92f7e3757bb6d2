import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from './driver/Driver.ts';

/**
 * Share of the pixels under the first painted yellow range (in the page or its first frame) that are yellow on the
 * screen, 0..1. A range in the registry proves nothing about paint: the style sheet must reach its tree, too.
 */
export const yellowShare = (browser: Driver) => paintShare(browser, 'r - b > 40 && g - b > 30');

/** The same for any colour, by a condition on `r`, `g` and `b`, and for any range, given by an expression. */
export async function paintShare(browser: Driver, isPaint: string, range?: string): Promise<number> {
  const found = range ? `({ range: ${range}, view: globalThis })` : FIRST;
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-paint-'));
  const file = join(folder, 'page.png');
  try {
    await browser.evaluate(
      `(${found}.range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' }), true)`,
    );
    await browser.screenshot(file);
    const data = readFileSync(file).toString('base64');
    return await browser.evaluate<number>(`(async () => {
      const bytes = Uint8Array.from(atob('${data}'), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes]));
      const scale = picture.width / innerWidth;
      const { range, view } = ${found};
      const box = range.getClientRects()[0];
      const outer = view === globalThis ? { x: 0, y: 0 } : view.frameElement.getBoundingClientRect();
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(
        (box.x + outer.x) * scale, (box.y + outer.y) * scale, box.width * scale, box.height * scale);
      let painted = 0;
      for (let i = 0; i < data.length; i += 4) {
        const [r, g, b] = data.subarray(i);
        if (${isPaint}) painted++;
      }
      return painted / (data.length / 4);
    })()`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FIRST = `[globalThis, document.querySelector('iframe')?.contentWindow].flatMap((view) =>
  view ? ['', '-changed'].flatMap((end) => [...(view.CSS.highlights.get('claimlight-yellow' + end) ?? [])]).map((range) => ({ range, view })) : [])[0]`;
