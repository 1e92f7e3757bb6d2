import type { LibraryTrouble } from '#components/sidebar/SidebarState.ts';
import { t } from '#components/strings.ts';
import { LibraryError } from '#storage/index.ts';

/** A sentence for the reader about what went wrong, in their language. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof LibraryError)) return String(error instanceof Error ? error.message : error);
  const words = t as unknown as (key: string) => string;
  return `${words(error.sentence)} ${words(error.nextStep)}`;
}

/** Why the library can't be used, for the banner. */
export function unavailable(error: unknown): LibraryTrouble {
  if (error instanceof LibraryError && error.fault === 'unavailable') return { kind: 'not-kept' };
  const recover = error instanceof LibraryError && error.fault === 'damaged';
  return { kind: 'unavailable', sentence: reasonOf(error), recover };
}
