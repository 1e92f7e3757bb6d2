import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourcing, sourcingStatus } from '#evidence/sourcingStatus.ts';
import { type Source, STANCES, TIERS } from '#model/records.ts';
import { aSource, quoting } from './aSource.ts';

const supports = (facts: Partial<Source> = {}) => aSource({ stance: 'supports', ...facts });
const at = (url: string, facts: Partial<Source> = {}) => supports({ url, ...facts });
const passage =
  'The harbour authority counted four hundred and twelve ships between January and the end of March.';

describe('the truth table', () => {
  it.each([
    ['unsourced', 'no source at all', []],
    ['unsourced', 'only context', [aSource({ stance: 'context', tier: 'primary' })]],
    ['unsourced', 'a row opened but not filled in', [aSource({ url: '', title: '' })]],
    ['unsourced', 'a row of blanks', [aSource({ url: ' ', title: '  ', site: '\u00a0' })]],
    ['unsourced', 'an empty row that disputes', [aSource({ url: '', title: '', stance: 'disputes' })]],
    [
      'single source',
      'a passage without an address',
      [supports({ url: '', title: '', ...quoting('It leaks.') })],
    ],
    ['single source', 'one secondary', [supports()]],
    ['single source', 'one of unknown tier', [supports({ tier: 'unknown' })]],
    ['single source', 'two secondaries', [supports(), supports()]],
    [
      'single source',
      'three whose tier nobody has judged',
      [1, 2, 3].map(() => supports({ tier: 'unknown' })),
    ],
    ['corroborated', 'one primary', [supports({ tier: 'primary' })]],
    ['corroborated', 'three independent secondaries', [supports(), supports(), supports()]],
    [
      'contested',
      'a primary for and a secondary against',
      [supports({ tier: 'primary' }), aSource({ stance: 'disputes' })],
    ],
    [
      'contested',
      'three for and one of unknown tier against',
      [supports(), supports(), supports(), aSource({ stance: 'disputes', tier: 'unknown' })],
    ],
    ['contested', 'only a source against what the article asserts', [aSource({ stance: 'disputes' })]],
  ] as const)('is %s with %s', (status, _case, sources) => {
    expect(sourcingStatus([...sources])).toBe(status);
  });
});

describe('independence of secondary sources', () => {
  it.each([
    [
      'three pages of one site',
      [at('https://a.example/1'), at('https://www.a.example/2'), at('http://m.a.example/3')],
    ],
    [
      'two sites, one of them twice',
      [at('https://a.example/1'), at('https://b.example/1'), at('https://news.b.example/2')],
    ],
    [
      'two sites under one country suffix, one twice',
      [at('https://a.co.uk/1'), at('https://b.co.uk/1'), at('https://m.b.co.uk/2')],
    ],
    [
      'one wire story on three sites',
      [supports({ wire: 'AP' }), supports({ wire: 'The Associated Press' }), supports({ wire: 'ap' })],
    ],
    [
      'a wire copy beside the agency itself',
      [at('https://apnews.com/1'), supports({ wire: 'Associated Press' }), supports()],
    ],
    [
      'an agency nobody has heard of',
      [supports({ wire: 'Nordlicht News' }), supports({ wire: ' nordlicht  news' }), supports()],
    ],
    [
      'one passage quoted by three',
      [quoting(passage), quoting(passage.toUpperCase()), quoting(`“${passage}”`)].map(supports),
    ],
    [
      'a trimmed copy of a passage',
      [supports(quoting(passage)), supports(quoting(passage.slice(0, 60))), supports()],
    ],
    [
      'three books of which nothing is known but the same title',
      ['The Harbour', 'the harbour', 'The Harbour '].map((title) => supports({ url: '', title })),
    ],
    [
      'one title in other letters',
      ['The Harbour', 'the harbour', 'THE HARBOUR'].map((title) => supports({ url: '', title })),
    ],
    [
      'one title with blanks around it',
      ['The Harbour', ' The Harbour', 'The Harbour '].map((title) => supports({ url: '', title })),
    ],
    [
      'three pages of one printed outlet',
      ['Page 1', 'Page 2', 'Page 3'].map((title) => supports({ url: '', title, site: 'Harbour Post' })),
    ],
    [
      'three books by one author',
      ['Tides', 'Ropes', 'Sails'].map((title) => supports({ url: '', title, authors: ['A. Berg'] })),
    ],
  ])('does not corroborate by %s', (_case, sources) => {
    expect(sourcingStatus(sources)).toBe('single source');
  });

  it.each([
    [
      'three names under one country suffix',
      ['https://a.co.uk/', 'https://b.co.uk/', 'https://c.co.uk/'].map((url) => at(url)),
    ],
    [
      'three writers on one blog host',
      ['https://a.substack.com/', 'https://b.substack.com/', 'https://c.substack.com/'].map((url) => at(url)),
    ],
    [
      'three writers on one host of the Public Suffix List',
      ['https://a.github.io/', 'https://b.github.io/', 'https://c.github.io/'].map((url) => at(url)),
    ],
    ['different agencies', ['AP', 'Reuters', 'AFP'].map((wire) => supports({ wire }))],
    ['the same short phrase in each', [1, 2, 3].map(() => supports(quoting('rose 3.1 per cent in May')))],
    ['three interviews', ['A. Berg', 'C. Dahl', 'E. Falk'].map((title) => supports({ url: '', title }))],
    [
      'own reporting of a site that also prints a wire copy',
      [
        at('https://a.example/own'),
        at('https://a.example/wire', { wire: 'AP' }),
        supports({ wire: 'AP' }),
        supports(),
      ],
    ],
  ])('corroborates by %s', (_case, sources) => {
    expect(sourcingStatus(sources)).toBe('corroborated');
  });

  it('says how far a claim is from corroborated', () => {
    expect(
      sourcing([supports(), supports(), supports({ tier: 'unknown' }), aSource({ stance: 'context' })]),
    ).toMatchObject({
      status: 'single source',
      primary: 0,
      independent: 2,
      unjudged: 1,
      supporting: 3,
      disputing: 0,
      context: 1,
    });
  });
});

