import type { Annotation, Article, HistoryEntry } from '#model/records.ts';
import { LIMITS } from '#model/text.ts';
import { cellsOf, type StoredRecord } from '#sync/cells.ts';
import type { Delta } from '#sync/DeltaSchema.ts';
import { allCells, hiddenCells, type Ledger, WHOLE } from '#sync/Ledger.ts';
import { deviceOf } from '#sync/stamps.ts';
import { type Conflict, type Taken, withField } from '#sync/takeDelta.ts';
import { sameJson } from '../sameJson.ts';
import type { RecordStore, Records } from '../stores.ts';
import type { Writing } from '../write.ts';
import type { ChangeLog } from './ChangeLog.ts';
import { keepRules, type Unsettled, whereItWent } from './keepRules.ts';
import { type Ahead, readAhead } from './readAhead.ts';
import { takeWhatFits, takeWhatWaited } from './takeWhatFits.ts';

const IN_ORDER: readonly RecordStore[] = ['articles', 'annotations', 'versions'];
const DAY = 86_400_000;
/** Between the wordings of an article's note. */
const RULE = '\n\n---\n\n';

export interface Arrived {
  /** Records that changed here. */
  changed: number;
  /** Texts of which both wordings are kept. */
  conflicts: number;
}

/** What is at hand while some records are taken in. */
interface Taking {
  writing: Writing;
  log: ChangeLog;
  arrived: Arrived;
  unsettled: Unsettled;
  ahead: Ahead;
  /** What is being stored. */
  stored: Promise<unknown>[];
}

/** Takes in what another device says of some records, in the transaction of `writing`. */
export function takeItems(writing: Writing, log: ChangeLog, items: Delta[]): Promise<Arrived> {
  const inOrder = IN_ORDER.flatMap((store) => items.filter((one) => one.store === store));
  return takeEach(writing, log, inOrder, (known, record, delta) => takeWhatFits(known, record, delta));
}

/** Tries again what no library could hold so far. `waiting`: the devices of which something still waits. */
export async function takeAgain(writing: Writing, log: ChangeLog): Promise<Arrived & { waiting: string[] }> {
  const waiting = () => writing.transaction.objectStore('ledgers').index('waitsFor').getAll(WHOLE);
  const arrived = await takeEach(writing, log, await waiting(), (known, record, ledger) =>
    takeWhatWaited(known ?? ledger, record),
  );
  const left = (await waiting()).flatMap(({ base, refused = [] }) => [
    ...refused.map((delta) => deviceOf(delta.base)),
    ...(refused.length > 0 ? [] : [deviceOf(base)]),
  ]);
  return { ...arrived, waiting: [...new Set(left)].sort() };
}

async function takeEach<T extends { store: RecordStore; id: string }>(
  writing: Writing,
  log: ChangeLog,
  all: T[],
  take: (known: Ledger | undefined, record: StoredRecord | undefined, one: T) => Taken,
): Promise<Arrived> {
  const arrived: Arrived = { changed: 0, conflicts: 0 };
  const unsettled: Unsettled = { newArticles: new Set(), trashed: new Set(), annotations: new Set() };
  const met: { store: RecordStore; id: string; conflicts: Conflict[] }[] = [];
  const taking: Taking = {
    ...{ writing, log, arrived, unsettled },
    ahead: await readAhead(writing.transaction, all),
    stored: [],
  };
  for (const one of all) {
    const { store, id } = one;
    const { record, ledger } = await taking.ahead.at(store, id);
    const known = ledger ?? (record && log.pristine(store, record, id));
    const taken = take(known, record as StoredRecord | undefined, one);
    if (taken.outlives) log.touch(store, id, true);
    if (taken.conflicts.length > 0) met.push({ store, id, conflicts: taken.conflicts });
    if (taken.isNews) await keep(taking, record, taken);
  }
  await Promise.all(taking.stored);
  for (const one of met) arrived.conflicts += await keepBoth(writing, one);
  await keepRules(writing, log, unsettled);
  return arrived;
}

