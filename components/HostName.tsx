import { readableHost } from './readableHost.ts';

/** The host of an address, safe against names that look like others. Nothing for what is no http(s) address. */
export function HostName({ url }: { url: string }) {
  const host = readableHost(url);
  return host ? <bdi class="host">{host}</bdi> : null;
}
