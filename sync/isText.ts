import { pathOf, type Store } from './cells.ts';

/** Texts the reader wrote: where two wordings were written at the same time, both are kept. */
export function isText(store: Store, path: string): boolean {
  if (path === 'note') return store !== 'versions';
  if (store !== 'annotations') return false;
  const { field, part } = pathOf(store, path);
  if (field === 'claim') return part === 'statement' || part === 'verdict' || part === 'reason';
  return field === 'sources' && part === 'note';
}
