import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AnnotationDraftSchema, ArticleDraftSchema, SourceDraftSchema } from '#model/drafts.ts';
import { isPlainJson } from '#model/plainJson.ts';
import { AnnotationSchema, ArticleMetadataSchema, SourceSchema, TargetSchema } from '#model/schemas.ts';
import { clip, clipStart, LIMITS, oneLine, wellFormed } from '#model/text.ts';
import { webAddress } from '#model/webAddress.ts';

const metadata = {
  title: 'Harbour tolls rise again',
  authors: ['Ines Marlow'],
  site: 'The Quay Courier',
  section: null,
  language: 'en',
  publishedAt: '2026-03-01T07:00:00Z',
  modifiedAt: null,
  canonicalUrl: 'https://quay.example/harbour-tolls',
  description: null,
  image: null,
};

const annotation = {
  id: 'a1',
  articleId: 'b1',
  url: 'https://quay.example/harbour-tolls',
  target: { exact: 'Tolls rose', prefix: '', suffix: '', start: 0, end: 10 },
  anchor: { state: 'exact', checkedAt: '2026-03-04T09:00:00Z' },
  color: 'yellow',
  note: '',
  tags: [],
  sources: [],
  history: [],
  createdAt: '2026-03-04T09:00:00Z',
  updatedAt: '2026-03-04T09:00:00Z',
  revision: 1,
  ext: {},
};

const accepts = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

describe('addresses', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'blob:https://quay.example/1',
    'file:///etc/passwd',
    'ftp://quay.example/',
    '//quay.example/',
    '/harbour-tolls',
    'https://',
    '',
  ])('refuses %j', (address) => {
    expect(webAddress(address)).toBeUndefined();
  });

  it('keeps an ordinary address to the letter', () => {
    const address = 'https://quay.example/Ärger?a=1&b=%20#part';
    expect(webAddress(address)).toBe(address);
  });

  it('drops names and passwords', () => {
    expect(webAddress('https://me:secret@quay.example/a')).toBe('https://quay.example/a');
  });

  it('drops the query of an address that is too long, and refuses one that still is', () => {
    expect(webAddress(`https://quay.example/a?${'x'.repeat(LIMITS.url)}`)).toBe('https://quay.example/a');
    expect(webAddress(`https://quay.example/${'x'.repeat(LIMITS.url)}`)).toBeUndefined();
    expect(webAddress(`https://quay.example/?${'x'.repeat(1_000_000)}`)).toBeUndefined();
  });

  it('gives only http(s) addresses without secrets, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (text) => {
        const address = webAddress(text);
        if (address === undefined) return;
        const url = new URL(address);
        expect(['http:', 'https:']).toContain(url.protocol);
        expect(url.username + url.password).toBe('');
        expect(webAddress(address)).toBe(address);
      }),
    );
  });
});

describe('texts', () => {
  it('are clipped without half a pair at the border', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, max) => {
        for (const cut of [clip(text, max), clipStart(text, max)]) {
          expect(cut.length).toBeLessThanOrEqual(max);
          expect(cut.isWellFormed()).toBe(true);
        }
        expect(text.startsWith(clip(text, max))).toBe(true);
        expect(text.endsWith(clipStart(text, max))).toBe(true);
      }),
    );
  });

  it('keep their length when they are made well-formed, so that offsets hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
        const broken = `${text.slice(0, at)}\ud800\0${text.slice(at)}`;
        const whole = wellFormed(broken);
        expect(whole.isWellFormed()).toBe(true);
        expect(whole).not.toContain('\0');
        expect(whole).toHaveLength(broken.length);
      }),
    );
  });

  it('become one line whatever breaks they hold', () => {
    expect(oneLine('  Tolls\r\n---\u2028rise\u0085again\0 ', 100)).toBe('Tolls --- rise again');
    expect(oneLine('x'.repeat(1_000_000), LIMITS.line)).toHaveLength(LIMITS.line);
  });
});

describe('plain JSON', () => {
  it('refuses keys that reach a prototype at any depth', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      expect(isPlainJson(JSON.parse(`{"a":[{"${key}":{}}]}`))).toBe(false);
    }
  });

  it('refuses what is no data', () => {
    for (const value of [() => 1, new Date(), new Map(), Number.NaN, 1n, Symbol('s')]) {
      expect(isPlainJson({ value })).toBe(false);
    }
  });

  it('measures depth without using up the stack', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(isPlainJson(deep)).toBe(false);
    expect(isPlainJson({ a: { b: { c: { d: { e: { f: 1 } } } } } }, 6)).toBe(true);
    expect(isPlainJson({ a: { b: { c: { d: { e: { f: {} } } } } } }, 6)).toBe(false);
  });

  it('refuses more values than it may hold', () => {
    expect(
      isPlainJson(
        Array.from({ length: 101 }, () => 1),
        6,
        100,
      ),
    ).toBe(false);
  });
});

