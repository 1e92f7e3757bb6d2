import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { WebDavServer } from './WebDavServer.ts';

const KEY = 'connection';

const ConnectionSchema = v.object({
  server: v.optional(v.object({ address: v.string(), user: v.string(), password: v.string() })),
  /** The extension that may use the server, and one that asked and was not answered yet. */
  client: v.optional(v.string()),
  asker: v.optional(v.string()),
});

/** What the companion keeps, in the browser's own storage: the password, too, and not encrypted. */
export interface Connection {
  server?: WebDavServer | undefined;
  client?: string | undefined;
  asker?: string | undefined;
}

export async function readConnection(): Promise<Connection> {
  const { [KEY]: kept } = await browser.storage.local.get(KEY);
  const read = v.safeParse(ConnectionSchema, kept ?? {});
  return read.success ? read.output : {};
}

/** Changes some of it. What is undefined is forgotten. */
export async function changeConnection(change: Connection): Promise<void> {
  const now = { ...(await readConnection()), ...change };
  await browser.storage.local.set({ [KEY]: JSON.parse(JSON.stringify(now)) });
}

/** The pattern of a server, for the browser's question. Firefox's patterns hold for all ports and name none. */
export function originOf(address: string): string {
  const { protocol, host, hostname } = new URL(address);
  return `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*`;
}
