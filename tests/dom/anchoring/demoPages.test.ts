import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchor,
  describe as describeRange,
  indexText,
  NothingSelectedError,
  type Target,
  type TextIndex,
} from '#anchoring/index.ts';
import { routes } from '#demo/routes.mjs';
import { one, rangeOfText, someRange } from './page.ts';

const QUERY = new URLSearchParams();

/**
 * A demo page as the site would send it, in a document of its own: its scripts do not run, and the hostile one cannot
 * take the names of this document's properties.
 */
function bodyOf(path: string, edition: 1 | 2 = 1): Element {
  const route = routes.find((one) => one.path === path);
  if (!route) throw new Error(`No demo page ${path}`);
  const visit = {
    origin: 'http://demo.test',
    path,
    query: QUERY,
    edition,
    cookies: {},
    method: 'GET',
    form: QUERY,
  };
  const answer = route.answer(visit);
  const parsed = new DOMParser().parseFromString(
    typeof answer === 'string' ? answer : answer.body,
    'text/html',
  );
  return one(parsed, 'body, frameset');
}

const PAGES = routes.map(({ path }) => path).filter((path) => bodyOf(path).querySelector('p'));
const ARTICLES = [
  '/courier/politics/2026/11/18/tram-line-costs',
  '/gazette/2026/11/dockers-strike-third-week',
  '/observer/health/hospital-waiting-times-fall-7741',
  '/meridian/long-reads/2026/the-wall-under-the-water',
  '/marfa/mahalliyat/2026/11/desalination-plant',
  '/shioba/shakai/2026/11/kamome-ferry',
];

describe('describe, then anchor', () => {
  it.each(PAGES)('gives the same text for any selection on %s', (path) => {
    const root = bodyOf(path);
    const index = indexText(root);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (a, b, c, d) => {
        const target = described(index, someRange(root, a, b, c, d));
        if (!target) return;
        const found = anchor(index, target);
        expect(found).toMatchObject({ state: 'exact', textNow: target.exact });
        expect(found.span).toEqual({ start: target.start, end: target.end });
      }),
      { numRuns: 60 },
    );
  });
});

function described(index: TextIndex, range: Range): Target | null {
  try {
    return JSON.parse(JSON.stringify(describeRange(index, range)));
  } catch (error) {
    expect(error).toBeInstanceOf(NothingSelectedError);
    return null;
  }
}

describe('a quote of one demo article', () => {
  const pairs = ARTICLES.flatMap((from) => ARTICLES.filter((to) => to !== from).map((to) => [from, to]));
  it.each(pairs)('of %s is painted nowhere on %s', (from, to) => {
    const old = bodyOf(from ?? '');
    const index = indexText(old);
    const targets = [...old.querySelectorAll('p')].flatMap((paragraph) => {
      const text = paragraph.textContent ?? '';
      if (text.length < 80) return [];
      const whole = describeRange(index, rangeOfText(paragraph, text.trim()));
      const part = describeRange(index, rangeOfText(paragraph, text.trim().slice(20, 70)));
      return [whole, part];
    });
    expect(targets.length).toBeGreaterThan(4);
    const other = indexText(bodyOf(to ?? ''));
    for (const target of targets) expect(['missing', 'suggested']).toContain(anchor(other, target).state);
  });
});

describe('the second edition of the tram story', () => {
  const PATH = ARTICLES[0] ?? '';
  const stateOf = (quote: string) => {
    const old = bodyOf(PATH);
    const target = describeRange(indexText(old), rangeOfText(old, quote));
    return anchor(indexText(bodyOf(PATH, 2)), target);
  };

  it.each([
    ['a figure was changed', 'will cost 418 million crowns, a third more than the 312 million', 'changed'],
    ['a negation was taken out', 'The route has not changed.', 'changed'],
    ['the paragraph was moved', 'He wants the council to stop the work for six months', 'exact'],
    [
      'an advertisement was put in after',
      'an office district on the northern quay that has since been cancelled',
      'exact',
    ],
  ])('says so where %s', (_, quote, state) => {
    expect(stateOf(quote)).toMatchObject({ state });
  });

  it('paints nothing where the sentence went and a look-alike came', () => {
    const found = stateOf('Steel alone accounts for 41 million crowns of the difference.');
    expect(['missing', 'suggested']).toContain(found.state);
  });

  it('shows the figures that changed, word by word', () => {
    const found = stateOf('will cost 418 million crowns, a third more than the 312 million');
    expect(
      found.changes
        .filter(({ touches }) => touches === 'figure')
        .map(({ kind, text }) => `${kind} ${text.trim()}`),
    ).toContain('removed 418');
    expect(found.range?.toString()).toContain('436 million crowns');
  });
});
