import type { Annotation, Article, Color, Source } from '#model/records.ts';
import { CLAIM_STATUSES, CLAIM_TYPES, COLORS } from '#model/records.ts';
import { randomFrom } from '../anchoring/random.ts';

/** Marks in one article. */
const PER_ARTICLE = 50;
const BEGUN = Date.parse('2024-01-02T08:00:00.000Z');

const WORDS = {
  en: `the harbour tolls rose by council said in January after port authority ferry bridge minister would cost million and
    rents schools hospital water report according to figures last year of a new plan for workers while critics called it
    unusual because costs doubled since election committee found no evidence that trains were late more often than buses`,
  de: `die Stadt hat nach Angaben der Behörde im Januar mehr Geld für Brücken und Schulen ausgegeben als geplant Straße
    Übergang Kosten stiegen um Prozent sagte der Minister am Montag während Kritiker von einem Fehler sprachen`,
};
const JA = '港の使用料は一月に十二パーセント上がったと市は発表した水道の工事が遅れたため費用が増えた';
const AR = `ارتفعت رسوم الميناء في يناير بنسبة اثني عشر في المئة وقالت السلطات إن التكلفة ستزيد هذا العام بسبب تأخر الأعمال`;
const OUTLETS = [
  'The Harbour Post',
  'Velmark Courier',
  'Eastern Ledger',
  'Hill Gazette',
  'Marfa Observer',
  'The Quay Times',
  'Strandblatt',
  '潮場新聞',
];
const TAGS = [
  'port',
  'budget',
  'ferry',
  'housing',
  'water',
  'follow up',
  'schools',
  'Öffentlich',
  '港',
  'election',
];

/** Invented articles and marks of realistic lengths in several scripts, the same at every run. */
export function inventedLibrary(size: number): { articles: Article[]; annotations: Annotation[] } {
  const random = randomFrom(size);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const chance = (share: number) => random() < share;
  const lists = Object.fromEntries(Object.entries(WORDS).map(([name, text]) => [name, text.split(/\s+/)]));
  const text = (from: number, to: number): string => {
    const count = from + Math.floor(random() * (to - from));
    const kind = random();
    if (kind < 0.06) {
      const start = Math.floor(random() * 20);
      return JA.repeat(4).slice(start, start + count * 2);
    }
    const words = kind < 0.1 ? AR.split(' ') : (lists[kind < 0.25 ? 'de' : 'en'] ?? []);
    const all = Array.from({ length: count }, () =>
      chance(0.04) ? `${Math.floor(random() * 900)}` : pick(words),
    );
    const line = all.join(' ');
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
  };
  const articles: Article[] = [];
  const annotations: Annotation[] = [];
  let time = BEGUN;
  for (let number = 0; number < size; number++) {
    const at = Math.floor(number / PER_ARTICLE);
    const articleId = `article-${String(at).padStart(6, '0')}`;
    time += Math.floor(random() * (70_000_000_000 / size));
    const moment = new Date(time).toISOString();
    if (number % PER_ARTICLE === 0) {
      const site = pick(OUTLETS);
      articles.push({
        id: articleId,
        urls: [`https://outlet${OUTLETS.indexOf(site)}.example/story-${at}`],
        title: text(5, 11),
        titleHistory: [],
        authors: [pick(['Ines Marlow', 'Teo Brandt', 'Adela Korth', '佐伯 みなと'])],
        site,
        section: 'Local',
        language: 'en',
        publishedAt: moment,
        modifiedAt: null,
        canonicalUrl: null,
        description: null,
        image: null,
        kind: 'news',
        tags: chance(0.1) ? [pick(TAGS)] : [],
        note: chance(0.1) ? text(8, 40) : '',
        edited: [],
        createdAt: moment,
        updatedAt: moment,
        revision: 1,
      });
    }
    const exact = text(6, 45);
    const start = (number % PER_ARTICLE) * 400;
    const sources = Array.from(
      { length: chance(0.35) ? 1 + Math.floor(random() * 3) : 0 },
      (_, one): Source => {
        const study = Math.floor(random() * 400);
        return {
          id: `source-${number}-${one}`,
          url: `https://records.example/study/${study}`,
          title: `Study ${study} of the port authority`,
          site: 'records.example',
          authors: [],
          publishedAt: null,
          accessedAt: moment,
          stance: pick(['supports', 'supports', 'disputes', 'context'] as const),
          tier: pick(['primary', 'secondary', 'unknown'] as const),
          kind: '',
          quote: chance(0.5) ? { exact: text(8, 30), prefix: '', suffix: '' } : null,
          locator: '',
          archivedUrl: '',
          note: '',
        };
      },
    );
    const state = random();
    annotations.push({
      id: `mark-${String(number).padStart(7, '0')}`,
      articleId,
      url: `https://outlet.example/story-${at}`,
      target: { exact, prefix: text(4, 9), suffix: text(4, 9), start, end: start + exact.length },
      anchor: {
        state: state < 0.9 ? 'exact' : state < 0.96 ? 'changed' : 'missing',
        checkedAt: moment,
        lastSeenAt: moment,
        ...(state >= 0.9 && state < 0.96 && { textNow: `${exact.slice(0, 20)} otherwise` }),
      },
      color: pick<Color>(COLORS),
      note: chance(0.5) ? text(8, 60) : '',
      tags: [...new Set(Array.from({ length: Math.floor(random() * 3) }, () => pick(TAGS)))],
      ...(chance(0.5) && {
        claim: {
          statement: chance(0.3) ? text(6, 16) : '',
          type: pick(CLAIM_TYPES),
          attribution: chance(0.5) ? pick(['Minister Adela Korth', 'Port authority', '']) : '',
          status: pick(CLAIM_STATUSES),
          ...(chance(0.05) && { resolveBy: '2026-03-01' }),
        },
      }),
      sources,
      history: [],
      createdAt: moment,
      updatedAt: moment,
      revision: 1,
      ext: {},
    });
  }
  return { articles, annotations };
}
