import { LONGEST_TEMPLATE_PART, type TemplatePart } from '#model/Template.ts';
import { withoutPlaceholders } from './placeholders.ts';
import { TemplateError, type TemplateFault } from './TemplateFault.ts';

/** Liquid's own sentences, by what the reader is told of them; the group is what it is about. */
const KINDS: [RegExp, TemplateFault['kind']][] = [
  [/undefined variable: (\S+?)(?:,|$)/u, 'unknownVariable'],
  [/undefined filter: (\S+?)(?:,|$)/u, 'unknownFilter'],
  [/tag "(.+?)" not found/u, 'unknownTag'],
  [/(?:tag|output) "?([\s\S]+?)"? not closed/u, 'notClosed'],
  [/limit exceeded()/u, 'tooMuch'],
];

interface Placed extends Error {
  token?: { getPosition?: () => [number, number]; getText?: () => string };
}

/**
 * What Liquid threw, as a fault with its line.
 *
 * @param source what was read: where Liquid points at nothing, as in a tag without its condition, the line stands for it
 */
export function liquidFault(error: unknown, part: TemplatePart, source: string): TemplateError {
  if (error instanceof TemplateError) return error;
  if (!(error instanceof Error)) throw error;
  const { message, token } = error as Placed;
  const [line = 1] = token?.getPosition?.() ?? [];
  for (const [says, kind] of KINDS) {
    const found = says.exec(message);
    if (found)
      return new TemplateError({
        part,
        line,
        kind,
        what: (found[1] ?? '').replace(/\s+/gu, ' ').slice(0, 80),
      });
  }
  const pointed = (token?.getText?.() ?? '').trim();
  const what = (pointed || (source.split('\n')[line - 1] ?? '').trim()).slice(0, 80).toWellFormed();
  return new TemplateError({ part, line, kind: 'syntax', what });
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/**
 * What is wrong with a part before Liquid reads it; undefined where nothing is.
 *
 * @param raw as it was typed and would be stored
 */
export function partFault(raw: string, part: TemplatePart): TemplateFault | undefined {
  const fault = (line: number, kind: TemplateFault['kind'], what = '') => ({ part, line, kind, what });
  if (raw.length > LONGEST_TEMPLATE_PART)
    return fault(lineAt(raw, LONGEST_TEMPLATE_PART), 'tooLong', String(raw.length));
  const source = withoutPlaceholders(raw);
  const isYaml = part === 'front' && isFenced(source);
  if (isYaml) return isClosed(source) ? undefined : fault(1, 'frontOpen');
  // Only what the reader typed as text: what stands in tags and values is no HTML. Where it stood a brace stays, for it
  // may leave nothing behind and a bracket before it would be one with what follows.
  const emptied = (inside: string): string =>
    inside.replace(/[^\n]/gu, (_char, at: number) => (at === 0 ? '{' : ' '));
  const bare = source
    .replace(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/gu, emptied)
    .replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/gu, emptied);
  // An address between angle brackets is a link, and behind a backslash the bracket is text.
  const html = /(?<!\\)(?:\\\\)*<(?=[a-z/!?{])(?!https?:\/\/[^\s<>{}]*>)/iu.exec(bare);
  return html
    ? fault(lineAt(bare, html.index), 'html', source.slice(html.index, html.index + 20))
    : undefined;
}

/** Whether a front part is YAML between `---`; else it is text, as properties of Logseq are. */
export const isFenced = (source: string): boolean => /^\s*---[^\S\n]*\n/u.test(source);
const isClosed = (source: string): boolean => /\n---\s*$/u.test(source);
