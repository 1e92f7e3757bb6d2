import type { ArticleMetadata } from '#model/records.ts';
import { absoluteAddress } from './absoluteAddress.ts';
import { articleNode, namesIn } from './articleNode.ts';
import { readAuthors } from './authors.ts';
import { canonicalAddress, claimedAddresses } from './canonicalAddress.ts';
import { cleanText, keyOf } from './cleanText.ts';
import { modifiedDate, publishedDate } from './dates.ts';
import { attributeOf, rootOf, select, tagOf, textOf, titleOf } from './dom.ts';
import { type Head, readHead } from './head.ts';
import { headingOf } from './headingOf.ts';
import { isNode, readLinkedData } from './jsonLd.ts';
import { readingOf } from './pageReading.ts';
import { siteName } from './siteName.ts';
import { Surroundings } from './surroundings.ts';
import { chooseTitle } from './title.ts';

/**
 * What the page says about its article; null where it does not say. Reads within caps and never throws.
 * @param stale elements that tell of another story (`storyElements.ts`)
 */
export function readMetadata(
  document: Document,
  url: string,
  stale: ReadonlySet<Element> = new Set(),
): ArticleMetadata {
  try {
    return read(document, url, stale);
  } catch {
    // A page broken beyond reading says nothing.
    return { ...NOTHING, authors: [] };
  }
}

/** Of a page that says nothing. */
export const NOTHING: ArticleMetadata = {
  title: null,
  authors: [],
  site: null,
  section: null,
  language: null,
  publishedAt: null,
  modifiedAt: null,
  canonicalUrl: null,
  description: null,
  image: null,
};

function read(document: Document, url: string, stale: ReadonlySet<Element>): ArticleMetadata {
  const page = readingOf(document);
  const head = stale.size === 0 ? page.head : readHead(document, stale);
  const data = stale.size === 0 ? page.data : readLinkedData(document, stale);
  const claims = claimedAddresses(document, head, url, stale);
  const node = articleNode(data, [url, ...claims]) ?? {};
  const publishers = [...namesIn(node.publisher, data), ...namesIn(node.sourceOrganization, data)];
  const isTitleStale = [...stale].some((element) => tagOf(element) === 'title');
  const tab = isTitleStale ? '' : titleOf(document).slice(0, 1_000);
  const site = siteName(publishers, head, data, url, tab);
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  const outlet = [site, ...publishers, head.meta('og:site_name'), host, host.replace(/\.[^.]+$/, '')];
  const title = chooseTitle(
    {
      headline: namesIn(node.headline ?? node.name, data)[0] ?? '',
      alternative: namesIn(node.alternativeHeadline, data)[0] ?? '',
      name: namesIn(node.name, data)[0] ?? '',
      og: head.meta('og:title'),
      twitter: head.meta('twitter:title'),
      document: tab,
      h1: select(document, 'h1', 8).map(headingOf),
    },
    outlet,
  );
  const near = new Surroundings(document, title);
  const dated =
    node.datePublished ?? data.nodes.find((other) => other.datePublished)?.datePublished ?? node.dateCreated;
  const published = publishedDate(document, url, dated, head, near, stale);
  const modified = modifiedDate(document, node.dateModified, head);
  const language = cleanText(node.inLanguage, 35) || languageOf(document, head);
  const corrections = correctionsIn(document);
  return {
    title: title || null,
    authors: readAuthors(
      document,
      [...namesIn(node.author, data), ...namesIn(node.creator, data)],
      head,
      outlet,
      near,
    ),
    site: site || null,
    section:
      cleanText([node.articleSection].flat()[0], 100) || cleanText(head.meta('article:section'), 100) || null,
    language: language || null,
    publishedAt: published?.iso ?? null,
    modifiedAt: modified?.iso ?? null,
    ...(published ? { publishedRaw: published.raw } : {}),
    ...(modified ? { modifiedRaw: modified.raw } : {}),
    canonicalUrl: canonicalAddress(claims, url),
    description:
      cleanText(head.meta('og:description') || head.meta('description') || node.description, 1_000) || null,
    image: imageOf(head, node.image, url),
    ...(isPaid(node, head) ? { paywalled: true } : {}),
    ...(corrections.length > 0 ? { corrections } : {}),
  };
}

function languageOf(document: Document, head: Head): string {
  const root = rootOf(document);
  return cleanText(
    (root && attributeOf(root, 'lang')) ||
      head.meta('og:locale').replace('_', '-') ||
      head.meta('content-language'),
    35,
  );
}

function imageOf(head: Head, linked: unknown, url: string): string | null {
  const first = Array.isArray(linked) ? linked[0] : linked;
  const named = isNode(first) ? first.url : first;
  for (const href of [
    head.meta('og:image'),
    head.meta('twitter:image'),
    typeof named === 'string' ? named : '',
  ]) {
    const found = absoluteAddress(href, url);
    if (found) return found;
  }
  return null;
}

const isPaid = (node: Record<string, unknown>, head: Head) =>
  /^false$/i.test(String(node.isAccessibleForFree ?? '')) ||
  /^(?:locked|metered|premium)$/i.test(head.meta('article:content_tier'));

/** Notices that open with the word or stand in a box that is called so, as written. */
function correctionsIn(document: Document): string[] {
  const opens =
    /^[\s*(["'—–-]*(?:correction|clarification|editor[’']s note|korrektur|richtigstellung|berichtigung|rectificatif|erratum|corrección|rectificación|rettelse|rättelse)\b\s*[:(,.—–-]/i;
  const found = new Map<string, string>();
  for (const element of select(document, 'p,[class*="correction" i],[id*="correction" i]', 500)) {
    const text = textOf(element).slice(0, 1_200);
    if (opens.test(text) && text.length > 25 && text.length < 1_200)
      found.set(keyOf(text), cleanText(text, 1_000));
    if (found.size >= 10) break;
  }
  return [...found.values()];
}
