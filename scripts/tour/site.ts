/** What the browser is shown: the demo site, or a saved page of the reader's. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, extname, join, normalize, sep } from 'node:path';
import { serveDemo } from '#demo/server.mjs';

/** The article that the demo opens with. */
const ARTICLE = '/courier/politics/2026/11/18/tram-line-costs';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
};

export interface Site {
  /** Address of the page to open. */
  page: string;
  origin: string;
  close(): Promise<void>;
}

/** The demo site, opened at its first article. */
export async function demoSite(): Promise<Site> {
  const demo = await serveDemo();
  return { page: demo.url + ARTICLE, origin: demo.url, close: () => demo.close() };
}

/**
 * Serves the folder of a saved page on this machine, so that the page has an http address and finds the files
 * that were saved with it. Nothing outside the folder is served.
 */
export async function savedPage(file: string): Promise<Site> {
  const folder = dirname(file);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const wanted = normalize(join(folder, decodeURIComponent(pathname)));
    try {
      if (!wanted.startsWith(folder + sep)) throw new Error('outside the folder');
      const bytes = await readFile(wanted);
      // No charset: the page's own declaration holds, as it did where it was saved.
      response.writeHead(200, {
        'content-type': TYPES[extname(wanted).toLowerCase()] ?? 'application/octet-stream',
      });
      response.end(bytes);
    } catch (error) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(String(error));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    page: `${origin}/${encodeURIComponent(basename(file))}`,
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const openSite = (file: string | undefined): Promise<Site> => (file ? savedPage(file) : demoSite());
