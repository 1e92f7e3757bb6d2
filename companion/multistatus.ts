import { DOMParser } from '@xmldom/xmldom';

const DAV = 'DAV:';

/** A member of a folder, by the last part of its address. */
export interface Member {
  name: string;
  isFolder: boolean;
}

/**
 * What a server answers to PROPFIND with depth 1 (RFC 4918, 13), without the folder itself. Addresses may be whole or
 * only paths, and servers escape them as they like; only the last part counts.
 *
 * @returns undefined where it is no such answer: the page of a proxy, or only a piece of one.
 */
export function membersIn(text: string, path: string): Member[] | undefined {
  const document = parse(text);
  const root = document?.documentElement;
  if (root?.localName !== 'multistatus' || root.namespaceURI !== DAV) return undefined;
  const own = partsOf(path).join('/');
  const members: Member[] = [];
  for (const response of root.getElementsByTagNameNS(DAV, 'response')) {
    const href = response.getElementsByTagNameNS(DAV, 'href')[0]?.textContent?.trim() ?? '';
    const parts = partsOf(href.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, ''));
    const name = parts.at(-1);
    if (name === undefined || parts.join('/') === own) continue;
    members.push({ name, isFolder: response.getElementsByTagNameNS(DAV, 'collection').length > 0 });
  }
  return members;
}

function parse(text: string) {
  try {
    // Warnings pass; whatever is an error makes it no answer at all.
    return new DOMParser({
      onError: (level) => {
        if (level !== 'warning') throw new Error(level);
      },
    }).parseFromString(text, 'text/xml');
  } catch {
    return undefined;
  }
}

const partsOf = (path: string): string[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
