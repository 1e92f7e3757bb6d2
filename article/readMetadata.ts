import type { ArticleMetadata } from '@/model/records';
import { articleNode, namesIn } from './articleNode';
import { readAuthors } from './authors';
import { cleanText, keyOf } from './cleanText';
import { modifiedDate, publishedDate } from './dates';
import { attributeOf, rootOf, select, selectFirst, textOf, titleOf, useDocument } from './dom';
import { type Head, readHead } from './head';
import { isNode, type LinkedData, readLinkedData, typesOf } from './jsonLd';
import { chooseTitle } from './title';

/** What the page says about its article; null where it does not say. Reads within caps and never throws. */
export function readMetadata(document: Document, url: string): ArticleMetadata {
  try {
    useDocument(document);
    return read(document, url);
  } catch {
    // A page broken beyond reading says nothing.
    return { ...NOTHING, authors: [] };
  }
}

const NOTHING: ArticleMetadata = {
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

function read(document: Document, url: string): ArticleMetadata {
  const head = readHead(document);
  const data = readLinkedData(document);
  const canonicalUrl = canonicalOf(document, head, url);
  const node = articleNode(data, [url, canonicalUrl]) ?? {};
  const publishers = [...namesIn(node.publisher, data), ...namesIn(node.sourceOrganization, data)];
  const site = siteOf(publishers, head, data, url);
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  const outlet = [site, ...publishers, head.meta('og:site_name'), host, host.replace(/\.[^.]+$/, '')];
  const title = chooseTitle(
    {
      headline: namesIn(node.headline ?? node.name, data)[0] ?? '',
      og: head.meta('og:title'),
      twitter: head.meta('twitter:title'),
      document: titleOf(document).slice(0, 1_000),
      h1: select(document, 'h1', 8).map((h1) => textOf(h1).slice(0, 2_000)),
    },
    outlet,
  );
  const dated =
    node.datePublished ?? data.nodes.find((other) => other.datePublished)?.datePublished ?? node.dateCreated;
  const published = publishedDate(document, url, dated, head);
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
    ),
    site: site || null,
    section:
      cleanText([node.articleSection].flat()[0], 100) || cleanText(head.meta('article:section'), 100) || null,
    language: language || null,
    publishedAt: published?.iso ?? null,
    modifiedAt: modified?.iso ?? null,
    ...(published ? { publishedRaw: published.raw } : {}),
    ...(modified ? { modifiedRaw: modified.raw } : {}),
    canonicalUrl,
    description:
      cleanText(head.meta('og:description') || head.meta('description') || node.description, 1_000) || null,
    image: imageOf(head, node.image, url),
    ...(isPaid(node, head) ? { paywalled: true } : {}),
    ...(corrections.length > 0 ? { corrections } : {}),
  };
}

/** The page's own word for its address, or its address: other hosts and home pages are not believed. */
function canonicalOf(document: Document, head: Head, url: string): string | null {
  const own = absolute(url, url);
  if (own === null) return null;
  const here = new URL(own);
  const link = selectFirst(document, 'link[rel~="canonical"][href]');
  for (const said of [(link && attributeOf(link, 'href')) ?? '', head.meta('og:url')]) {
    const address = absolute(said, url);
    if (address === null) continue;
    const there = new URL(address);
    const home = there.pathname.length <= 1 && there.search === '' && here.pathname.length > 1;
    if (!home && sharesSite(here.hostname, there.hostname)) return address;
  }
  return own;
}

/** A cheap stand-in for the registrable domain, good enough to refuse strangers; identity checks it properly. */
const sharesSite = (a: string, b: string) =>
  a.split('.').slice(-2).join('.') === b.split('.').slice(-2).join('.');

/** http(s) only, without user name and fragment, at most 4,000 characters. */
function absolute(href: string, base: string): string | null {
  if (!href.trim() || href.length > 4_000 || !URL.canParse(href, base)) return null;
  const address = new URL(href, base);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return null;
  address.username = address.password = '';
  if (!/^#!?\//.test(address.hash)) address.hash = '';
  return address.href;
}

function siteOf(publishers: string[], head: Head, data: LinkedData, url: string): string {
  const site = data.nodes.find((node) => typesOf(node).includes('WebSite'));
  const named = [
    ...publishers,
    head.meta('og:site_name'),
    ...(site ? namesIn(site, data) : []),
    head.meta('application-name'),
    head.meta('apple-mobile-web-app-title'),
    head.meta('dc.publisher'),
  ];
  const company = /\b(?:AG|GmbH|Inc|Ltd|LLC|Limited|SpA|Media Group|Verlag|Publishing|Blogger)\b/;
  const names = named
    .map((name) => cleanText(name, 100))
    .filter((name) => name.length > 1 && name.length <= 60 && !/^https?:/.test(name));
  // Two names of one outlet: the one the page shows beats a bare host name.
  const spoken = names.find((name) => !/^[\w-]+(?:\.[\w-]+)+$/.test(name) && !company.test(name)) ?? names[0];
  return spoken ?? (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '');
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
    const found = absolute(href, url);
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
