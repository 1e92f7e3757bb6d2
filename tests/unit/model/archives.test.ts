import { describe, expect, it } from 'vitest';
import { archivePage, checkArchived } from '#model/archives.ts';

const PAGE = 'https://www.courier.example/city/dues?id=7';

describe('a pasted result', () => {
  it.each([
    ['the Wayback Machine', `https://web.archive.org/web/20260312100300/${PAGE}`, true],
    [
      'the Wayback Machine, without scheme or www',
      'https://web.archive.org/web/20260312100300/courier.example/city/dues?id=7',
      true,
    ],
    ['the Wayback Machine, as it was', `https://web.archive.org/web/20260312100300if_/${PAGE}`, true],
    ['another of its addresses', 'https://web.archive.org/web/2026/https://courier.example/amp/dues', true],
    ['archive.today, long', `https://archive.ph/2026.03.12-100300/${PAGE}`, true],
    ['archive.today, newest', `https://archive.is/newest/${PAGE}`, true],
    ['archive.today, short, which says no page', 'https://archive.today/Ab12C', false],
    ['blanks around it', `  https://web.archive.org/web/2026/${PAGE}\n`, true],
  ])('is taken from %s', (_case, pasted, sure) => {
    const found = checkArchived(pasted, [PAGE, 'https://courier.example/amp/dues/']);
    expect(found).toEqual({ ok: true, url: pasted.trim(), sure });
  });

  it.each([
    ['no address', 'no address', 'the copy'],
    ['no address', 'a script', 'javascript:alert(1)'],
    ['no archive', 'the page itself', PAGE],
    ['no archive', 'a look-alike', `https://web.archive.org.evil.example/web/2026/${PAGE}`],
    ['no archive', 'the archive’s front page', 'https://web.archive.org/'],
    ['no archive', 'its calendar', `https://web.archive.org/web/*/${PAGE}`],
    ['no archive', 'a search there', 'https://archive.today/https://elsewhere'],
    [
      'another page',
      'a copy of another page',
      'https://web.archive.org/web/2026/https://courier.example/other',
    ],
    [
      'another page',
      'a copy with another query',
      'https://web.archive.org/web/2026/https://www.courier.example/city/dues?id=8',
    ],
    [
      'another page',
      'a page that only ends alike',
      `https://web.archive.org/web/2026/https://evil.example/${PAGE}`,
    ],
  ])('is refused as %s: %s', (problem, _case, pasted) => {
    expect(checkArchived(pasted, [PAGE])).toEqual({ ok: false, problem });
  });
});

it('opens the archives at the page’s own address', () => {
  expect(archivePage('wayback', PAGE)).toBe(`https://web.archive.org/web/*/${PAGE}`);
  expect(archivePage('archive.today', PAGE)).toBe(
    `https://archive.today/?run=1&url=${encodeURIComponent(PAGE)}`,
  );
  expect(archivePage('wayback', 'javascript:alert(1)')).toBe(undefined);
});
