import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchor,
  describe as describeRange,
  indexText,
  NothingSelectedError,
  normaliseText,
} from '#anchoring/index.ts';
import { show, someRange } from './page.ts';

/** Markup of a kind a content system makes: blocks, inline elements, odd spaces and marks, emoji. */
const inline = fc.oneof(
  fc.constantFrom(
    'the harbour',
    'said ',
    ' 12,400',
    '3.1 percent',
    '\u00a0',
    ' \n ',
    'par\u00adlia\u00adment',
    'cafe\u0301',
    '👩\u200d🚒',
    'o\ufb03ce',
    '“no”',
    '<br>',
    '<wbr>',
    '<!-- x -->',
    'ים',
  ),
  fc.lorem({ maxCount: 5 }),
);
const phrase = fc
  .tuple(fc.constantFrom('', 'b', 'a', 'span'), fc.array(inline, { minLength: 1, maxLength: 4 }))
  .map(([tag, parts]) => (tag ? `<${tag}>${parts.join('')}</${tag}>` : parts.join('')));
const block = fc
  .tuple(fc.constantFrom('p', 'div', 'li', 'h2', 'td', 'figcaption'), fc.array(phrase, { maxLength: 5 }))
  .map(([tag, phrases]) =>
    tag === 'td'
      ? `<table><tr><td>${phrases.join(' ')}</td></tr></table>`
      : `<${tag}>${phrases.join(' ')}</${tag}>`,
  );
const markup = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.join('\n'));

describe('describe, then anchor', () => {
  it('gives the same text for any selection on any page', () => {
    fc.assert(
      fc.property(markup, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (html, a, b, c, d) => {
        const root = show(html);
        const range = someRange(root, a, b, c, d);
        const index = indexText(root);
        let target: ReturnType<typeof describeRange>;
        try {
          target = describeRange(index, range);
        } catch (error) {
          expect(error).toBeInstanceOf(NothingSelectedError);
          return;
        }
        const found = anchor(index, JSON.parse(JSON.stringify(target)));
        expect(found).toMatchObject({ state: 'exact', textNow: target.exact });
        expect(found.span).toEqual({ start: target.start, end: target.end });
        const selected = normaliseText(found.range?.toString() ?? '').replaceAll(' ', '');
        expect(selected).toContain(target.exact.replaceAll(' ', ''));
      }),
      { numRuns: 400 },
    );
  });
});
