import { describe, expect, it } from 'vitest';
import { digestArticle, readMetadata } from '#article/index.ts';
import { PARAGRAPHS, page } from './pages.ts';

const URL = 'https://paper.example/economy/ferry';
const digestOf = (html: string) => {
  const shown = page({ story: html });
  return digestArticle(shown, readMetadata(shown, URL));
};
const paragraphs = (texts: string[]) => texts.map((text) => `<p>${text}</p>`);
const STORY = paragraphs(PARAGRAPHS).join('\n');
const withAfterSecond = (html: string) => {
  const blocks = paragraphs(PARAGRAPHS);
  return [...blocks.slice(0, 2), html, ...blocks.slice(2)].join('\n');
};

describe('the digest of a visit', () => {
  const story = digestOf(STORY).paragraphs;

  it('holds one short hash for each paragraph', () => {
    expect(story.split(' ')).toHaveLength(PARAGRAPHS.length);
    expect(story).toMatch(/^[\w-]{4}( [\w-]{4})*$/);
  });

  it.each([
    [
      'an advertisement',
      '<aside class="ad"><p>Advertisement. Raincoats since 1904, now 20 percent off all yellow ones, while stocks last.</p></aside>',
    ],
    [
      'related links',
      '<ul class="related"><li><a href="/a">The harbour that could not decide which way to turn</a></li><li><a href="/b">Why the market opened all the same on that day</a></li></ul>',
    ],
    [
      'a paragraph of links',
      '<p><a href="/c">Read also: the long history of the strait and of those who crossed it in winter.</a></p>',
    ],
    ['a counter', '<p>1,204 comments</p>'],
    ['a running time', '<p>Updated 12 minutes ago</p>'],
    [
      'a caption',
      '<figure><img alt=""><figcaption>The quay at dawn, before the first of the two ferries left it on Tuesday.</figcaption></figure>',
    ],
  ])('does not change by %s', (_what, html) => {
    expect(digestOf(withAfterSecond(html)).paragraphs).toBe(story);
  });

  it('does not change by other quotes, dashes, capitals and spaces', () => {
    const dressed = PARAGRAPHS.map((text) =>
      text.replaceAll(' ', '\u00a0 ').replaceAll("'", '’').replaceAll('"', '“').toUpperCase(),
    );
    expect(digestOf(paragraphs(dressed).join('')).paragraphs).toBe(story);
  });

  it('changes by one figure in one place', () => {
    const at = PARAGRAPHS.findIndex((text) => /\d/.test(text));
    const edited = PARAGRAPHS.map((text, i) =>
      i === at ? text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)) : text,
    );
    const [old, now] = [story.split(' '), digestOf(paragraphs(edited).join('\n')).paragraphs.split(' ')];
    expect(old.flatMap((hash, i) => (hash === now[i] ? [] : [i]))).toEqual([at]);
  });

  it('knows a correction notice and does not count it as a paragraph', () => {
    const digest = digestOf(
      `${STORY}<p class="correction">Correction: an earlier version of this article named the wrong ship and the wrong year.</p>`,
    );
    expect(digest).toMatchObject({ corrected: true, paragraphs: story });
  });

  it('of the longest article with the longest headline fits into 4 kB', () => {
    const long = Array.from(
      { length: 1_200 },
      (_, i) => `<p>${PARAGRAPHS[i % PARAGRAPHS.length]} That was report number ${i} of the year.</p>`,
    );
    const shown = page({ story: long.join('') });
    const metadata = { ...readMetadata(shown, URL), title: '頭'.repeat(2_000) };
    const version = {
      id: crypto.randomUUID(),
      articleId: crypto.randomUUID(),
      seenAt: new Date().toISOString(),
      lastSeenAt: new Date().toISOString(),
      ...digestArticle(shown, metadata),
      partial: true,
    };
    expect(version.paragraphs.split(' ').length).toBeGreaterThan(500);
    expect(new TextEncoder().encode(JSON.stringify(version)).length).toBeLessThanOrEqual(4_096);
  });
});
