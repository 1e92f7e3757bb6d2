import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleAddresses } from '#article/articleAddresses.ts';
import { normalizeAddress } from '#article/normalizeAddress.ts';
import { sameArticle } from '#article/sameArticle.ts';

describe('normalizeAddress', () => {
  it.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'blob:https://a.example/1',
    'file:///etc/passwd',
    'about:blank',
    'chrome://settings',
    'mailto:a@b.example',
    '',
    'no address',
    'https://',
  ])('refuses %j', (url) => expect(normalizeAddress(url)).toBeNull());

  it('refuses an address of 100 kB', () => {
    expect(normalizeAddress(`https://gazette.example/${'a'.repeat(100_000)}`)).toBeNull();
  });

  it('drops the user name and password', () => {
    expect(normalizeAddress('https://anna:pw@gazette.example/a')).toBe('https://gazette.example/a');
  });

  it('writes a homograph host in punycode', () => {
    expect(normalizeAddress('https://gаzette.example/a')).toMatch(/^https:\/\/xn--/);
  });

  it('keeps a fragment only where it is the route', () => {
    expect(normalizeAddress('https://a.example/x#top')).toBe('https://a.example/x');
    expect(normalizeAddress('https://a.example/#/x')).toBe('https://a.example/#/x');
    expect(normalizeAddress('https://a.example/#/x:~:text=a%20quote')).toBe('https://a.example/#/x');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = normalizeAddress(url);
        expect(once === null || normalizeAddress(once) === once).toBe(true);
      }),
    );
  });
});

describe('articleAddresses', () => {
  it('puts a trusted canonical address first', () => {
    const own = 'https://m.gazette.example/p/4821337';
    const canonical = 'https://www.gazette.example/local/ferry-runs-again-4821337';
    expect(articleAddresses(own, canonical)[0]).toBe(canonical);
  });

  it('puts the own address first where the canonical one is a home page', () => {
    expect(articleAddresses('https://gazette.example/a-b-c-d', 'https://gazette.example/')[0]).toBe(
      'https://gazette.example/a-b-c-d',
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes a parameter named %s like every other', (name) => {
    expect(articleAddresses(`https://a.example/?${name}`, 'https://a.example/x')).toContain(
      `https://a.example/?${name}`,
    );
  });

  it('never throws on addresses of any kind', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true }),
        fc.oneof(fc.webUrl(), fc.string(), fc.constant(null)),
        (url, canonical) => {
          expect(Array.isArray(articleAddresses(url, canonical))).toBe(true);
        },
      ),
    );
  });
});

describe('sameArticle', () => {
  const text =
    'The ferry to the islands will run again from Monday, the harbour office said, after three weeks of repairs.';
  const seen = {
    url: 'https://gazette.example/ferry-runs-again-4821337',
    canonicalUrl: null,
    title: 'The ferry runs again after three weeks',
    publishedAt: '2024-05-17T08:00:00Z',
    opening: text,
  };

  it('knows a piece whose slug was reworded', () => {
    const now = {
      ...seen,
      url: 'https://gazette.example/islands-ferry-back-4821337',
      title: 'Islands: the ferry is back after three weeks',
    };
    expect(sameArticle(seen, now).verdict).toBe('same');
  });

  it('keeps the copies of two outlets apart', () => {
    expect(sameArticle(seen, { ...seen, url: 'https://courier.example/ferry-runs-again' }).verdict).toBe(
      'different',
    );
  });

  it('keeps two pieces of a daily column apart', () => {
    const a = {
      ...seen,
      url: 'https://gazette.example/morning/monday',
      title: 'Your morning briefing today',
      opening: undefined,
    };
    const b = { ...a, url: 'https://gazette.example/morning/tuesday', publishedAt: '2024-05-18T08:00:00Z' };
    expect(sameArticle(a, b).verdict).not.toBe('same');
  });

  it('asks when the text at one address was replaced', () => {
    const now = {
      ...seen,
      title: 'Storm warning for the whole coast',
      opening: 'Gusts of up to ninety kilometres are expected tonight, forecasters warned.',
    };
    expect(sameArticle(seen, now)).toEqual({
      verdict: 'unsure',
      evidence: ['the same address', 'but another headline and text'],
    });
  });

  it('says why', () => {
    const moved = { ...seen, url: 'https://gazette.example/archive/f77' };
    expect(sameArticle(seen, moved)).toEqual({
      verdict: 'same',
      evidence: ['the same text', 'the same headline', 'published at the same minute'],
    });
  });
});
