import { sourcing } from '#evidence/sourcingStatus.ts';
import { lookedState } from '#model/neverLooked.ts';
import type { Annotation, Source, Version } from '#model/records.ts';
import { type ArticleNotes, addressOf, inDocumentOrder } from './ArticleNotes.ts';
import { blockQuote } from './blockQuote.ts';
import { changedWords } from './changedWords.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { frontMatter } from './frontMatter.ts';
import { markdownLink } from './markdownLink.ts';
import { noteMarkdown } from './noteMarkdown.ts';
import { openLink } from './openLink.ts';
import { plainLine } from './plainLine.ts';
import { linkToQuote } from './textFragment.ts';
import { WORDS } from './words.ts';

/** Everything another person needs to repeat a check of an article. */
export interface CheckNotes extends ArticleNotes {
  /** Digests of the visits, oldest first. */
  versions: Version[];
  /** ISO 8601. */
  exportedAt: string;
}

/** A time to the minute, as written in text; its zone is said. */
const time = (at: string): string => (at.length > 10 ? `${at.slice(0, 16).replace('T', ' ')} UTC` : at);

const METHOD = [
  'Each claim below was marked in the article. Its words are given as they stood when they were marked, and as they stand now where that differs.',
  'Sources are judged by the checker: what each does for the claim (supports, disputes, context) and how close it is (primary: the thing itself; secondary: a report on it).',
  'The sourcing status is counted, not judged. *Contested*: a source disputes the claim. *Corroborated*: a primary source supports it, or three independent secondary ones do. *Single source*: there is support, but less. *Unsourced*: nothing supports or disputes it.',
  'Two sources are independent unless they are of the same registrable domain, carry the same text, or credit the same wire agency. A verdict, where one is given, is the checker’s own.',
];

/**
 * A check of an article that others can repeat, as one Markdown file: the claims with their quotes and status, the sources with
 * stance, tier, passage, archived copy and time of access, the versions seen and what changed, and the method in words.
 * Only annotations with a claim or sources are in it. Equal records give equal bytes.
 */