describe('for any sources', () => {
  const anySource = fc
    .record({
      site: fc.constantFrom('a', 'b', 'c', 'd'),
      stance: fc.constantFrom(...STANCES),
      tier: fc.constantFrom(...TIERS),
      wire: fc.constantFrom('', 'AP', 'Reuters'),
    })
    .map(({ site, ...facts }) => aSource({ ...facts, url: `https://${site}.example/` }));
  const anySources = fc.array(anySource, { maxLength: 8 });

  it('their order does not matter', () => {
    fc.assert(
      fc.property(
        anySources,
        (sources) => sourcingStatus(sources) === sourcingStatus([...sources].reverse()),
      ),
    );
  });

  it('the same source twice changes nothing', () => {
    fc.assert(
      fc.property(
        anySources,
        (sources) => sourcingStatus(sources) === sourcingStatus([...sources, ...sources]),
      ),
    );
  });

  it('more support never lowers the status', () => {
    const rank = ['unsourced', 'single source', 'corroborated'];
    const undisputed = anySources.map((sources) => sources.filter(({ stance }) => stance !== 'disputes'));
    fc.assert(
      fc.property(undisputed, anySource, (sources, source) => {
        const more = sourcingStatus([...sources, { ...source, stance: 'supports' }]);
        return rank.indexOf(more) >= rank.indexOf(sourcingStatus(sources));
      }),
    );
  });
});

describe('the reasons', () => {
  const told = (sources: Source[]) => sourcing(sources).reasons.map(({ counts }) => counts);

  it('say what each source does for the status', () => {
    const words = quoting(passage);
    const sources = [
      at('https://a.example/1', { id: 'a', wire: 'AP', ...words }),
      at('https://news.a.example/2', { id: 'b' }),
      at('https://c.example/3', { id: 'c', wire: 'Associated Press' }),
      at('https://d.example/4', { id: 'd', ...words }),
      at('https://e.example/5', { id: 'e' }),
      at('https://f.example/6', { id: 'f', tier: 'unknown' }),
      aSource({ id: 'g', stance: 'disputes' }),
      aSource({ id: 'h', stance: 'context' }),
      supports({ id: 'i', tier: 'primary' }),
      supports({ id: 'j', url: '', title: '' }),
    ];
    const { reasons } = sourcing(sources);
    expect(reasons.map(({ id }) => id).join('')).toBe('abcdefghi');
    const counted = reasons.filter(({ counts }) => counts === 'independent').map(({ id }) => id);
    expect(counted).toEqual(['b', 'c', 'd', 'e']);
    expect(reasons.filter(({ id }) => 'fghi'.includes(id)).map(({ counts }) => counts)).toEqual([
      'tier unknown',
      'disputes',
      'context',
      'primary',
    ]);
  });

  it.each([
    ['same site', [at('https://a.example/1'), at('https://www.a.example/2')]],
    ['same wire', [supports({ wire: 'dpa' }), supports({ wire: 'dpa' })]],
    ['same text', [supports(quoting(passage)), supports(quoting(passage))]],
  ] as const)('name the %s, and the source it is shared with', (shared, sources) => {
    const [first, second] = sources;
    expect(sourcing([...sources]).reasons).toEqual([
      { id: first.id, counts: 'independent' },
      { id: second.id, counts: shared, with: first.id },
    ]);
  });

  it('count a fourth independent source too', () => {
    expect(told([supports(), supports(), supports(), supports()])).toEqual(Array(4).fill('independent'));
  });
});
