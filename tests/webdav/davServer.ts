import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does wrong, or forbids. Changed while it runs. */
export interface DavManner {
  user?: string;
  password?: string;
  /** Writes over a file in spite of `If-None-Match: *`, as npm's webdav-server does. */
  overwrites?: boolean;
  /** Status of every answer to what changes something. */
  refuses?: number | undefined;
  /** Status of every answer, with a page in place of what was asked for. */
  answers?: number | undefined;
  /** Bytes of the next file that are written before the connection ends; all of them where it is larger. */
  cutsNextPut?: number | undefined;
  /** Bytes of the next file that are written; then the server waits for more, and answers nothing. */
  waitsInNextPut?: number | undefined;
  /** The next answers end after half of their content. */
  cutsNextAnswers?: number;
  /** Never answers. */
  hangs?: boolean;
  /** How members are written down: with whole addresses, other prefixes, folders without a slash, in any order. */
  style?: 'apache' | 'strange';
}

/** A WebDAV server in memory: just what RFC 4918 asks of one for files and folders. */
export class DavServer {
  readonly manner: DavManner;
  /** Files by path from the root; a folder is null. */
  readonly tree = new Map<string, Buffer | null>([['', null]]);
  /** Methods and paths that were asked for. */
  readonly asked: string[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  /** Address of the root, with a slash at the end. */
  address = '';

  constructor(manner: DavManner = {}) {
    this.manner = manner;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.address = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const path = decodeURIComponent(new URL(request.url ?? '/', this.address).pathname).replace(
      /^\/|\/$/g,
      '',
    );
    const { method = '' } = request;
    const { manner } = this;
    this.asked.push(`${method} ${path}`);
    if (manner.hangs) return undefined;
    const pieces: Buffer[] = [];
    try {
      for await (const piece of request) pieces.push(piece as Buffer);
    } catch {
      return undefined;
    }
    const end = (status: number, body: string | Buffer = '', type = 'text/plain') => {
      const bytes = Buffer.from(body);
      response.writeHead(status, { 'content-length': bytes.length, 'content-type': type });
      if (bytes.length > 1 && (manner.cutsNextAnswers ?? 0) > 0) {
        manner.cutsNextAnswers = (manner.cutsNextAnswers ?? 0) - 1;
        response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
      } else response.end(bytes);
    };
    const wanted = Buffer.from(`${manner.user}:${manner.password}`).toString('base64');
    if (manner.user !== undefined && request.headers.authorization !== `Basic ${wanted}`) {
      response.setHeader('www-authenticate', 'Basic realm="shelf"');
      return end(401);
    }
    if (manner.answers !== undefined) return end(manner.answers, '<html>Please wait</html>', 'text/html');
    const isChange = method !== 'GET' && method !== 'PROPFIND';
    if (isChange && manner.refuses !== undefined) return end(manner.refuses);
    if (method === 'PUT') return this.#put(path, Buffer.concat(pieces), request, response, end);
    if (method === 'PROPFIND') return this.#list(path, end);
    return end(...this.#simple(method, path));
  }

  #simple(method: string, path: string): [number, Buffer?] {
    const there = this.tree.get(path);
    if (method === 'MKCOL') {
      if (there !== undefined) return [405];
      if (this.tree.get(above(path)) !== null) return [409];
      this.tree.set(path, null);
      return [201];
    }
    if (there === undefined) return [404];
    if (method === 'DELETE') {
      for (const one of [...this.tree.keys()])
        if (one === path || one.startsWith(`${path}/`)) this.tree.delete(one);
      return [204];
    }
    return method === 'GET' && there ? [200, there] : [405];
  }

  #put(
    path: string,
    bytes: Buffer,
    request: IncomingMessage,
    response: ServerResponse,
    end: (status: number) => unknown,
  ): unknown {
    const { manner } = this;
    if (this.tree.get(above(path)) !== null) return end(409);
    const isThere = this.tree.has(path);
    if (isThere && request.headers['if-none-match'] === '*' && !manner.overwrites) return end(412);
    const waits = manner.waitsInNextPut;
    manner.waitsInNextPut = undefined;
    if (waits !== undefined) return this.tree.set(path, bytes.subarray(0, waits));
    const cut = manner.cutsNextPut;
    manner.cutsNextPut = undefined;
    this.tree.set(path, cut === undefined ? bytes : bytes.subarray(0, cut));
    return cut === undefined ? end(isThere ? 204 : 201) : response.destroy();
  }

  #list(path: string, end: (status: number, body?: string, type?: string) => unknown): unknown {
    if (this.tree.get(path) === undefined) return end(404);
    const members = [...this.tree.keys()].filter((one) => one !== '' && above(one) === path);
    const isStrange = this.manner.style === 'strange';
    const xml = [path, ...members].map((one) => {
      const isFolder = this.tree.get(one) === null;
      const address = `/${one.split('/').map(encodeURIComponent).join('/')}${isFolder && one ? '/' : ''}`;
      const type = isFolder ? '<D:collection/>' : '';
      return isStrange
        ? `<x:response xmlns:D="DAV:"><x:href>${this.address}${address.slice(1).replace(/\/$/, '').replaceAll('-', '%2d')}</x:href><x:propstat><x:prop><x:resourcetype>${type}</x:resourcetype></x:prop><x:status>HTTP/1.1 200 OK</x:status></x:propstat></x:response>`
        : `<D:response><D:href>${address}</D:href><D:propstat><D:prop><D:resourcetype>${type}</D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;
    });
    const listed = isStrange
      ? `<?xml version="1.0"?><!-- a shelf --><x:multistatus xmlns:x="DAV:">${xml.reverse().join('\n')}</x:multistatus>`
      : `<?xml version="1.0" encoding="utf-8"?>\n<D:multistatus xmlns:D="DAV:">${xml.join('\n')}</D:multistatus>`;
    return end(207, listed, 'application/xml; charset="utf-8"');
  }
}

const above = (path: string): string => path.split('/').slice(0, -1).join('/');
