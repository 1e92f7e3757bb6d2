import type { Features } from './headFeatures';

/** One reason in words, for and against, and the features it stands on. Correlated features are weighed as one. */
interface Reason {
  features: RegExp;
  pro: string | ((features: Features) => string);
  con: string;
}

const REASONS: Reason[] = [
  {
    features:
      /^(?:ld(?:News|Article|Blog|Section|Author|Many)|og|i(?:News|Article|Body)|mStory|mIndex|c(?:Marked|News)Text|ldNone|ldList)/,
    pro: ({ ldNews, iNews }) => (ldNews || iNews ? 'marked as NewsArticle' : 'marked as an article'),
    con: 'not marked as an article',
  },
  {
    features: /^(?:mDate|mPublished|ldDate|iDate|bDate|bTime|mAuthor|bByline|bOne|bAuthorLink)/,
    pro: ({ bByline, mAuthor, mDate, ldDate, bTime }) =>
      [(bByline || mAuthor) && 'byline', (mDate || ldDate || bTime) && 'date']
        .filter(Boolean)
        .join(' and ') || 'dated like an article',
    con: 'no byline or date of its own',
  },
  {
    features: /^(?:p[A-Z]|c(?:Slug|Section|Bare|Newsroom)Text|n[A-Z]|xQuotes|xFig|xImages)/,
    pro: ({ paragraphs }) => (paragraphs ? `${Math.round(paragraphs)} paragraphs` : 'running text'),
    con: 'little running text',
  },
  {
    features: /^(?:l[A-Z]|hLinked|hCount|aCount|aOne|xItems)/,
    pro: 'text rather than lists of links',
    con: 'mostly links and headlines',
  },
  {
    features: /^(?:h1|tLength|aIn|aMain|mDescription)/,
    pro: 'one headline above its text',
    con: 'no headline of its own',
  },
  {
    features:
      /^u(?:Root|Depth|Last|Short|Hyphens|Slug|Date|LongNumber|Hash|Html|Section|Story|Desk|Query|Slash|QueryId)/,
    pro: 'an address like a story',
    con: 'the address of a front or list page',
  },
  {
    features:
      /^(?:mNews|mSection|mAmp|mLargePreview|ldNewsroom|lDesks|uNewsHost|mWordPress|uBlog|uOtherHost|sShare|ldVideo)/,
    pro: 'the site works like a newsroom',
    con: 'the site is not like a newsroom',
  },
  {
    features: /^(?:xCart|iProduct|mShop|ldOther)/,
    pro: 'nothing for sale',
    con: 'marks of a shop or listing',
  },
  {
    features: /^(?:xForum|mForum|xCode|xTables)/,
    pro: 'no forum or manual',
    con: 'marks of a forum or manual',
  },
  {
    features: /^(?:xPassword|xForms|xInputs|xSelects|uLegal)/,
    pro: 'no forms to fill in',
    con: 'forms or legal text',
  },
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
    .filter(({ sum }) => (positive ? sum > 0 : sum < 0))
    .sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum))
    .slice(0, 3)
    .map(({ reason: { pro, con } }) => (positive ? (typeof pro === 'string' ? pro : pro(features)) : con));
}
