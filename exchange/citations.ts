import type { ArticleNotes } from './ArticleNotes.ts';
import { type CslItem, cslItems } from './csl.ts';
import { jsonList } from './jsonList.ts';
import { linkDestination } from './markdownLink.ts';

type Library = Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>;

/** Each article and each source once; the key is the one that the Pandoc preset cites. */
async function* items(library: Library): AsyncGenerator<CslItem> {
  const taken = new Set<string>();
  for await (const notes of library)
    for (const item of cslItems(notes)) {
      if (taken.has(item.id)) continue;
      taken.add(item.id);
      yield item;
    }
}

/** Articles and sources as CSL-JSON, in pieces of one item each. */
export const libraryToCsl = (library: Library): AsyncGenerator<string, void> =>
  jsonList('', items(library), () => '');

/** Letters that mean something to TeX; others stay, as BibTeX is read as UTF-8 today. */
const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string): string => text.replace(/[\\{}~^$&#%_]/gu, (char) => TEX[char] ?? `\\${char}`);

/** A name that BibTeX takes apart rightly; in braces it stays whole. */
const bibName = (name: string): string =>
  /^[\p{L}\p{M}.'’ -]+$/u.test(name) && !/\band\b|\bothers\b/iu.test(name) ? tex(name) : `{${tex(name)}}`;

const dayOf = (date: CslItem['issued']): string =>
  (date?.['date-parts'][0] ?? []).map((part) => String(part).padStart(2, '0')).join('-');

/** Addresses stand as they are in both formats; braces in them are percent-encoded. */
const addressOfItem = ({ URL: url }: CslItem): string => linkDestination(url ?? '').replaceAll('&amp;', '&');

function bibEntry(item: CslItem): string {
  const isNews = item.type === 'article-newspaper';
  const [year, month] = item.issued?.['date-parts'][0] ?? [];
  const fields: [string, string][] = [
    // The second braces keep capitals.
    ['title', item.title ? `{${tex(item.title)}}` : ''],
    ['author', (item.author ?? []).map(({ literal }) => bibName(literal)).join(' and ')],
    [isNews ? 'journal' : 'howpublished', tex(item['container-title'] ?? '')],
    ['year', year === undefined ? '' : String(year)],
    ['month', month === undefined ? '' : String(month)],
    ['date', dayOf(item.issued)],
    ['url', addressOfItem(item)],
    ['urldate', dayOf(item.accessed)],
    ['language', item.language ?? ''],
    ['abstract', tex(item.abstract ?? '')],
    ['note', tex([item.note, item.archive_location].filter(Boolean).join('; '))],
  ];
  const lines = fields.filter(([, text]) => text !== '').map(([name, text]) => `  ${name} = {${text}},`);
  return [`@${isNews ? 'article' : 'misc'}{${item.id},`, ...lines, '}\n\n'].join('\n');
}

/** Articles and sources as BibTeX, in pieces of one entry each. */
export async function* libraryToBibtex(library: Library): AsyncGenerator<string, void> {
  for await (const item of items(library)) yield bibEntry(item);
}

const RIS_TYPES: Record<string, string> = {
  'article-newspaper': 'NEWS',
  webpage: 'ELEC',
  dataset: 'DATA',
  report: 'RPRT',
  book: 'BOOK',
  interview: 'PCOMM',
  legislation: 'BILL',
};

function risEntry(item: CslItem): string {
  const day = (date: CslItem['issued']) => dayOf(date).replaceAll('-', '/');
  const fields: [string, string][] = [
    ['TI', item.title ?? ''],
    ...(item.author ?? []).map(({ literal }): [string, string] => ['AU', literal]),
    ['T2', item['container-title'] ?? ''],
    // Some programs read the year only, some the day only.
    ['PY', day(item.issued).slice(0, 4)],
    ['DA', day(item.issued)],
    ['UR', addressOfItem(item)],
    ['Y2', day(item.accessed)],
    ['LA', item.language ?? ''],
    ['SE', item.section ?? ''],
    ['AB', item.abstract ?? ''],
    ['N1', [item.note, item.archive_location].filter(Boolean).join('; ')],
    ['ID', item.id],
  ];
  const lines = fields.filter(([, text]) => text !== '').map(([name, text]) => `${name}  - ${text}`);
  return [`TY  - ${RIS_TYPES[item.type] ?? 'GEN'}`, ...lines, 'ER  - ', '', ''].join('\r\n');
}

/** Articles and sources as RIS (lines end with CRLF), in pieces of one entry each. */
export async function* libraryToRis(library: Library): AsyncGenerator<string, void> {
  for await (const item of items(library)) yield risEntry(item);
}
