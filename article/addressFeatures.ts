import { hasAny, LEGAL, NEWS_HOST, OTHER_HOST, SECTION, STORY, TALK } from './newsSignals.ts';
import { type Features, flag } from './pageFeatures.ts';

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
  const last = parts.at(-1) ?? '';
  let slug = false;
  let section = false;
  let story = false;
  let talk = false;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    slug ||= part.replaceAll('_', '-').split('-').length > 4;
    section ||= SECTION.has(part);
    if (i === parts.length - 1) break;
    story ||= STORY.has(part);
    talk ||= TALK.has(part);
  }
  return {
    uRoot: flag(known && (last === '' || (parts.length === 1 && /^(?:index|home|default)\b/.test(last)))),
    uSlug: flag(slug),
    uHash: flag(/[a-f\d]{8}|\d{3}/.test(last)),
    uSection: flag(section),
    uStory: flag(story),
    xLegal: flag(hasAny(path, LEGAL)),
    fAddress: flag(talk),
    sNewsHost: flag(hasAny(host, NEWS_HOST)),
    sOtherHost: flag(hasAny(`.${host}`, OTHER_HOST)),
  };
}
