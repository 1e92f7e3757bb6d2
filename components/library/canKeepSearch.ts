import type { LibraryState } from './LibraryState.ts';

/** Whether there is a search, and it is not kept yet. */
export const canKeepSearch = ({ address, saved }: Pick<LibraryState, 'address' | 'saved'>): boolean =>
  address.query.trim() !== '' && !saved.some(({ query }) => query === address.query);
