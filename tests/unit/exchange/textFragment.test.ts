import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkToQuote, textFragment } from '#exchange/textFragment.ts';
import { hostileText } from './hostile.ts';

const target = (exact: string, prefix = '', suffix = '', count?: number) => ({
  exact,
  prefix,
  suffix,
  occurrence: count === undefined ? undefined : ([0, count] as [number, number]),
});

/** Reads a directive as the draft's grammar says: `[prefix-,]start[,end][,-suffix]`. */
function read(directive: string) {
  const terms = directive.replace('text=', '').split(',');
  const prefix = terms[0]?.endsWith('-') ? terms.shift()?.slice(0, -1) : undefined;
  const suffix = terms.at(-1)?.startsWith('-') ? terms.pop()?.slice(1) : undefined;
  const decode = (term: string | undefined) => (term === undefined ? undefined : decodeURIComponent(term));
  return {
    prefix: decode(prefix),
    start: decode(terms[0]),
    end: decode(terms[1]),
    suffix: decode(suffix),
    terms: terms.length,
  };
}

describe('a directive', () => {
  it.each([
    [
      'is the quote with whole words of context',
      target('rose 3.1% in May', 'e that unemployment ', ', according to the off'),
      'text=that%20unemployment-,rose%203.1%25%20in%20May,-%2C%20according%20to%20the',
    ],
    [
      'encodes what the grammar and Markdown use',
      target("a-b, (c) & d's *e*!"),
      'text=a%2Db%2C%20%28c%29%20%26%20d%27s%20%2Ae%2A%21',
    ],
    ['evens out white space', target(' two\t  words '), 'text=two%20words'],
    [
      'keeps a half word together with its other half',
      target('employment rose', 'The figures say un', ' again this year'),
      'text=figures%20say%20un-,employment%20rose,-again%20this',
    ],
    [
      'takes no word of context that may be half a word',
      target('the quote', 'alfword ', ' halfwo'),
      'text=the%20quote',
    ],
    [
      'names two sentences by their ends, since they may be two paragraphs',
      target('One two three four five six. Seven eight nine ten eleven twelve.'),
      'text=One%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve.',
    ],
    ['names short sentences whole', target('He left. She stayed.'), 'text=He%20left.,She%20stayed.'],
    [
      'takes more last words where they come twice',
      target('We said no to the plan then. They said no to the plan then'),
      'text=We%20said%20no%20to%20the,They%20said%20no%20to%20the%20plan%20then',
    ],
    [
      'keeps a figure with a point in one piece',
      target('a rate of 3.1 per cent'),
      'text=a%20rate%20of%203.1%20per%20cent',
    ],
    [
      'takes context of the neighbouring sentence where the quote may come twice',
      target('She agreed at once.', 'It was late. Nobody spoke. ', ' The vote followed at noon. T', 2),
      'text=Nobody%20spoke.-,She%20agreed%20at%20once.,-The%20vote%20followed%20at',
    ],
    [
      'leaves it out where the quote stands once',
      target('She agreed at once.', 'It was late. Nobody spoke. ', ' The vote followed at noon. T', 1),
      'text=She%20agreed%20at%20once.',
    ],
    [
      'leaves it out where no other place was counted',
      target('She agreed at once.', 'It was late. Nobody spoke. ', ' The vote followed at noon. T'),
      'text=She%20agreed%20at%20once.',
    ],
    ['is empty for an empty quote', target(' \n '), ''],
  ])('%s', (_fact, quote, directive) => {
    expect(textFragment(quote)).toEqual(directive);
  });

  it('needs no context for a quote of its own', () => {
    fc.assert(
      fc.property(hostileText, (exact) => {
        const quote = exact.replace(/[\p{M}\p{Cf}]/gu, '').trim();
        const terms = read(textFragment(target(quote)));
        const spaced = (text: string | undefined) => text?.toWellFormed().replace(/\s+/gu, ' ').trim() ?? '';
        expect(spaced(quote).startsWith(spaced(terms.start))).toBe(true);
        expect(spaced(quote).endsWith(spaced(terms.end ?? terms.start))).toBe(true);
        expect([terms.prefix, terms.suffix]).toEqual([undefined, undefined]);
      }),
      { numRuns: 1000 },
    );
  });

  it('names a long quote by its first and last words', () => {
    const exact = Array.from({ length: 120 }, (_, i) => `word${i}`).join(' ');
    expect(read(textFragment(target(exact)))).toMatchObject({
      start: 'word0 word1 word2 word3 word4',
      end: 'word115 word116 word117 word118 word119',
    });
  });

  it('decodes to words of the passage, in their order', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (exact, prefix, suffix) => {
        const directive = textFragment(target(exact, prefix, suffix));
        fc.pre(directive !== '');
        const terms = read(directive);
        const spaced = (text: string) => text.toWellFormed().replace(/\s+/gu, ' ');
        // Halves of a character are none, also where two of them meet.
        const passage = spaced([prefix, exact, suffix].map((text) => text.toWellFormed()).join(''));
        expect(directive).toMatch(/^text=[\w.~%,-]+$/u);
        expect(terms.terms).toBeLessThanOrEqual(2);
        const start = passage.indexOf(spaced(terms.start ?? ''));
        expect(start).toBeGreaterThanOrEqual(0);
        expect(passage.indexOf(spaced(terms.end ?? ''), start)).toBeGreaterThanOrEqual(start);
        // Without context the terms are the quote's own ends, wherever these are word bounds.
        const bare = spaced(exact).trim();
        const own = read(textFragment(target(exact)));
        if (own.end === undefined && own.start !== undefined)
          expect(bare).toContain(spaced(own.start).trim());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a directive in a script without spaces', () => {
  it.each([
    [
      'is the quote, with context up to marks that no dictionary can move',
      target('北部の渡し船を廃止する案', 'える。町の人は、昨日の市議会で', 'が通ると思わなかった、と話す。'),
      { prefix: '昨日の市議会で', start: '北部の渡し船を廃止する案', suffix: 'が通ると思わなかった' },
    ],
    [
      'keeps a half word together with its other half',
      target('議会は北部の渡', '朝。町の人によると、昨日の市', 'し船を来年、廃止する'),
      { prefix: '町の人によると、昨日の市', start: '議会は北部の渡', suffix: 'し船を来年' },
    ],
    [
      'takes no word of context that was cut by length',
      target('市议会', '天', '宣'),
      { prefix: undefined, start: '市议会', suffix: undefined },
    ],
    [
      'goes to a bound that Chromium and Firefox agree on, where there are no marks',
      target('北部の渡し船を', '昨日の市議会で', '廃止する案が可決されたと聞いた町の人'),
      { prefix: 'の市議会で', start: '北部の渡し船を', suffix: '廃止する案が' },
    ],
    [
      'passes over a bound that Firefox does not see, since “いと” is a word of its own',
      target('技師の手紙を読み', '。', 'はまだならないという町の人の話を聞いた'),
      { suffix: 'はまだならないという' },
    ],
    [
      'ends at a full stop without a space',
      target('船は十年使える。', '発表した。技師の話では、', '議会は答えなかった。次の', 1),
      { prefix: '技師の話では、', start: '船は十年使える。', suffix: undefined },
    ],
    [
      'names two sentences by their ends',
      target('船は十年使える、と技師は話した。議会は手紙を読み、何も答えなかった。'),
      { start: '船は十年使える、と技師は話した', end: '何も答えなかった。' },
    ],
    [
      'keeps what was said and who said it in one piece',
      target('「船は使える。」と技師は話した'),
      { start: '「船は使える。」と技師は話した', end: undefined },
    ],
    [
      'names a headline and what follows by their ends',
      target('渡し船の朝 昨日の市議会'),
      { start: '渡し船の朝', end: '昨日の市議会' },
    ],
    [
      'keeps the wide space, which Firefox finds only as it is',
      target('大森\u3000灯さんは話した', 'した。', '。その'),
      { start: '大森\u3000灯さんは話した' },
    ],
    [
      'has no context beyond a wide space, which no browser passes over',
      target('灯さんは話した', '隣の大森\u3000', 'と町の人は言う、'),
      { prefix: undefined, start: '灯さんは話した', suffix: 'と町の人は言う' },
    ],
    [
      'does not cross a space that may have been wide in the page',
      target('大森 灯さんは話した', 'した。', '。その'),
      { start: '大森', end: '灯さんは話した' },
    ],
    [
      'has no context beyond such a space',
      target('最後の便は', '「船がなければ」と話した。 ', '三月に桟橋を離れる、', 2),
      { prefix: undefined, start: '最後の便は', suffix: '三月に桟橋を離れる' },
    ],
    [
      'takes spaces in Thai for the ends of clauses',
      target('ปิดเส้นทางเรือ ตั้งแต่เดือนเมษายน'),
      { start: 'ปิดเส้นทางเรือ', end: 'ตั้งแต่เดือนเมษายน' },
    ],
  ])('%s', (_fact, quote, terms) => {
    expect(read(textFragment(quote))).toMatchObject(terms);
  });

  it('names a long sentence by clauses of it', () => {
    const clause = '技師は船の底を調べて、';
    const exact = `昨日の市議会は夜まで続き、${clause.repeat(30)}最後に議長が席を立った。`;
    expect(read(textFragment(target(exact)))).toMatchObject({
      start: '昨日の市議会は夜まで続き',
      end: '最後に議長が席を立った。',
    });
  });
});

describe('a directive beside characters that browsers treat unlike', () => {
  it.each([
    [
      'does not end after a loose mark, where Firefox finds no bound',
      target('لن تعرف صيفاً', 'قالت إنها ', ' بلا ماء هذا العام، كما'),
      { prefix: 'إنها', start: 'لن تعرف', suffix: 'صيفاً بلا ماء هذا' },
    ],
    [
      'takes the full stop that follows a loose mark',
      target('جميلةٌ جداً', 'المدينة ', '. وقالت'),
      { start: 'جميلةٌ جداً.' },
    ],
    [
      'takes the next word where the quote has no other bound',
      target('صيفاً', 'لن تعرف ', ' بلا ماء هذا العام، كما'),
      { start: 'صيفاً بلا' },
    ],
    ['keeps a mark that nothing follows', target('لن تعرف صيفاً'), { start: 'لن تعرف صيفاً' }],
    [
      'takes guillemets that a narrow space ties to the quote',
      target('la lettre', 'Elle a lu «\u202f', '\u202f» ce matin au conseil'),
      { prefix: 'a lu', start: '«\u202fla lettre\u202f»', suffix: 'ce matin au' },
    ],
    [
      'does not end its context at a word that a narrow space ties to a mark',
      target('Elle a parlé', '', ' hier à la salle\u202f; puis elle est sortie'),
      { suffix: 'hier à la salle\u202f; puis' },
    ],
    [
      'has no context beyond a space that was narrow or not to be broken in the page',
      target('bonjour', 'Il a dit « ', ' » hier soir'),
      { prefix: undefined, start: 'bonjour', suffix: undefined },
    ],
    [
      'has no context beyond a no-break space',
      target('bonjour', 'Il a dit «\u00a0', '\u00a0» hier soir'),
      { prefix: undefined, start: 'bonjour', suffix: undefined },
    ],
  ])('%s', (_fact, quote, terms) => {
    expect(read(textFragment(quote))).toMatchObject(terms);
  });

  it('begins at the next whole word where the other half of a word is not known', () => {
    expect(textFragment(target('employment rose again', 'un', ''))).toBe('text=rose%20again');
  });

  it('is empty for a piece of a word whose rest is not known', () => {
    expect(textFragment(target('employ', 'un', 'ment'))).toBe('');
  });
});

describe('a link to a quote', () => {
  it.each([
    ['https://a.example/x', 'https://a.example/x#:~:text=quote'],
    ['https://a.example/x#part', 'https://a.example/x#part:~:text=quote'],
    ['https://a.example/x#part:~:text=old', 'https://a.example/x#part:~:text=quote'],
    ['https://a.example/x#:~:text=old', 'https://a.example/x#:~:text=quote'],
    ['https://a.example/x?y=1#', 'https://a.example/x?y=1#:~:text=quote'],
    ['https://a.example/#!/route/1', 'https://a.example/#!/route/1:~:text=quote'],
    ['javascript:alert(1)', ''],
    ['data:text/html,x', ''],
    ['java\tscript:alert(1)', ''],
    ['nowhere', ''],
  ])('from %s is %s', (url, link) => {
    expect(linkToQuote(url, target('quote'))).toBe(link);
  });

  it('is the page itself where there is no quote', () => {
    expect(linkToQuote('https://a.example/x#part', target(''))).toBe('https://a.example/x#part');
  });
});

describe('a link to words with seams', () => {
  it.each([
    [
      'two cells',
      {
        exact: 'Lowgate 48%',
        prefix: 'Ward Turnout ',
        suffix: ' Upgate',
        seams: [
          [-8, -8],
          [0, 0],
          [8, 8],
          [12, 12],
        ],
      },
      'text=Lowgate,48%25',
    ],
    [
      'one cell, whose neighbours are no context',
      {
        exact: '48%',
        prefix: 'Turnout Lowgate ',
        suffix: ' Upgate 51%',
        seams: [
          [0, 0],
          [4, 4],
        ],
        occurrence: [0, 2],
      },
      'text=48%25',
    ],
    [
      'words with hidden ones between',
      { exact: 'The report, it said, was late', prefix: '', suffix: '', seams: [[10, 10]] },
      'text=The%20report,%2C%20it%20said%2C%20was%20late',
    ],
    [
      'words around a formula',
      { exact: 'He wrote E = mc^2 on the wall', prefix: '', suffix: ' today', seams: [[9, 17]] },
      'text=He%20wrote,on%20the%20wall',
    ],
    [
      'words that begin with a formula',
      { exact: 'E = mc^2 on the wall', prefix: 'He wrote ', suffix: '', seams: [[0, 8]] },
      'text=on%20the%20wall',
    ],
    [
      'words after a drop cap',
      { exact: 'he ferry left', prefix: 'T', suffix: ' at dawn', seams: [[0, 0]] },
      'text=he%20ferry%20left,-at',
    ],
    [
      'words that begin with a drop cap',
      { exact: 'They ferry left', prefix: 'It rained. ', suffix: ' at dawn', seams: [[1, 1]] },
      'text=ferry%20left,-at',
    ],
    [
      'words with a drop cap between',
      { exact: 'It rained all day There was no boat at dawn', prefix: '', suffix: '', seams: [[19, 19]] },
      'text=It%20rained%20all%20day,was%20no%20boat%20at%20dawn',
    ],
    [
      'a word with a drop cap alone',
      { exact: 'They', prefix: 'It rained. ', suffix: ' left', seams: [[1, 1]] },
      'text=rained.-,They',
    ],
    [
      'letters after a drop cap that are words of their own',
      { exact: '汐場町の連絡船', prefix: '', suffix: '', seams: [[1, 1]] },
      'text=%E6%B1%90,%E5%A0%B4%E7%94%BA%E3%81%AE%E9%80%A3%E7%B5%A1%E8%88%B9',
    ],
    [
      'words with a summary before',
      {
        exact: 'Asked by telephone',
        prefix: 'Method ',
        suffix: ' twice',
        seams: [[0, 0]],
        occurrence: [0, 2],
      },
      'text=Asked%20by%20telephone',
    ],
    ['a formula alone', { exact: 'E = mc^2', prefix: 'He wrote ', suffix: '', seams: [[0, 8]] }, ''],
    [
      'the second of two cells, which only its neighbour tells apart',
      {
        exact: '48%',
        prefix: 'Ward Lowgate ',
        suffix: ' Upgate',
        seams: [
          [0, 0],
          [4, 4],
        ],
        occurrence: [1, 2],
      },
      'text=Lowgate-,48%25',
    ],
    [
      'the second of two cells that nothing tells apart',
      { exact: '48%', prefix: '', suffix: '', seams: [[4, 4]], occurrence: [1, 2] },
      '',
    ],
    [
      'the second of two long equal quotes',
      {
        exact: 'The harbour office counted 418 boats on Sunday and 97 on Monday',
        prefix: 'It rained all day. ',
        suffix: '',
        seams: [[0, 0]],
        twin: 1,
      },
      'text=rained%20all%20day.-,The%20harbour%20office%20counted%20418%20boats%20on%20Sunday%20and%2097%20on%20Monday',
    ],
    [
      'words that a browser may take for pieces of longer ones',
      {
        exact: 'counted 418 boats on Sunday Nineteen of them had no lamp',
        prefix: 'Harbour ',
        suffix: ' Boats',
        seams: [
          [-8, 8],
          [21, 36],
          [51, 62],
        ],
      },
      'text=418%20boats%20on,of%20them%20had%20no',
    ],
    [
      'a short quote between such words, which is kept',
      { exact: '41 per cent', prefix: 'Lowgate ', suffix: '', seams: [[-8, 3]] },
      'text=41%20per%20cent',
    ],
    [
      'a last word alone, which is left out',
      {
        exact: 'It counted 418 boats on Sunday Monday more',
        prefix: '',
        suffix: ' Boats',
        seams: [
          [24, 37],
          [38, 49],
        ],
      },
      'text=It%20counted%20418%20boats%20on',
    ],
    [
      'letters beside how a word is read that are one word without it',
      {
        exact: '镇议会批准東京 とうきょう 三千四百万元修建新桥',
        prefix: '',
        suffix: '。',
        seams: [
          [8, 13],
          [14, 14],
        ],
      },
      `text=${encodeURIComponent('镇议会批准')},${encodeURIComponent('四百万元修建新桥')}`,
    ],
  ] as const)('does not cross them: %s', (_, words, directive) => {
    expect(textFragment(JSON.parse(JSON.stringify(words)))).toBe(directive);
  });

  it('throws at no seams whatever', () => {
    const place = fc.integer({ min: -70, max: 200 });
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.array(fc.tuple(place, place)),
        (exact, prefix, suffix, seams) => {
          expect(typeof textFragment({ exact, prefix, suffix, seams })).toBe('string');
        },
      ),
    );
  });
});

describe('a quote as long as a record holds', () => {
  // What takes the square of the length ends at the run's own limit: 100,000 marks took minutes.
  it.each(['”', '"', 'e\u0301 ', ' ', '\u00a0', 'a ', '市', '。', 'a. '])(
    'of nothing but %j gets its link',
    (piece) => {
      const exact = piece.repeat(Math.floor(100_000 / piece.length));
      for (let time = 0; time < 2; time++)
        expect(
          textFragment(target(exact, `x ${exact.slice(0, 900)}`, `${exact.slice(0, 900)} y`)),
        ).toBeTypeOf('string');
    },
  );
});
