import type { LibraryFault } from '#model/libraryFaults.ts';

/** What a look at the database and its beacon says. */
export type LibraryStatus =
  /** Everything that was ever saved is there. */
  | 'ok'
  /** Nothing was ever saved. */
  | 'new'
  /** Something that was saved is no longer there: show recovery, never an empty library. */
  | 'lost'
  /** This window has no database; every verb rejects with the fault `unavailable`. */
  | 'unavailable';

/** What is known of a loss. */
export interface Loss {
  libraryId: string;
  noticedAt: string;
  /** Annotations there were, and those found. */
  expected: number;
  found: number;
}

/** How a library stands, as plain data: what another context tells of the one it has open. */
export interface LibraryStanding {
  status: LibraryStatus;
  loss: Loss | null;
  fault: { fault: LibraryFault; message: string } | null;
}
