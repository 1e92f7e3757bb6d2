import type { Annotation, Article } from '#model/records.ts';
import { textDigest } from '../textDigest.ts';
import { MARKDOWN_PRESETS, type MarkdownPreset } from './MarkdownPreset.ts';
import { packRecord, unpackRecord } from './packRecord.ts';

/*
 * A block of ours in a Markdown file: a mark at the end of its first line or on a line of its own, the text, and a mark
 * that closes it and carries the record. Both are HTML comments, which every program passes over.
 */

/** Counts up when the marks or what they carry change. */
const VERSION = 1;

export type BlockKind = 'article' | 'note';
export type BlockRecord = { kind: 'article'; record: Article } | { kind: 'note'; record: Annotation };

/** `label` is for people who look at the file's text. */
export const openingMark = (kind: BlockKind, label: string): string => `<!-- claimlight:${kind} ${label} -->`;

/** Stands for a preset where a block was written by a reader's own template. */
export const BY_TEMPLATE = 'template';

/** @param lines the block's text without its marks */
export function closingMark(
  { kind, record }: BlockRecord,
  preset: MarkdownPreset | typeof BY_TEMPLATE,
  lines: string[],
): string {
  const data = packRecord(record);
  return `<!-- /claimlight:${kind} ${VERSION} ${preset} ${linesDigest(lines)} ${textDigest(data)} ${data} -->`;
}

const OPENING = /<!-- claimlight:(article|note) (\S{1,80}) -->[^\S\n]*$/u;
const CLOSING = /^\s*<!-- \/claimlight:(article|note)(?: (.*?))?-->\s*$/u;

/** What a mark at the end of a line says, and the line without it. */
export function readOpening(line: string): { kind: BlockKind; label: string; rest: string } | undefined {
  if (!line.includes('<!-- claimlight:')) return undefined;
  const found = OPENING.exec(line);
  return found
    ? {
        kind: found[1] as BlockKind,
        label: found[2] ?? '',
        rest: line.slice(0, found.index).trimEnd(),
      }
    : undefined;
}

export interface Closing {
  kind: BlockKind;
  /** Not checked yet; undefined where the mark is damaged or of a version that nobody knows here. */
  record: unknown;
  preset: MarkdownPreset;
  /** Written by a template that nobody knows here: its text says nothing of the record. */
  isByTemplate: boolean;
  /** Of the text as it was written. */
  digest: string;
}

/** What the mark that closes a block says; undefined where the line is none. */
export function readClosing(line: string): Closing | undefined {
  if (!line.includes('<!-- /claimlight:')) return undefined;
  const found = CLOSING.exec(line);
  if (!found) return undefined;
  const [version, name, digest = '', sum = '', data = ''] = (found[2] ?? '').trim().split(' ');
  const preset = MARKDOWN_PRESETS.find((one) => one === name);
  const isByTemplate = name === BY_TEMPLATE;
  const isKnown = isByTemplate || preset !== undefined;
  const isWhole = version === String(VERSION) && isKnown && textDigest(data) === sum;
  return {
    kind: found[1] as BlockKind,
    record: isWhole ? unpackRecord(data) : undefined,
    preset: preset ?? 'plain',
    isByTemplate,
    digest,
  };
}

/** Of lines as people see them: editors take away spaces at their ends, and empty lines around. */
export function linesDigest(lines: string[]): string {
  return textDigest(trimmed(lines).join('\n'));
}

/** Without white space at the ends of lines, and without empty lines at both ends. */
export function trimmed(lines: string[]): string[] {
  const bare = lines.map((line) => line.trimEnd());
  const first = bare.findIndex((line) => line !== '');
  return first < 0 ? [] : bare.slice(first, bare.findLastIndex((line) => line !== '') + 1);
}

/**
 * Text that may not be taken for a mark: only code can hold one as it is, and shows a second space then. What it
 * really says is in the record.
 */
export const withoutMarks = (text: string): string => text.replace(/<!-- (?=\/?claimlight:)/gu, '<!--  ');
