import type { ArticleMetadata } from '@/model/records';
import { attributeOf, rootOf, select, selectFirst, textOf, titleOf, useDocument } from './dom';
import { readHead } from './head';
import { isNode, type LdNode, type LinkedData, readLinkedData, typesOf } from './jsonLd';

const clean = (text: unknown) =>
  typeof text === 'string' ? text.slice(0, 2000).replace(/\s+/g, ' ').trim() : '';

/** Facts about the article as the page states them; null where it does not. Never throws. */
export function readMetadata(document: Document, url: string): ArticleMetadata {
  useDocument(document);
  const head = readHead(document);
  const data = readLinkedData(document);
  const article = data.nodes.find((node) =>
    typesOf(node).some((type) => /Article$|BlogPosting$|^Report$/.test(type)),
  );
  const h1 = selectFirst(document, 'h1');
  const published =
    clean(article?.datePublished) ||
    head.meta('article:published_time') ||
    head.meta('datepublished') ||
    head.meta('date') ||
    timeOf(document);
  const modified = clean(article?.dateModified) || head.meta('article:modified_time');
  return {
    title:
      clean(article?.headline) ||
      clean(head.meta('og:title')) ||
      (h1 && clean(textOf(h1))) ||
      clean(titleOf(document)) ||
      null,
    authors: [...new Set(namesOf(article?.author, data))].concat(
      article?.author ? [] : [clean(head.meta('author'))].filter(Boolean),
    ),
    site: namesOf(article?.publisher, data)[0] ?? (clean(head.meta('og:site_name')) || null),
    section: clean(article?.articleSection) || clean(head.meta('article:section')) || null,
    language:
      clean(article?.inLanguage) ||
      (attributeOf(rootOf(document) ?? document.createElement('html'), 'lang') ?? null),
    publishedAt: toIso(published),
    modifiedAt: toIso(modified),
    ...(published ? { publishedRaw: published } : {}),
    ...(modified ? { modifiedRaw: modified } : {}),
    canonicalUrl: absolute(head.canonical ?? '', url),
    description: clean(head.meta('og:description')) || clean(head.meta('description')) || null,
    image: absolute(head.meta('og:image'), url),
  };
}

const timeOf = (document: Document) =>
  select(document, 'time[datetime]', 1).map((time) => clean(attributeOf(time, 'datetime')))[0] ?? '';

function namesOf(value: unknown, data: LinkedData, depth = 0): string[] {
  if (depth > 3) return [];
  if (typeof value === 'string') return /^https?:/.test(value) ? [] : [clean(value)].filter(Boolean);
  if (Array.isArray(value)) return value.slice(0, 12).flatMap((item) => namesOf(item, data, depth + 1));
  if (!isNode(value)) return [];
  if (value.name) return namesOf(value.name, data, depth + 1);
  const target: LdNode | undefined =
    typeof value['@id'] === 'string' ? data.byId.get(value['@id']) : undefined;
  return target && target !== value ? namesOf(target, data, depth + 1) : [];
}

function toIso(raw: string): string | null {
  const time = Date.parse(raw);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function absolute(href: string, base: string): string | null {
  if (!href || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}
