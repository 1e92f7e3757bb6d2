import type { Features } from './headFeatures';

/** One reason in words, for and against, and the features it stands on. Correlated features are weighed as one. */
interface Reason {
  features: RegExp;
  /** Missing where its absence says nothing. */
  pro?: string | ((features: Features) => string);
  con: string;
}

const REASONS: Reason[] = [
  {
    features: /^(?:ldNews|ogA|cNewsText)/,
    pro: ({ ldNews }) => (ldNews ? 'marked as NewsArticle' : 'marked as an article'),
    con: 'not marked as an article',
  },
  {
    features: /^(?:mAuthor|b)/,
    pro: ({ bAuthorLink, mAuthor, bDateOne, bTimeOne }) =>
      [(bAuthorLink || mAuthor) && 'byline', (bDateOne || bTimeOne) && 'date']
        .filter(Boolean)
        .join(' and ') || 'dated like an article',
    con: 'no byline or date of its own',
  },
  {
    features: /^(?:p|n[A-Z]|c|xIm)/,
    pro: ({ paragraphs }) => (paragraphs ? `${Math.round(paragraphs)} paragraphs` : 'running text'),
    con: 'little running text',
  },
  {
    features: /^(?:l[A-Z]|h[LC]|aOne)/,
    pro: 'text rather than lists of links',
    con: 'mostly links and headlines',
  },
  { features: /^h1/, pro: 'one headline above its text', con: 'no headline of its own' },
  {
    features: /^(?:m|uNews|uBlog|uOther|s)/,
    pro: 'the site works like a newsroom',
    con: 'the site is not like a newsroom',
  },
  { features: /^u(?!Leg)/, pro: 'an address like a story', con: 'the address of a front or list page' },
  { features: /^(?:xCart|ldO|og)/, con: 'marks of a shop or listing' },
  { features: /^xCode/, con: 'marks of a manual' },
  { features: /^(?:x|u)/, con: 'forms or legal text' },
];

/** The strongest reasons for the verdict, at most three, strongest first. */
export function reasonsFor(
  features: Features,
  weigh: (name: string, value: number) => number,
  positive: boolean,
): string[] {
  const sums = REASONS.map((reason) => ({ reason, sum: 0 }));
  for (const [name, value] of Object.entries(features)) {
    const group = sums.find(({ reason }) => reason.features.test(name));
    if (group) group.sum += weigh(name, value);
  }
  return sums
    .filter(({ reason, sum }) => (positive ? sum > 0 && reason.pro : sum < 0))
    .sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum))
    .slice(0, 3)
    .map(({ reason: { pro, con } }) =>
      positive ? (typeof pro === 'function' ? pro(features) : (pro ?? '')) : con,
    );
}
