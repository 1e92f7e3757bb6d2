import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { atDemo } from './atDemo.ts';
import { closeView } from './closeView.ts';
import type { Driver } from './driver/Driver.ts';
import { BROWSERS } from './launch.ts';
import { annotatorIn } from './mark.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = `%PDF-1.1
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 38>>stream
BT /F 18 Tf 20 100 Td (Boats) Tj ET
endstream endobj
trailer<</Root 1 0 R>>`;
const FILES: Record<string, [type: string, body: string | Buffer]> = {
  '/boats.pdf': ['application/pdf', PDF],
  '/boat.png': ['image/png', PNG],
  '/boats.txt': ['text/plain; charset=utf-8', 'The harbour office counted 418 boats on Sunday.\n'],
};

describe.each(BROWSERS)('what is no page, in %s,', (name) => {
  let server: Server;
  let root = '';
  let browser: Driver;
  afterAll(() => void server.close());
  atDemo(name, (opened) => {
    ({ browser } = opened);
  });
  beforeAll(async () => {
    server = createServer((request, response) => {
      const [type, body] = FILES[request.url ?? ''] ?? ['text/html', ''];
      response.setHeader('content-type', type);
      response.end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });

  const OWN = {
    chromium: ['chrome://version', 'about:blank', 'view-source'],
    firefox: ['about:support', 'about:blank', 'view-source', '/boats.pdf'],
  };
  it.each(OWN[name])('is said not to let us in: %s', async (address) => {
    const at = address.startsWith('/') ? root + address : address;
    await browser.newTab(address === 'view-source' ? `view-source:${root}/boats.txt` : at);
    const popup = await browser.popup();
    await popup.waitUntil((page) => /don’t let extensions work/.test(page.get('.popup').textContent));
    await closeView(popup);
    await browser.closeTab();
  });

  const WITHOUT_TEXT = name === 'chromium' ? ['/boats.pdf', '/boat.png'] : ['/boat.png'];
  it.each(WITHOUT_TEXT)('is said to have no text: %s', async (path) => {
    await browser.newTab(root + path);
    const popup = await browser.popup();
    await popup.click('[data-testid=annotate-anyway]');
    await popup.waitUntil((page) => /There is no text here/.test(page.get('.popup').textContent));
    await closeView(popup);
    await browser.closeTab();
  });

  it('is annotated all the same where it is text', async () => {
    await browser.newTab(`${root}/boats.txt`);
    await (await browser.popup()).click('[data-testid=annotate-anyway]');
    await annotatorIn(browser);
    await browser.closeTab();
  });
});
