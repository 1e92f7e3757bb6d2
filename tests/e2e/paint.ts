import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from './driver/Driver';

/**
 * Share of the pixels under the first painted yellow range (in the page or its first frame) that are yellow on the
 * screen, 0..1. A range in the registry proves nothing about paint: the style sheet must reach its tree, too.
 */
export async function yellowShare(browser: Driver): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-paint-'));
  const file = join(folder, 'page.png');
  try {
    await browser.evaluate(
      `(${FIRST}.range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' }), true)`,
    );
    await browser.screenshot(file);
    const data = readFileSync(file).toString('base64');
    return await browser.evaluate<number>(`(async () => {
      const bytes = Uint8Array.from(atob('${data}'), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes]));
      const scale = picture.width / innerWidth;
      const { range, view } = ${FIRST};
      const box = range.getClientRects()[0];
      const outer = view === globalThis ? { x: 0, y: 0 } : view.frameElement.getBoundingClientRect();
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(
        (box.x + outer.x) * scale, (box.y + outer.y) * scale, box.width * scale, box.height * scale);
      let yellow = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i] - data[i + 2] > 40 && data[i + 1] - data[i + 2] > 30) yellow++;
      return yellow / (data.length / 4);
    })()`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FIRST = `[globalThis, document.querySelector('iframe')?.contentWindow].flatMap((view) =>
  view ? ['', '-changed'].flatMap((end) => [...(view.CSS.highlights.get('claimlight-yellow' + end) ?? [])]).map((range) => ({ range, view })) : [])[0]`;
