import { LIBRARY_GROUPINGS, LIBRARY_VIEWS, type LibraryAddress } from '#components/library/LibraryState.ts';

const PLAIN: LibraryAddress = { view: 'notes', query: '', group: 'article', open: null };

/** Reads the part of an address after "#". What is not understood has its plain value. */
export function readAddress(hash: string): LibraryAddress {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const [group, id] = [parts.get('in'), parts.get('mark')];
  return {
    view: LIBRARY_VIEWS.find((one) => one === parts.get('view')) ?? PLAIN.view,
    query: (parts.get('q') ?? '').slice(0, 1_000),
    group: LIBRARY_GROUPINGS.find((one) => one === parts.get('by')) ?? PLAIN.group,
    open: group === null ? null : { group, ...(id !== null && { id }) },
  };
}

/** The same written, with "#"; plain values are left out. */
export function writeAddress({ view, query, group, open }: LibraryAddress): string {
  const parts = new URLSearchParams();
  if (view !== PLAIN.view) parts.set('view', view);
  if (query) parts.set('q', query);
  if (group !== PLAIN.group) parts.set('by', group);
  if (open) parts.set('in', open.group);
  if (open?.id !== undefined) parts.set('mark', open.id);
  return `#${parts}`;
}
