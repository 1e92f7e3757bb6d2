import type { ArticleMetadata, Version } from '#model/records.ts';
import { clip } from '#model/text.ts';
import { keyOf } from './cleanText.ts';
import { attributeOf, closest, countIn, select, tagOf, textOf } from './dom.ts';
import { findBody } from './findBody.ts';

/** What one visit keeps of an article's text, before it has an id. */
export type Digest = Omit<Version, 'id' | 'articleId' | 'seenAt' | 'lastSeenAt'>;

/** More paragraphs are not kept: 5 units each, so that a version stays under 4 kB with its headline. */
const MOST_PARAGRAPHS = 640;
/** A headline in any script takes at most 600 bytes. */
const LONGEST_HEADLINE = 200;
/** Shorter lines are counters, labels and credits, letters. */
const SHORTEST = 30;
/** Without the end of a sentence, a line shorter than this is a label, letters. */
const SHORTEST_OPEN = 80;
/** A paragraph that is mostly links leads elsewhere. */
const MOST_LINKED = 0.6;

/**
 * What is remembered of an article's text: its headline, its date of change and a hash of each paragraph. Only
 * running text counts: advertisements, related links, captions and counters come and go without an edit.
 */
export function digestArticle(document: Document, metadata: ArticleMetadata): Digest {
  const parts = findBody(document);
  const notices = new Set((metadata.corrections ?? []).map(keyOf));
  const paragraphs: string[] = [];
  for (const part of parts) {
    for (const block of blocksOf(part)) {
      const text = textOf(block);
      if (
        paragraphs.length < MOST_PARAGRAPHS &&
        isProse(block, text) &&
        !notices.has(keyOf(text.slice(0, 1_000)))
      )
        paragraphs.push(hashOf(text));
    }
  }
  return {
    headline: clip(metadata.title ?? '', LONGEST_HEADLINE),
    modifiedAt: metadata.modifiedAt,
    paragraphs: paragraphs.join(' '),
    corrected: notices.size > 0,
    ...(metadata.paywalled ? { partial: true } : {}),
  };
}

const BLOCK = 'p,li,blockquote,dd,pre,td';

/** The innermost blocks of text. */
function blocksOf(part: Element): Element[] {
  const inner = select(part, BLOCK, 2_000).filter((block) => countIn(block, BLOCK) === 0);
  return inner.length > 0 ? inner : [part];
}

const BESIDE =
  'aside,nav,footer,form,figure,dialog,header,button,[class~="ad" i],[aria-label="Advertisement" i]';

function isProse(block: Element, text: string): boolean {
  const letters = lettersIn(text);
  const ends = /[.!?…。！？؟۔।:;][\s"'”’»›）)\]]*$/u.test(text.trim());
  if (letters < (ends ? SHORTEST : SHORTEST_OPEN) || /^h[1-6]$/.test(tagOf(block))) return false;
  const beside = closest(block, BESIDE);
  // Some pages put the whole story into one of these.
  if (beside && !/^(?:article|main)$/.test(attributeOf(beside, 'role') ?? '')) return false;
  const linked = select(block, 'a', 50).reduce((sum, link) => sum + lettersIn(textOf(link)), 0);
  return linked <= MOST_LINKED * letters;
}

/** Ideographs say about as much as two or three letters. */
const lettersIn = (text: string): number =>
  text.replace(/[^\p{L}\p{N}]/gu, '').replace(/\p{Script=Han}/gu, 'xxx').length;

/** 24 bits of FNV-1a over letters and figures alone: quotes, dashes, case and spaces are no edit. Four units. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of essenceOf(text)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  const folded = ((hash >>> 24) ^ hash) & 0xffffff;
  return [18, 12, 6, 0].map((shift) => ALPHABET[(folded >>> shift) & 63]).join('');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Letters and figures, and the marks that change a figure. */
const essenceOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%‰$€£¥]+/gu, ' ')
    .trim();
