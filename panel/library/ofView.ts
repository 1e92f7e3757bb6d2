import type { LibraryAddress, LibraryState } from '#components/library/LibraryState.ts';
import { locale } from '#components/strings.ts';
import type { Library } from '#storage/index.ts';
import { actionInWords } from '../actionInWords.ts';
import { toDeleted } from '../toDeleted.ts';

/** Deleted items and steps listed. */
const LISTED = 100;

/** "March 2026" for "2026-03". */
const monthInWords = (month: string): string =>
  new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  );

/** Reads what a view of the library page shows beside its marks: trash, last steps or figures. */
export async function ofView(
  library: Library,
  { view, query }: Pick<LibraryAddress, 'view' | 'query'>,
): Promise<Partial<LibraryState>> {
  if (view === 'trash') {
    const all = await library.trash.list();
    return { trash: { items: all.slice(0, LISTED).map(toDeleted), count: all.length } };
  }
  if (view === 'steps') {
    const actions = await library.actions(LISTED);
    const steps = actions.map((one) => ({
      id: one.id,
      name: actionInWords(one),
      at: one.at,
      undone: one.undone,
    }));
    return { steps };
  }
  if (view === 'figures') {
    const { unsourced, single, corroborated, contested, ...plain } = await library.figures(query);
    const statuses = [
      { status: 'unsourced' as const, count: unsourced },
      { status: 'single source' as const, count: single },
      { status: 'corroborated' as const, count: corroborated },
      { status: 'contested' as const, count: contested },
    ];
    const byMonth = plain.byMonth.map((row) => ({ ...row, name: monthInWords(row.name) }));
    return { figures: { ...plain, byMonth, statuses } };
  }
  return {};
}
