import { type Carrier, CarrierFault, type CarrierFaultKind } from '#sync/Carrier.ts';
import { LIBRARY_ID } from '#sync/names.ts';
import { DEVICE_ID } from '#sync/stamps.ts';
import { bodyOf, isSame, letGo } from './bodyOf.ts';
import { davFault } from './davFault.ts';
import { type Member, membersIn } from './multistatus.ts';
import { signIn, type WebDavServer } from './WebDavServer.ts';

/** Our folder inside the one the reader named. */
const OURS = 'claimlight/';
/** An answer that takes longer is none, ms. */
const PATIENCE = 60_000;

const PROPFIND =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/></prop></propfind>';

/** After these nobody knows whether a file was written. */
const CUT: CarrierFaultKind[] = ['unreachable', 'interrupted', 'full'];

interface Asked {
  body?: BodyInit;
  headers?: Record<string, string>;
}
interface Options {
  fetch?: typeof fetch;
  /** ms */
  patience?: number;
}

/** A folder on a WebDAV server (RFC 4918). Other files in it are left alone. */
export function webdavCarrier(server: WebDavServer, options: Options = {}): Carrier {
  const { patience = PATIENCE } = options;
  const send = options.fetch ?? fetch;

  async function ask(method: string, path: string, more: Asked) {
    try {
      return await send(new URL(path, server.address), {
        method,
        headers: { ...signIn(server), ...more.headers },
        ...(more.body !== undefined && { body: more.body }),
        cache: 'no-store',
        credentials: 'omit',
        // Elsewhere the password is nobody's business.
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(patience),
      });
    } catch (error) {
      throw new CarrierFault('unreachable', `${method}: no answer`, { cause: error });
    }
  }

  /** The same; throws unless the answer is one of those that are hoped for. */
  async function askFor(hoped: number[], method: string, path: string, more: Asked = {}) {
    const answer = await ask(method, path, more);
    if (answer.ok ? method !== 'PROPFIND' || answer.status === 207 : hoped.includes(answer.status))
      return answer;
    await letGo(answer);
    throw davFault(answer, method);
  }

  /** What a folder holds; undefined where it is not there. */
  async function members(path: string): Promise<Member[] | undefined> {
    const answer = await askFor([404, 410], 'PROPFIND', path, {
      body: PROPFIND,
      headers: { depth: '1', 'content-type': 'application/xml; charset=utf-8' },
    });
    if (!answer.ok) return letGo(answer);
    const listing = new TextDecoder().decode(await bodyOf(answer));
    const found = membersIn(listing, new URL(path, server.address).pathname);
    if (!found) throw new CarrierFault('interrupted', 'The listing is none');
    return found;
  }

  /** Makes the folders above a file; those that are there stay. */
  async function makeFolders(path: string): Promise<void> {
    const parts = `${OURS}${path}`.split('/').slice(0, -1);
    for (const at of parts.keys()) {
      const answer = await askFor([405, 409], 'MKCOL', `${parts.slice(0, at + 1).join('/')}/`);
      await letGo(answer);
      // A folder can only be made in one that is there.
      if (answer.status === 409) throw new CarrierFault('noFolder', 'The folder is not there');
    }
  }

  async function readOrNot(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const answer = await askFor([404, 410], 'GET', OURS + path);
    return answer.ok ? bodyOf(answer) : letGo(answer);
  }

  /** The status of writing a file that must not be there. */
  async function put(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
    const answer = await askFor([404, 409, 412], 'PUT', OURS + path, {
      body: bytes,
      headers: { 'if-none-match': '*', 'content-type': 'application/octet-stream' },
    });
    await letGo(answer);
    return answer.status;
  }

  async function remove(path: string): Promise<void> {
    await letGo(await askFor([404, 410], 'DELETE', OURS + path));
  }

  return {
    async list() {
      const ours = await members(OURS);
      if (!ours) {
        // An error of the folder itself is one; our own may not be there yet.
        if (!(await members(''))) throw new CarrierFault('noFolder', 'The folder is not there');
        return [];
      }
      const paths: string[] = [];
      for (const library of ours)
        if (library.isFolder && LIBRARY_ID.test(library.name))
          for (const device of (await members(`${OURS}${library.name}/`)) ?? [])
            if (device.isFolder && DEVICE_ID.test(device.name))
              for (const file of (await members(`${OURS}${library.name}/${device.name}/`)) ?? [])
                if (!file.isFolder) paths.push(`${library.name}/${device.name}/${file.name}`);
      return paths;
    },

    async read(path) {
      const bytes = await readOrNot(path);
      if (!bytes) throw new CarrierFault('missing', path);
      return bytes;
    },

    async writeOnce(path, bytes) {
      // Servers are known to overwrite in spite of `If-None-Match`. Nobody but this device writes this name.
      if (await readOrNot(path)) throw new CarrierFault('exists', path);
      try {
        let status = await put(path, bytes);
        // The folder is not there: 409 by the standard, 404 by some servers.
        if (status === 409 || status === 404) {
          await makeFolders(path);
          status = await put(path, bytes);
        }
        if (status === 412) throw new CarrierFault('exists', path);
        if (status >= 400) throw new CarrierFault('noFolder', path);
      } catch (error) {
        if (!(error instanceof CarrierFault && CUT.includes(error.kind))) throw error;
        // The answer was lost, and the file may be there, or a piece of it, which would stand for one.
        const there = await readOrNot(path).catch(() => undefined);
        if (there && isSame(there, bytes)) return;
        if (there) await remove(path).catch(() => undefined);
        throw error;
      }
    },

    remove,
  };
}
