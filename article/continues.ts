import { parametersOf } from './parametersOf.ts';
import { plainAddress } from './plainAddress.ts';
import { sharesStory } from './storyMarks.ts';

/** The number of a page of one story, in the query or at the end of the path. */
const PAGE = /^(?:page|paged|pg|seite|pagina|pag)$/i;
const PAGE_PART = /^\/(?:(?:page|seite|pagina|pag)[-/]?)?\d{1,2}\/?$/i;
const NAMED_PAGE = /\/(?:page|seite|pagina|pag)[-/]?\d{1,2}\/?$/i;

/**
 * Whether an address, by its spelling alone, is of the story that stood at another: a further page, another section or
 * none before it, marks of how the reader came. Addresses that tell of no story (`/s/12`, `?id=7`) never are.
 */
export function continues(before: string, now: string): boolean {
  if (plainAddress(before) === plainAddress(now)) return true;
  if (!URL.canParse(before) || !URL.canParse(now)) return false;
  const [from, to] = [new URL(before), new URL(now)];
  if (from.origin !== to.origin) return false;
  return sharesStory(from, to) || isPageOf(from, to) || isPageOf(to, from) || isPrefixed(from, to);
}

function isPageOf(from: URL, to: URL): boolean {
  const bare = (path: string) => path.replace(NAMED_PAGE, '').replace(/\/$/, '');
  const [story, page] = [bare(from.pathname), to.pathname];
  if (queryOf(from) !== queryOf(to)) return false;
  if (from.pathname === to.pathname) return from.search !== to.search;
  if (story === bare(page)) return true;
  // Below a section a number is a story.
  return (
    /[\d-][^/]*$/.test(story) && page.startsWith(`${story}/`) && PAGE_PART.test(page.slice(story.length))
  );
}

/** The query without the number of a page. */
function queryOf(address: URL): string {
  return parametersOf(address)
    .filter(([name]) => !PAGE.test(name))
    .join('&');
}

/** One path is the other behind a section. */
function isPrefixed(from: URL, to: URL): boolean {
  const [short, long] = [from.pathname, to.pathname].sort((a, b) => a.length - b.length);
  const parts = (short ?? '').split('/').filter(Boolean);
  return from.search === to.search && parts.length > 1 && (long ?? '').endsWith(short ?? '');
}
