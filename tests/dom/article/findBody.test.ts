import { describe, expect, it } from 'vitest';
import { findBody } from '#article/index.ts';
import { PARAGRAPHS, page, pages } from './pages.ts';

const textOf = (parts: Element[]) => parts.map((part) => part.textContent).join('\n');

describe('the whole text is found', () => {
  it.each([
    'jsonLd',
    'microdata',
    'bare',
    'liveBlog',
    'print',
    'lineBreaks',
    'bareBlocks',
    'formAround',
    'clobbered',
    'splitByAds',
  ] as const)('%s', (name) => {
    const text = textOf(findBody(pages[name]()));
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  });
});

describe('what is not the text stays out', () => {
  it.each(['jsonLd', 'bare', 'microdata'] as const)('%s', (name) => {
    const text = textOf(findBody(pages[name]()));
    expect(text).not.toContain('More on this');
    expect(text).not.toContain('All rights reserved');
  });

  it('leaves out the advertisements between the parts', () => {
    expect(textOf(findBody(pages.splitByAds()))).not.toContain('Advertisement');
  });

  it('leaves out share bars and boxes inside the text', () => {
    const box =
      '<div class="share-bar"><a href="#">Post this</a></div><div class="newsletter-box"><p>Get our letter every morning, it is free and you can stop whenever you want to do so.</p></div>';
    const story = PARAGRAPHS.map((text) => `<p>${text}</p>`).join(box);
    const text = textOf(findBody(page({ story })));
    expect(text).not.toContain('Post this');
    expect(text).not.toContain('Get our letter');
    expect(text).toContain(PARAGRAPHS[5]);
  });
});

it('gives the parts in document order and without overlap', () => {
  const parts = findBody(pages.splitByAds());
  for (const [i, part] of parts.entries()) {
    const next = parts[i + 1];
    if (next) expect(part.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    if (next) expect(part.contains(next)).toBe(false);
  }
});

it('takes one container where it holds nothing else', () => {
  expect(findBody(pages.microdata()).length).toBe(1);
});

it('is empty where there is no running text', () => {
  expect(findBody(pages.login())).toEqual([]);
  expect(findBody(new Document())).toEqual([]);
});
