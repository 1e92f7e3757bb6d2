import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFile } from '#exchange/checkFile.ts';
import { claimReviews } from '#exchange/claimReviews.ts';
import { correctionRequest } from '#exchange/correctionRequest.ts';
import type { Version } from '#model/records.ts';
import { anAnnotation, anArticle, aSource } from './records.ts';

const AT = '2026-03-14T08:00:00.000Z';
const version = (change: Partial<Version>): Version => ({
  id: 'v',
  articleId: 'a',
  seenAt: '2026-03-12T10:02:11.000Z',
  headline: 'Harbour dues to double',
  modifiedAt: null,
  paragraphs: 'aa bb cc',
  corrected: false,
  ...change,
});
const disputed = anAnnotation({
  claim: {
    statement: 'Dues rise by 3.1%.',
    type: 'quantity',
    attribution: 'the council',
    status: 'settled',
    verdict: 'Wrong figure',
    reason: 'The minutes say 8.4%.',
  },
  anchor: { state: 'changed', checkedAt: AT, textNow: 'dues for freight ships will rise by 8.4%' },
  sources: [
    aSource({
      id: 'one',
      stance: 'disputes',
      tier: 'primary',
      title: 'Minutes',
      url: 'https://council.example/minutes',
      quote: { exact: 'an increase of 8.4 per cent', prefix: '', suffix: '' },
      archivedUrl: 'https://web.archive.org/web/20260312100000/https://council.example/minutes',
      archivedAt: '2026-03-12T11:00:00.000Z',
    }),
    aSource({
      id: 'two',
      stance: 'supports',
      tier: 'secondary',
      title: 'First print',
      wire: 'AP',
      quote: null,
    }),
    aSource({
      id: 'three',
      stance: 'supports',
      tier: 'secondary',
      title: 'Second print',
      url: 'https://other.example/b',
      wire: 'AP',
      quote: null,
    }),
  ],
});
const article = anArticle({
  archived: { url: 'https://archive.today/Ab12C', at: '2026-03-12T12:00:00.000Z' },
});
const versions = [
  version({}),
  version({ seenAt: AT, headline: 'Harbour dues to rise', paragraphs: 'aa bb dd', corrected: true }),
];

describe('the check file', () => {
  it('has all that is needed to repeat the check', async () => {
    const plain = anAnnotation({ id: 'plain', exact: 'A plain highlight.' });
    const text = checkFile({ article, annotations: [plain, disputed], versions, exportedAt: AT });
    expect(text).not.toContain('A plain highlight');
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'golden', 'check.md'));
  });

  it('lets nothing of a title, a name or a passage leave its place', () => {
    const evil = '# A](javascript:x) <img src=x> \n\n## B';
    const hostile = anAnnotation({
      claim: {
        statement: evil,
        type: 'other',
        attribution: evil,
        status: 'open',
        verdict: evil,
        reason: evil,
      },
      sources: [
        aSource({
          title: evil,
          site: evil,
          locator: evil,
          quote: { exact: evil, prefix: '', suffix: '' },
        }),
      ],
    });
    const text = checkFile({
      article: anArticle({ title: evil, site: evil }),
      annotations: [hostile],
      versions: [],
      exportedAt: AT,
    });
    // Front matter is quoted as YAML wants it.
    const body = text.slice(text.indexOf('\n---\n') + 5);
    expect(body).not.toMatch(/^#+ B/mu);
    expect(body).not.toMatch(/(?<!\\)<img/u);
    expect(body).not.toMatch(/(?<!\\)\]\(javascript/u);
  });
});

it('gives verdicts as ClaimReview, in the reader’s words and without a made-up number', () => {
  const open = anAnnotation({
    id: 'open',
    claim: { statement: '', type: 'other', attribution: '', status: 'open' },
  });
  const { '@context': context, '@graph': graph } = JSON.parse(
    claimReviews({ article, annotations: [open, disputed] }, AT),
  );
  expect(context).toBe('https://schema.org');
  expect(graph).toMatchObject([
    {
      '@type': 'ClaimReview',
      claimReviewed: 'Dues rise by 3.1%.',
      datePublished: '2026-03-14',
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'Wrong figure',
        ratingExplanation: 'The minutes say 8.4%.',
      },
      itemReviewed: {
        '@type': 'Claim',
        text: 'dues for freight ships will rise by 3.1%',
        author: { name: 'the council' },
        appearance: {
          '@type': 'NewsArticle',
          headline: article.title,
          archivedAt: 'https://archive.today/Ab12C',
        },
      },
      citation: [{ url: 'https://council.example/minutes' }, {}, {}],
    },
  ]);
  expect(JSON.stringify(graph)).not.toContain('ratingValue');
});

describe('a correction request', () => {
  it('is a neutral draft of what stands where and what the source says', async () => {
    await expect(correctionRequest(article, disputed)).toMatchFileSnapshot(
      join(import.meta.dirname, 'golden', 'correction.txt'),
    );
  });

  it('is none where no source disputes the claim', () => {
    expect(correctionRequest(article, anAnnotation({ sources: [aSource()] }))).toBe(null);
  });
});
