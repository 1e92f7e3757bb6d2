import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from './driver/Driver.ts';

/** By how much one part of a colour must at least be above another, 0..255. */
type Lead = readonly [above: 'r' | 'g' | 'b', below: 'r' | 'g' | 'b', by: number];
export const YELLOW: Lead[] = [
  ['r', 'b', 40],
  ['g', 'b', 30],
];

/**
 * Share of the pixels under the first painted yellow range (in the page or its first frame) that are yellow on the
 * screen, 0..1. A range in the registry proves nothing about paint: the style sheet must reach its tree, too.
 */
export const yellowShare = (browser: Driver) => paintShare(browser, YELLOW);

/** The same for any colour, by what leads in it, and for the first place of any words. */
export async function paintShare(browser: Driver, isPaint: Lead[], words?: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-paint-'));
  const file = join(folder, 'page.png');
  try {
    await browser.evaluate((page, sought) => page.intoView(page.paintedRange(sought)), words);
    await browser.screenshot(file);
    return await browser.evaluate(
      async (page, picture, leads, sought) => {
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes]));
        const scale = image.width / innerWidth;
        const range = page.paintedRange(sought);
        const [box] = range.getClientRects();
        const frame = range.startContainer.ownerDocument?.defaultView?.frameElement;
        const outer = frame?.getBoundingClientRect() ?? { x: 0, y: 0 };
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        if (!box || !context) throw new Error('The words are not shown');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(
          (box.x + outer.x) * scale,
          (box.y + outer.y) * scale,
          box.width * scale,
          box.height * scale,
        );
        let painted = 0;
        for (let i = 0; i < data.length; i += 4) {
          const [r = 0, g = 0, b = 0] = data.subarray(i);
          const color = { r, g, b };
          if (leads.every(([above, below, by]) => color[above] - color[below] > by)) painted++;
        }
        return painted / (data.length / 4);
      },
      readFileSync(file).toString('base64'),
      isPaint,
      words,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
