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

  it.each([
    'by Editor, Nov 01, 2025',
    'By Ylva Brandt',
    'Von Ylva Brandt und Odd Lunde',
    'Ylva Brandt | 3 March 2024, 10:15',
    'Published: 3 March 2024, 10:15',
    '03.03.2024, 10:15 Uhr',
    'Stand: 3. März 2024, 10:15 Uhr',
  ])('leaves out a line about the article that no class names: %s', (line) => {
    const story = [line, ...PARAGRAPHS].map((text) => `<p>${text}</p>`).join('');
    const text = textOf(findBody(page({ story })));
    expect(text).not.toContain(line);
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  });

  it.each([
    'By Monday it had rained for a week.',
    'Von hier fährt nichts mehr.',
    'It rained on 3 March 2024.',
    'Anna Lind, 42',
  ])('keeps a short line of it: %s', (line) => {
    const story = [PARAGRAPHS[0], line, ...PARAGRAPHS.slice(1)].map((text) => `<p>${text}</p>`).join('');
    expect(textOf(findBody(page({ story })))).toContain(line);
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
