import type { Features } from './pageFeatures.ts';

/** What speaks for an article, and against: by the first letter of a feature's name. */
interface Reason {
  /** Missing where its absence says nothing. */
  pro?: string | ((features: Features, paragraphs: number) => string);
  con: string;
}

const REASONS: Record<string, Reason> = {
  d: {
    pro: ({ dNews }) => `marked as ${dNews ? 'NewsArticle' : 'an article'}`,
    con: 'not marked as an article',
  },
  b: {
    pro: ({ bAuthor, bLinked, bTime }) =>
      [(bAuthor || bLinked) && 'byline', bTime && 'date'].filter(Boolean).join(' and '),
    con: 'no byline or date of its own',
  },
  p: {
    pro: (_, paragraphs) => (paragraphs > 1 ? `${Math.round(paragraphs)} paragraphs` : 'running text'),
    con: 'links and headlines rather than text',
  },
  w: { pro: 'worded like a report', con: 'not worded like a report' },
  h: { pro: 'a headline of its own', con: 'no headline of its own' },
  s: { pro: 'the site works like a newsroom', con: 'the site is not like a newsroom' },
  u: { pro: 'an address like a story', con: 'an address like a list page' },
  c: { con: 'marks of a shop or listing' },
  f: { con: 'marks of a forum' },
  m: { con: 'marks of a manual' },
  x: { con: 'forms or legal text' },
};

/** The strongest reasons for the verdict, at most three, strongest first. `sums` holds the weight of each. */
export function reasonsFor(
  sums: Record<string, number>,
  positive: boolean,
  features: Features,
  paragraphs: number,
): string[] {
  const sign = positive ? -1 : 1;
  const reasons: string[] = [];
  for (const [letter, sum] of Object.entries(sums).sort(([, a], [, b]) => sign * (a - b))) {
    if (sign * sum >= 0 || reasons.length === 3) break;
    const { pro, con } = REASONS[letter] ?? { con: '' };
    const reason = positive ? (typeof pro === 'function' ? pro(features, paragraphs) : pro) : con;
    if (reason) reasons.push(reason);
  }
  return reasons;
}
