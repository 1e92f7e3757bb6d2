import { registrableDomain } from '#model/registrableDomain.ts';
import { carriedAddress } from './carriedAddress.ts';
import { normalizeAddress } from './normalizeAddress.ts';
import { parametersOf } from './parametersOf.ts';

/**
 * Folding finds the plain form of an address that leads to the same text in another dress: AMP, print, mobile, a
 * redirect, a page of a paginated piece. It works on spelling alone, so each rule asks for a spelling that is hardly
 * ever used for anything else; where both readings are likely the address stays as it is.
 */

/** Parameters that choose a dress, with the values that do so. */
const DRESSES = new Map(
  Object.entries({
    amp: /^(?:1|true|yes|)$/i,
    outputtype: /^(?:amp|amp-type)$/i,
    output: /^(?:amp|print)$/i,
    view: /^(?:amp|print|mobile|desktop|full|classic)$/i,
    type: /^amp$/i,
    print: /^(?:1|true|yes|y|)$/i,
    printable: /^(?:1|true|yes|)$/i,
    printmode: /./,
    pagewanted: /./,
    seite: /^(?:all|\d{1,2})$/i,
    page: /^(?:all|\d{1,2})$/i,
    pg: /^\d{1,2}$/,
    singlepage: /./,
    share: /^[a-z-]{2,20}$/i,
    replytocom: /^\d+$/,
    mobile: /^(?:1|true|yes|)$/i,
    m: /^(?:1|true)$/i,
    nomobile: /./,
  }),
);

/** Parameters that mostly say how the reader came, but may choose the content of a page whose path says nothing. */
const MAYBE_TRACKING =
  /^(?:ref|referrer|referer|source|src|from|via|cid|sid|rss|feed|mod|campaign|medium|origin|chan|s|t|si)$/i;

/**
 * The plain form of a normalised address: https, no `www.` or `m.`, no AMP, print or page marks. Two addresses with
 * one folded form show one piece. Returns the address unchanged where nothing folds.
 */
export function foldAddress(normal: string): string {
  const address = new URL(unwrap(normal));
  if (address.port === '') address.protocol = 'https:';
  address.hostname = foldHost(address.hostname);
  const path = foldPath(address.pathname);
  const story = namesStory(path);
  const kept = parametersOf(address).filter(
    ([name, value]) =>
      !(DRESSES.get(name.toLowerCase())?.test(value) && (path !== '/' || name.length > 4)) &&
      !(story && MAYBE_TRACKING.test(name)),
  );
  address.pathname = path;
  address.search = new URLSearchParams(kept).toString();
  return address.href;
}

/** True where the path alone names one story: a slug of four words or a long number. */
export const namesStory = (path: string) =>
  path.split('/').some((part) => /(?:[^-_]+[-_]){3}[^-_]|\d{6,}/.test(part));

/** Follows wrappers that carry the real address in themselves, at most three deep. */
function unwrap(normal: string): string {
  let at = normal;
  for (let depth = 0; depth < 3; depth++) {
    const inner = carriedAddress(new URL(at));
    if (!inner || !/^https?:\/\/[^/]+\.[^/]+\/./.test(inner)) return at;
    const plain = normalizeAddress(inner);
    if (plain === null) return at;
    at = plain;
  }
  return at;
}

/** Without the labels of a dress. What is left must be of the same owner: `alice.amp.pages.dev` is not Alice's site. */
function foldHost(host: string): string {
  const plain = host
    .replace(/^(?:www\d?|m|mobile|mobil|amp|wap|touch)\.(?=[^.]+\.)/, '')
    .replace(/^(?:www|m|amp)\.(?=[^.]+\.[^.]+)/, '')
    .replace(/^([^.]+)\.(?:m|amp)\.(?=[^.]+\.)/, '$1.');
  return registrableDomain(plain) === registrableDomain(host) ? plain : host;
}

function foldPath(path: string): string {
  let plain = path.replace(/\/{2,}/g, '/').replace(/\/+$/, '');
  plain = plain.replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, '');
  // Marks at the end: /amp, /amp/, .amp, .amp.html, /print, /full, /all-pages
  plain = plain.replace(/(?<=\/[^/]+)\/(?:amp|amphtml|print|drucken|single-page|all-pages)$/i, '');
  plain = plain.replace(/[./](?:amp|print)(\.s?html?)?$/i, (mark, end) =>
    mark.startsWith('/') ? mark : (end ?? ''),
  );
  plain = plain.replace(/-amp(?=\.s?html?$)/i, '');
  // Marks at the beginning count only where a story follows.
  const inner = plain.replace(/^\/(?:amp|print)(?=\/)/i, '').replace(/\/amp(?=\/)/i, '');
  if (inner !== plain && namesStory(inner)) plain = inner;
  // Parts: /slug-of-a-story/2, /slug-of-a-story/page/2, slug-p2.html, slug,2.html
  const parts = plain
    .replace(/\/(?:page|seite|pagina|p)[/-]?\d{1,2}$/i, '')
    .replace(/(?<=(?:[^-/]+-){3}[^/]*)\/(?:[2-9]|1\d)$/, '');
  if (parts !== plain && namesStory(parts)) plain = parts;
  return plain === '' ? '/' : plain;
}
