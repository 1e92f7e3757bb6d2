import { logFault } from '#model/logFault.ts';
import type { Library } from '#storage/index.ts';
import { noteCitations } from './citations.ts';
import { noteDueDays } from './dueDays.ts';
import { noteRecentClaims } from './recentClaims.ts';

/** Quiet after the last change before claims are read anew, ms. */
const QUIET = 1_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Reads claims anew soon, once for many changes: the days to look again, the menu of the last ones, and which pages are
 * cited. `then` runs where buttons or pages have something else to say.
 */
export function followClaims(open: () => Promise<Library>, then: () => Promise<void>): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    read(open, then).catch((error) => logFault(error, 'claims not read'));
  }, QUIET);
}

async function read(open: () => Promise<Library>, then: () => Promise<void>): Promise<void> {
  const library = await open();
  if (library.status === 'unavailable' || library.status === 'lost') return;
  const claims = await library.annotations.claims();
  await noteRecentClaims(claims);
  const news = [await noteCitations(claims), await noteDueDays(claims)];
  if (news.includes(true)) await then();
}