/** Stores what came of a record; what is not whole, fits no record, or comes before its article, waits in its ledger. */
async function keep(taking: Taking, before: Records[RecordStore] | undefined, given: Taken): Promise<void> {
  const { writing, arrived, unsettled, ahead } = taking;
  const { transaction } = writing;
  const { store, id } = given.ledger;
  const { taken, ledger } =
    store === 'articles' ? { taken: given, ledger: given.ledger } : await placed(taking, before, given);
  const ledgers = transaction.objectStore('ledgers');
  ahead.changed(store, id);
  noteStored(taking, ledgers.put(ledger));
  if (!taken.record) {
    if (before) {
      noteStored(taking, writing.drop(store, id));
      arrived.changed++;
    }
    return;
  }
  const record = taken.record as unknown as Records[RecordStore];
  if (before && sameJson(before, record)) return;
  noteStored(taking, writing.take<RecordStore>(store, before, record));
  const { deletedAt } = record as { deletedAt?: string };
  // It was in another device's trash so long, or by a wrong clock: here its days begin.
  if (deletedAt !== undefined && Math.abs(Date.parse(writing.now) - Date.parse(deletedAt)) > DAY)
    writing.meta.trashSince = writing.now;
  arrived.changed++;
  if (store === 'annotations') unsettled.annotations.add(id);
  if (store !== 'articles') return;
  if ((record as Article).deletedAt !== undefined) {
    unsettled.trashed.add(id);
  }
  if (before) return;
  unsettled.newArticles.add(id);
  for (const waiting of await ledgers.index('waitsFor').getAll(id)) {
    const there = await transaction.objectStore(waiting.store).get(waiting.id);
    const { waitsFor: _, ...free } = waiting;
    await keep(taking, there, takeWhatWaited(free, there as StoredRecord | undefined));
  }
}

/** Requests of one transaction are answered in their order, so none has to be waited for before the last. */
function noteStored({ stored }: Taking, request: Promise<unknown>): void {
  // Where it fails, the transaction does, which the next request tells.
  request.catch(() => undefined);
  stored.push(request);
}

/** What belongs to an article is stored only where that article is. */
async function placed(
  { writing, log, ahead }: Taking,
  before: Records[RecordStore] | undefined,
  taken: Taken,
): Promise<{ taken: Taken; ledger: Ledger }> {
  const { record, ledger } = taken;
  if (!record) return { taken, ledger };
  const articleId = String(record.articleId);
  if (await ahead.hasArticle(articleId)) {
    const { waitsFor, ...free } = ledger;
    return { taken, ledger: waitsFor === WHOLE ? ledger : free };
  }
  const home = await whereItWent(writing, log, articleId);
  if (home) {
    const moved = withField(taken, 'articleId', home.id);
    return { taken: moved, ledger: log.moved(moved.ledger, moved.record, home.id) };
  }
  if (before && 'articleId' in before) {
    const stays = withField(taken, 'articleId', before.articleId);
    return { taken: stays, ledger: { ...stays.ledger, waitsFor: articleId } };
  }
  const hidden = hiddenCells(ledger.store, allCells(ledger, record), undefined);
  return { taken: { ...taken, record: undefined }, ledger: { ...ledger, hidden, waitsFor: articleId } };
}

/** Keeps a wording that did not stand: in the history of an annotation, in the note of an article. */
async function keepBoth(
  writing: Writing,
  { store, id, conflicts }: { store: RecordStore; id: string; conflicts: Conflict[] },
): Promise<number> {
  if (store === 'articles') return keepBothNotes(writing, id, conflicts);
  const annotation: Annotation | undefined = await writing.transaction.objectStore('annotations').get(id);
  if (store !== 'annotations' || !annotation) return 0;
  const entries = conflicts.map(({ path, lost, kept, time }): HistoryEntry => {
    const kind = path === 'note' ? 'note-conflict' : 'claim-conflict';
    return { at: new Date(time).toISOString(), kind, before: lost, after: kept };
  });
  const ledger = await writing.changeLog?.ledger('annotations', id);
  const cells = ledger && allCells(ledger, annotation as unknown as StoredRecord);
  // Every device that sees the two meet writes the same entry; the reader may have settled it already.
  const fresh = entries.filter((entry) => {
    const [path = ''] = cellsOf('annotations', { history: [entry] }).keys();
    return !cells?.has(path);
  });
  if (fresh.length > 0)
    await writing.put('annotations', annotation, {
      ...annotation,
      history: [...annotation.history, ...fresh],
    });
  return fresh.length;
}

/** Each wording once. Devices that add them in different orders end when all have all. */
async function keepBothNotes(writing: Writing, id: string, conflicts: Conflict[]): Promise<number> {
  const article = await writing.transaction.objectStore('articles').get(id);
  if (!article) return 0;
  const parts = article.note.split(RULE);
  const missing = conflicts
    .flatMap(({ lost }) => lost.split(RULE))
    .filter((part) => part.trim() !== '' && !parts.includes(part));
  const note = [...new Set([...parts, ...missing])].join(RULE);
  if (missing.length === 0 || note.length > LIMITS.note) return 0;
  await writing.put('articles', article, { ...article, note });
  return 1;
}
