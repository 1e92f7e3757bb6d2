import { sourcing } from '#evidence/sourcingStatus.ts';
import { lookedState } from '#model/neverLooked.ts';
import type { Annotation, HistoryEntry, Source } from '#model/records.ts';
import { blockQuote } from './blockQuote.ts';
import { changedWords } from './changedWords.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { noteMarkdown } from './noteMarkdown.ts';
import { openLink } from './openLink.ts';
import { plainLine } from './plainLine.ts';
import { recordKey } from './recordKey.ts';
import { day, sourceFootnote } from './sourceFootnote.ts';
import { tagLine } from './tagLine.ts';
import { linkToQuote } from './textFragment.ts';
import { HISTORY_WORDS, WORDS } from './words.ts';

/** Headings longer than this are cut at a word; the whole quote stands right below. */
const HEADING = 90;

/** Heading level of an annotation's section. */
export const SECTION_LEVEL = 2;

/** Gives each record of a document its own label: the record's key, numbered if another record has it already. */
export type Label = (id: string) => string;

/** Labels for one document. */
export function labels(): Label {
  const used = new Map<string, number>();
  return (id) => {
    const key = recordKey(id);
    const number = (used.get(key) ?? 0) + 1;
    used.set(key, number);
    return number === 1 ? key : `${key}-${number}`;
  };
}

function heading({ claim, target, note }: Annotation): string {
  const line = plainLine(claim?.statement || target.exact || note) || WORDS.noQuote;
  if (line.length <= HEADING) return escapeMarkdown(line);
  const cut = line.slice(0, HEADING).replace(/\s+\S*$/u, '');
  return `${escapeMarkdown(cut)}…`;
}

const quoted = (text: string): string => `“${escapeMarkdown(text)}”`;

/** “old” → “new”, cut down to the words in which they differ. */
function change(old: string, now: string): string {
  const { before, after } = changedWords(old, now);
  return `${quoted(before)} → ${quoted(after)}`;
}

function claimFacts({ claim }: Annotation): string[] {
  if (!claim) return [];
  const facts = [
    escapeMarkdown(claim.type),
    claim.attribution && `${WORDS.saidBy} ${escapeMarkdown(claim.attribution)}`,
    escapeMarkdown(claim.status),
    claim.resolveBy && `${WORDS.judgeOn} ${escapeMarkdown(claim.resolveBy)}`,
  ].filter(Boolean);
  const lines = [`**${WORDS.claim}:** ${facts.join(' · ')}`];
  if (claim.verdict) lines.push(`**${WORDS.verdict}:** ${escapeMarkdown(claim.verdict)}`);
  return lines;
}

function sourcingFacts({ claim, sources }: Annotation, references: string): string[] {
  if (!claim && sources.length === 0) return [];
  const { status, primary, supporting, disputing, context } = sourcing(sources);
  const counts = [
    supporting > 0 && `${supporting} in support${primary > 0 ? ` (${primary} primary)` : ''}`,
    disputing > 0 && `${disputing} in dispute`,
    context > 0 && `${context} for context`,
  ].filter(Boolean);
  return [`**${WORDS.sourcing}:** ${[status, ...counts].join(' · ')}${references}`];
}

function anchorFacts({ anchor, target, retarget }: Annotation): string[] {
  const quote = retarget ?? target;
  const lines: string[] = [];
  if (plainLine(quote.exact) !== plainLine(target.exact)) {
    lines.push(`**${WORDS.firstMarked}:** ${quoted(target.exact)}`);
  }
  const when = day(anchor.checkedAt);
  const now = anchor.textNow ?? '';
  if (anchor.state === 'changed' && plainLine(now) !== plainLine(quote.exact)) {
    lines.push(`**${WORDS.changed}:** ${change(quote.exact, now)} (${WORDS.seen} ${escapeMarkdown(when)})`);
  } else if (lookedState(anchor) === 'waiting') {
    lines.push(`**${WORDS.waiting}**`);
  } else if (anchor.state === 'missing') {
    const times = [
      `${WORDS.checked} ${when}`,
      anchor.lastSeenAt && `${WORDS.lastSeen} ${day(anchor.lastSeenAt)}`,
    ];
    lines.push(
      `**${WORDS.missing}** (${times
        .filter(Boolean)
        .map((time) => escapeMarkdown(time || ''))
        .join(', ')})`,
    );
  } else if (anchor.state === 'suggested') {
    const candidate = now ? `: ${quoted(now)}` : '';
    lines.push(`**${WORDS.suggested}**${candidate} (${WORDS.checked} ${escapeMarkdown(when)})`);
  }
  return lines;
}

function historyFact({ kind, before, after, at }: HistoryEntry): string {
  const both = plainLine(before) === plainLine(after) ? quoted(after) : change(before, after);
  return `**${HISTORY_WORDS[kind]}:** ${both} (${escapeMarkdown(day(at))})`;
}

/** What is written of an annotation, before a preset puts it in order. Pieces of Markdown; '' for what there is none of. */
export interface AnnotationParts {
  heading: string;
  /** The quote the reader last agreed to; plain text. */
  quote: string;
  /** Names it within its document. */
  label: string;
  note: string;
  /** Lines of what is known about it, at least one. @param references stand behind the sourcing status */
  facts: (references: string) => string[];
  sources: { source: Source; label: string }[];
}

/** The parts of one annotation's section. The quote is the one last agreed to; the one first marked is told beside it. */
export function annotationParts(annotation: Annotation, pageUrl: string, label: Label): AnnotationParts {
  const { target, retarget, note, sources, tags, color, createdAt, history, url } = annotation;
  const quote = retarget ?? target;
  const link = linkToQuote(url, quote) || linkToQuote(pageUrl, quote);
  const mark = [link && openLink(link, quote.exact), escapeMarkdown(color), escapeMarkdown(day(createdAt))];
  // Sources before the annotation: the order in which labels are given is part of the format.
  const labelled = sources.map((source) => ({ source, label: label(source.id) }));
  return {
    heading: heading(annotation),
    quote: quote.exact,
    label: label(annotation.id),
    note: noteMarkdown(note, SECTION_LEVEL),
    facts: (references) =>
      [
        mark.filter(Boolean).join(' · '),
        ...claimFacts(annotation),
        ...sourcingFacts(annotation, references),
        ...anchorFacts(annotation),
        ...history.map(historyFact),
        tagLine(tags) && `**${WORDS.tags}:** ${tagLine(tags)}`,
      ].filter(Boolean),
    sources: labelled,
  };
}

/** Facts as a list. With asterisks, because a list of the note is written with dashes and must not run into this one. */
export const factList = (facts: string[]): string => facts.map((fact) => `* ${fact}`).join('\n');

/** References to footnotes. */
export const footnoteMarks = (sources: AnnotationParts['sources']): string =>
  sources.map(({ label }) => `[^${label}]`).join('');

/**
 * One annotation as a section of Markdown: heading, quote, block id, the reader's note, facts, and footnotes for
 * its sources.
 */
export function annotationSection(annotation: Annotation, pageUrl: string, label: Label): string {
  const parts = annotationParts(annotation, pageUrl, label);
  return [
    `${'#'.repeat(SECTION_LEVEL)} ${parts.heading}`,
    blockQuote(parts.quote),
    `^${parts.label}`,
    parts.note,
    factList(parts.facts(footnoteMarks(parts.sources))),
    ...parts.sources.map(({ source, label: own }) => sourceFootnote(source, own)),
  ]
    .filter(Boolean)
    .join('\n\n');
}
