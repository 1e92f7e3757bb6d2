/**
 * The invented news site. Plain Node, nothing to install: `node demo/server.mjs [port]`, or `serveDemo()` from a test.
 * The edition of the articles is 1; `?edition=2` shows the edited one, and `POST /__edition` with `edition=2` (or
 * `setEdition(2)`) switches the whole site, so that the *same* address changes its text as real papers do.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { routes } from './routes.mjs';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { Visit } from './types.d.ts' */

const TYPES = { css: 'text/css', svg: 'image/svg+xml', js: 'text/javascript' };
const ASSET = /^\/assets\/([\w-]+)\.(css|svg|js)$/;
/** A log-in form is small; anything longer is not for us. */
const MAX_FORM_BYTES = 10_000;

/** @param {IncomingMessage} request */
async function readForm(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MAX_FORM_BYTES) throw new Error('The form is too long');
  }
  return new URLSearchParams(text);
}

/** @param {string | undefined} header */
function readCookies(header) {
  const pairs = (header ?? '').split(/;\s*/).filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => [pair.split('=')[0], pair.split('=').slice(1).join('=')]));
}

/** @param {ServerResponse} response @param {string} name @param {keyof typeof TYPES} extension */
async function sendAsset(response, name, extension) {
  const bytes = await readFile(new URL(`assets/${name}.${extension}`, import.meta.url));
  response.writeHead(200, { 'content-type': `${TYPES[extension]}; charset=utf-8` }).end(bytes);
}

/**
 * Starts the site on this machine only.
 * @param {{ port?: number, edition?: 1 | 2 }} [options] port 0 (the default) takes any free one
 */
export async function serveDemo({ port = 0, edition: first = 1 } = {}) {
  let edition = first;
  /** Paths that were asked for, in order. @type {string[]} */
  const requests = [];

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  async function answer(request, response) {
    const origin = `http://${request.headers.host}`;
    const url = new URL(request.url ?? '/', origin);
    requests.push(url.pathname + url.search);
    const asset = ASSET.exec(url.pathname);
    if (asset) return sendAsset(response, String(asset[1]), /** @type {keyof typeof TYPES} */ (asset[2]));
    const form = request.method === 'POST' ? await readForm(request) : new URLSearchParams();
    if (url.pathname === '/__edition') {
      edition = form.get('edition') === '2' ? 2 : 1;
      return response.writeHead(200, { 'content-type': 'text/plain' }).end(String(edition));
    }
    const asked = url.searchParams.get('edition');
    /** @type {Visit} */
    const visit = {
      origin,
      path: url.pathname,
      query: url.searchParams,
      edition: asked === '2' ? 2 : asked === '1' ? 1 : edition,
      cookies: readCookies(request.headers.cookie),
      method: request.method ?? 'GET',
      form,
    };
    const route = routes.find(({ path }) => path === url.pathname);
    const result = route ? route.answer(visit) : { status: 404, body: 'No such page' };
    const page = typeof result === 'string' ? { body: result } : result;
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      ...page.headers,
    };
    return response.writeHead(page.status ?? 200, headers).end(page.body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error('demo:', error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
  return {
    url,
    requests,
    /** @param {1 | 2} next */
    setEdition(next) {
      edition = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveDemo({ port: Number(process.argv[2] ?? 8787) });
  console.log(`The demo papers are at ${url}/`);
}
