import type { Article } from '#model/records.ts';
import type { Gathering } from './Gathering.ts';
import type { Reader } from './Reader.ts';

const LINK = /\[(?<text>(?:[^[\]]|\[[^[\]]*\])*)\]\(<?(?<url>https?:\/\/[^\s)>]+)/u;
const BARE = /https?:\/\/[^\s)>\]"']+/u;
const SOURCE = /^(?:url|source|link|canonical|original[_-]?url)\s*:\s*["']?(?<url>https?:\/\/[^\s"']+)/imu;

/**
 * Quotations of a Markdown file that names an address: in its front matter, in a heading, or in a line of its own
 * before them. A list or a paragraph right behind a quotation is the note on it.
 */
export const markdownQuotes: Reader = {
  format: 'markdown',
  knows: ({ text }) => /^\s{0,3}>/mu.test(text) && BARE.test(text) && !/^\s*[{[]/u.test(text),
  read: ({ text, name }, into) => readQuotes(text, name, into),
};

/** As the reader above; also for programs that write one file of quotations for each article. */
export function* readQuotes(
  text: string,
  name: string,
  into: Gathering,
  facts: { url?: unknown; title?: unknown } = {},
): Generator<void, void> {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u);
  const front = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const head = front > 0 ? lines.slice(1, front).join('\n') : '';
  const given = (field: string) =>
    new RegExp(`^${field}\\s*:\\s*["']?(.*?)["']?\\s*$`, 'imu').exec(head)?.[1];
  let url: unknown = facts.url ?? SOURCE.exec(head)?.groups?.url;
  let title: unknown = facts.title ?? given('title') ?? undefined;
  let article: Article | undefined;
  let last: ReturnType<Gathering['highlight']>;
  for (let at = front > 0 ? front + 1 : 0; at < lines.length; at++) {
    yield;
    const line = lines[at] ?? '';
    if (/^\s{0,3}>/u.test(line)) {
      const from = at;
      while (at + 1 < lines.length && /^\s{0,3}>/u.test(lines[at + 1] ?? '')) at++;
      const quote = quoteOf(lines.slice(from, at + 1));
      article = into.article(from + 1, {
        url,
        title: title ?? name.replace(/\.\w+$/u, ''),
        at: given('(?:date|created|saved|date_saved)'),
      });
      last = article && quote ? into.highlight(from + 1, article, { quote }) : undefined;
      continue;
    }
    const link = LINK.exec(line)?.groups;
    const address = link?.url ?? BARE.exec(line)?.[0];
    if (
      address &&
      facts.url === undefined &&
      (/^#/u.test(line) || !last || /^\s*(?:url|source|link)\b/iu.test(line))
    ) {
      url = address;
      title = link?.text || (/^#+\s+(.*)$/u.exec(line)?.[1] ?? title);
      last = undefined;
    } else if (/^#/u.test(line)) {
      last = undefined;
      if (title === undefined) title = line.replace(/^#+\s*/u, '');
    } else if (last && line.trim() && !/^\s*(?:#\w+\s*)+$/u.test(line))
      into.addNote(into.annotation(last.id) ?? last, line.replace(/^\s*[-*]\s+/u, '').trim());
  }
}

/** The words of a quotation: marks and callout heads out, links and emphasis as their words. */
const quoteOf = (lines: string[]): string =>
  lines
    .map((line) => line.replace(/^(?:\s{0,3}>)+ ?/u, ''))
    .filter((line) => !/^\[![\w-]+\]/u.test(line))
    .join('\n')
    .replace(/\s*\[[^\]]*\]\([^)]*\)\s*\^?[\w-]*\s*$/u, '')
    .replace(/\\([\\`*_{}[\]()#+.!<>~|-])/gu, '$1')
    .replace(/==(.+?)==/gsu, '$1')
    .replace(/\s*\^[\w-]+\s*$/u, '')
    .trim();