describe('what a page says', () => {
  it('is clipped and cleaned, never refused for being too much', () => {
    const parsed = v.parse(ArticleMetadataSchema, {
      ...metadata,
      title: `\ud800 ${'y'.repeat(1_000_000)}`,
      authors: Array.from({ length: 10_000 }, (_, number) => `Author ${number}`),
      corrections: Array.from({ length: 100 }, () => 'z'.repeat(100_000)),
    });
    expect(parsed.title).toHaveLength(LIMITS.line);
    expect(parsed.authors).toHaveLength(50);
    expect(parsed.corrections).toHaveLength(20);
  });

  it('loses addresses and dates that are none', () => {
    const parsed = v.parse(ArticleMetadataSchema, {
      ...metadata,
      canonicalUrl: 'javascript:alert(1)',
      image: 'data:image/png;base64,x',
      publishedAt: 'yesterday',
    });
    expect(parsed).toMatchObject({ canonicalUrl: null, image: null, publishedAt: null });
  });

  it('keeps usable addresses and refuses a page without one', () => {
    const draft = { addresses: ['javascript:x', 'https://a.example/'], metadata, kind: 'news' };
    expect(v.parse(ArticleDraftSchema, draft).addresses).toEqual(['https://a.example/']);
    expect(accepts(ArticleDraftSchema, { ...draft, addresses: ['about:blank'] })).toBe(false);
  });
});

describe('what the reader writes', () => {
  it('is kept to the letter up to its limit and refused above', () => {
    const note = `a  b\n\n${'x'.repeat(LIMITS.note - 6)}`;
    expect(v.parse(AnnotationSchema, { ...annotation, note }).note).toBe(note);
    expect(accepts(AnnotationSchema, { ...annotation, note: `${note}x` })).toBe(false);
  });

  it('is a source only when it names something', () => {
    expect(accepts(SourceDraftSchema, {})).toBe(false);
    expect(accepts(SourceDraftSchema, { title: 'Interview' })).toBe(true);
    expect(accepts(SourceDraftSchema, { title: 'Interview', url: 'javascript:x' })).toBe(false);
  });
});

describe('records', () => {
  it('refuse unknown keys at every level', () => {
    expect(accepts(AnnotationSchema, annotation)).toBe(true);
    expect(accepts(AnnotationSchema, { ...annotation, extra: 1 })).toBe(false);
    expect(accepts(TargetSchema, { ...annotation.target, extra: 1 })).toBe(false);
    expect(accepts(AnnotationSchema, { ...annotation, anchor: { ...annotation.anchor, extra: 1 } })).toBe(
      false,
    );
  });

  it.each([
    '2026-03-04',
    '2026-03-04T09:00:00',
    '2026-13-04T09:00:00Z',
    '2026-03-04T09:00:00+01:00',
    'NaN',
    '',
  ])('refuse the time %j', (createdAt) => {
    expect(accepts(AnnotationSchema, { ...annotation, createdAt })).toBe(false);
  });

  it('refuse ids that could be a path or markup', () => {
    for (const id of ['../x', '<b>', '', 'a b', 'x'.repeat(101), '__proto__']) {
      expect(accepts(AnnotationSchema, { ...annotation, id })).toBe(false);
    }
  });

  it('keep foreign data as it is, within bounds', () => {
    const ext = { uri: 'urn:x', nested: { list: [1, 'two', null] } };
    expect(v.parse(AnnotationSchema, { ...annotation, ext }).ext).toEqual(ext);
    expect(accepts(AnnotationSchema, { ...annotation, ext: { long: 'x'.repeat(LIMITS.note) } })).toBe(false);
    expect(accepts(AnnotationSchema, { ...annotation, ext: JSON.parse('{"__proto__":{}}') })).toBe(false);
  });

  it('never throw and never touch prototypes, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, key: fc.oneof(fc.string(), fc.constant('__proto__')) }),
        (value) => {
          for (const schema of [
            AnnotationSchema,
            AnnotationDraftSchema,
            SourceSchema,
            ArticleMetadataSchema,
          ]) {
            v.safeParse(schema, value);
          }
          expect(Object.keys(Object.prototype)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('come out of a second parsing as out of the first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, site) => {
        const once = v.parse(ArticleMetadataSchema, { ...metadata, title, site });
        expect(v.parse(ArticleMetadataSchema, once)).toEqual(once);
      }),
    );
  });
});
