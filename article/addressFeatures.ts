import { LEGAL, NEWS_HOST, OTHER_HOST, SECTION, STORY, TALK } from './newsSignals';
import { type Features, flag } from './pageFeatures';

/** What the address says, read without the page. */
export function addressFeatures(address: URL): Features {
  let path = address.pathname.slice(0, 1_000);
  try {
    path = decodeURIComponent(path);
  } catch {
    // An old encoding: read it as it stands.
  }
  path = path.toLowerCase();
  const host = address.hostname;
  // No page is at such an address (RFC 2606): a saved page whose address is not known.
  const known = !host.endsWith('.invalid');
  const parts = path.split('/').filter(Boolean);
  const above = parts.slice(0, -1);
  const last = parts.at(-1) ?? '';
  return {
    uRoot: flag(known && (last === '' || (parts.length === 1 && /^(?:index|home|default)\b/.test(last)))),
    uSlug: flag(parts.some((part) => part.split(/[-_]/).length > 4)),
    uHash: flag(/[a-f\d]{8}|\d{3}/.test(last)),
    uSection: flag(parts.some((part) => SECTION.has(part))),
    uStory: flag(above.some((part) => STORY.has(part))),
    xLegal: flag(LEGAL.some((word) => path.includes(word))),
    fAddress: flag(above.some((part) => TALK.has(part))),
    sNewsHost: flag(NEWS_HOST.some((word) => host.includes(word))),
    sOtherHost: flag(OTHER_HOST.some((word) => `.${host}`.includes(word))),
  };
}
