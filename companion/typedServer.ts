/**
 * The address of the folder that the reader named, with a slash at its end; undefined where it is none. Names that stand
 * in the address are left out: they belong into their own fields.
 */
export function typedServer(address: string, folder: string): string | undefined {
  const typed = address.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const parts = folder.split('/').map((part) => part.trim());
  // Up and away is no folder in it.
  if (parts.some((part) => part === '..' || part === '.')) return undefined;
  const path = parts.filter((part) => part !== '').map((part) => `${encodeURIComponent(part)}/`);
  return `${url.origin}${url.pathname.replace(/\/*$/, '/')}${path.join('')}`;
}

/** Whether name and password can be read on the way: no encryption, and the way leads out of this machine. */
export function isReadableByAll(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