export function checkFile({ article, annotations, versions, exportedAt }: CheckNotes): string {
  const url = addressOf(article);
  const claims = checked(annotations);
  const title = escapeMarkdown(article.title ?? '') || WORDS.untitled;
  const properties = frontMatter({
    title: `Check: ${article.title ?? WORDS.untitled}`,
    source: url,
    site: article.site,
    author: article.authors,
    published: article.publishedAt && { time: article.publishedAt },
    modified: article.modifiedAt && { time: article.modifiedAt },
    archived: article.archived?.url ?? null,
    exported: { time: exportedAt },
    claims: claims.length,
    'claimlight-id': article.id,
  });
  const parts = [
    properties,
    `# Check: ${title}`,
    facts([
      ['Article', url && markdownLink(article.title ?? url, url)],
      ['Published by', escapeMarkdown(article.site ?? '')],
      ['By', article.authors.map(escapeMarkdown).join(', ')],
      ['Published', article.publishedAt && escapeMarkdown(time(article.publishedAt))],
      ['Changed', article.modifiedAt && escapeMarkdown(time(article.modifiedAt))],
      ['First read', escapeMarkdown(time(article.createdAt))],
      [
        'Archived copy',
        article.archived &&
          `${markdownLink(article.archived.url, article.archived.url)} (noted ${escapeMarkdown(time(article.archived.at))})`,
      ],
    ]),
    '## Claims',
    ...(claims.length === 0 ? ['No claim was marked.'] : claims.flatMap(claimSection)),
    '## Versions seen',
    versionsSeen(versions),
    '## Method',
    METHOD.join('\n\n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const checked = (annotations: Annotation[]): Annotation[] =>
  inDocumentOrder(annotations).filter(
    ({ claim, sources, deletedAt }) => deletedAt === undefined && (claim || sources.length > 0),
  );

/** A list of named facts; those without a value are left out. */
const facts = (list: [string, string | null | undefined | false][]): string =>
  list.flatMap(([name, value]) => (value ? [`* **${name}:** ${value}`] : [])).join('\n');

function claimSection(annotation: Annotation, at: number): string[] {
  const { claim, target, retarget, anchor, sources, note, url } = annotation;
  const quote = retarget ?? target;
  const { status, reasons } = sourcing(sources);
  const name = (id: string | undefined) => {
    const number = sources.findIndex((source) => source.id === id) + 1;
    return `source ${at + 1}.${number}`;
  };
  const why = reasons.map(
    ({ id, counts, with: other }) => `${name(id)}: ${counts}${other ? ` as ${name(other)}` : ''}`,
  );
  const now = anchor.textNow ?? '';
  const changed =
    anchor.state === 'changed' && plainLine(now) !== plainLine(quote.exact)
      ? changedWords(quote.exact, now)
      : null;
  return [
    `### ${at + 1}. ${escapeMarkdown(plainLine(claim?.statement || quote.exact)) || WORDS.noQuote}`,
    blockQuote(quote.exact),
    facts([
      ['In the article', openLink(linkToQuote(url, quote) || url, quote.exact)],
      ['Kind', claim && escapeMarkdown(claim.type)],
      ['Said by', claim && escapeMarkdown(claim.attribution)],
      ['Sourcing', `${status}${why.length > 0 ? ` (${escapeMarkdown(why.join('; '))})` : ''}`],
      ['Verdict', claim?.verdict && escapeMarkdown(claim.verdict)],
      ['Because', claim?.reason && escapeMarkdown(claim.reason)],
      ['To be judged on', claim?.resolveBy && escapeMarkdown(claim.resolveBy)],
      ['Outcome', claim?.outcome && escapeMarkdown(claim.outcome)],
      [
        'First marked as',
        plainLine(quote.exact) !== plainLine(target.exact) && `“${escapeMarkdown(target.exact)}”`,
      ],
      [
        'Changed since',
        changed &&
          `“${escapeMarkdown(changed.before)}” → “${escapeMarkdown(changed.after)}” (seen ${escapeMarkdown(time(anchor.checkedAt))})`,
      ],
      [
        'Not found any more',
        lookedState(anchor) === 'missing' && `looked ${escapeMarkdown(time(anchor.checkedAt))}`,
      ],
    ]),
    noteMarkdown(note, 3),
    ...sources.map((source, number) => sourceEntry(source, `${at + 1}.${number + 1}`)),
  ].filter(Boolean);
}

function sourceEntry(source: Source, number: string): string {
  const { quote, title, site, url } = source;
  const lines = [
    `**Source ${number}** (${WORDS.stance[source.stance]}, ${WORDS.tier[source.tier]}): ${markdownLink(title || site || url, (quote && linkToQuote(url, quote)) || url)}`,
    facts([
      ['Address', url && markdownLink(url, url)],
      ['Published by', escapeMarkdown(site)],
      ['By', source.authors.map(escapeMarkdown).join(', ')],
      ['Published', source.publishedAt && escapeMarkdown(time(source.publishedAt))],
      ['Read', escapeMarkdown(time(source.accessedAt))],
      ['Where', escapeMarkdown(source.locator)],
      ['Wire copy of', source.wire && escapeMarkdown(source.wire)],
      [
        'Archived copy',
        source.archivedUrl &&
          `${markdownLink(source.archivedUrl, source.archivedUrl)}${source.archivedAt ? ` (noted ${escapeMarkdown(time(source.archivedAt))})` : ''}`,
      ],
    ]),
    quote ? blockQuote(quote.exact) : '',
    noteMarkdown(source.note, 3),
  ];
  return lines.filter(Boolean).join('\n\n');
}

/** The visits whose digest differs from the one before: what was seen, and what had changed. */
function versionsSeen(versions: Version[]): string {
  if (versions.length === 0) return 'No digest of a visit was kept.';
  const lines = versions.map((version, at) => {
    const before = versions[at - 1];
    const paragraphs = version.paragraphs.split(' ').filter(Boolean);
    const known = new Set(before?.paragraphs.split(' '));
    const fresh = before ? paragraphs.filter((hash) => !known.has(hash)).length : 0;
    const gone = before ? [...known].filter((hash) => hash && !paragraphs.includes(hash)).length : 0;
    const told = [
      `headline “${escapeMarkdown(version.headline)}”`,
      `paragraphs: ${paragraphs.length}`,
      before && before.headline !== version.headline && 'headline changed',
      fresh > 0 && `new or edited: ${fresh}`,
      gone > 0 && `gone or edited: ${gone}`,
      version.corrected && 'a correction notice',
      version.partial && 'perhaps only a part (not free to read)',
    ].filter(Boolean);
    return `* ${escapeMarkdown(time(version.seenAt))}: ${told.join(', ')}`;
  });
  return lines.join('\n');
}
