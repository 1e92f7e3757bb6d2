import * as v from 'valibot';
import { logMended } from '#model/logFault.ts';
import { NEVER_LOOKED } from '#model/neverLooked.ts';
import { AnnotationSchema, ArticleSchema, VersionSchema } from '#model/schemas.ts';
import type { StoredRecord } from '#sync/cells.ts';
import type { Delta } from '#sync/DeltaSchema.ts';
import { type Ledger, WHOLE } from '#sync/Ledger.ts';
import { sameValue } from '#sync/sameValue.ts';
import { type Taken, takeDelta } from '#sync/takeDelta.ts';

const SCHEMAS = { articles: ArticleSchema, annotations: AnnotationSchema, versions: VersionSchema } as const;

/**
 * Pure: joins what others say of one record with what is known here, as far as a library can hold what comes of it. What
 * it can't hold is kept beside the record, as it came, and tried again with whatever comes next.
 */
export function takeWhatFits(
  known: Ledger | undefined,
  record: StoredRecord | undefined,
  delta: Delta,
): Taken {
  const { refused: kept = [], ...rest } = known ?? {};
  const ledger = known && (rest as Ledger);
  const waited = kept.filter((one) => !sameValue(one, delta));
  const all = inTurn(ledger, record, [delta, ...waited]);
  if (all)
    return {
      ...all,
      ledger: noLongerWaiting(all.ledger),
      isNews: all.isNews || kept.length > 0 || known?.waitsFor === WHOLE,
    };
  const nothing: Delta = { store: delta.store, id: delta.id, base: delta.base, values: {} };
  const start = takeDelta(ledger, record, nothing);
  let taken = inTurn(ledger, record, [nothing]);
  const refused: Delta[] = [];
  for (const one of [delta, ...waited]) {
    const next = inTurn(taken?.ledger ?? ledger, taken?.record ?? record, [one]);
    if (next) taken = taken ? joined(taken, next) : next;
    else if (Object.keys(one.values).length + (one.absent?.length ?? 0) > 0) refused.push(one);
  }
  const fits = taken ?? { ...start, record, ledger: ledger ?? start.ledger };
  return {
    ...fits,
    ledger: { ...fits.ledger, waitsFor: WHOLE, ...(refused.length > 0 && { refused }) },
    isNews: fits.isNews || refused.length !== kept.length,
  };
}

/** Tries again what waits. */
export function takeWhatWaited(known: Ledger, record: StoredRecord | undefined): Taken {
  const { store, id, base } = known;
  return takeWhatFits(known, record, { store, id, base, values: {} });
}

/** All of them; undefined where what comes of it is nothing that a library can hold. */
function inTurn(
  ledger: Ledger | undefined,
  record: StoredRecord | undefined,
  [first, ...others]: [Delta, ...Delta[]],
): Taken | undefined {
  const taken = others.reduce(
    (sum, delta) => joined(sum, takeDelta(sum.ledger, sum.record, delta)),
    takeDelta(ledger, record, first),
  );
  if (!taken.record) return taken;
  const { store } = taken.ledger;
  const anchor = record?.anchor ?? { state: 'missing', checkedAt: NEVER_LOOKED };
  const parsed = v.safeParse(
    SCHEMAS[store],
    store === 'annotations' ? { ...taken.record, anchor } : taken.record,
  );
  if (parsed.success) return { ...taken, record: parsed.output as unknown as StoredRecord };
  logMended(v.getDotPath(parsed.issues[0]), 'what another device says of a record waits');
  return undefined;
}

const joined = (first: Taken, next: Taken): Taken => ({
  ...next,
  conflicts: [...first.conflicts, ...next.conflicts],
  isNews: first.isNews || next.isNews,
  outlives: first.outlives || next.outlives,
});

function noLongerWaiting(ledger: Ledger): Ledger {
  const { waitsFor, ...free } = ledger;
  return waitsFor === undefined || waitsFor === WHOLE ? free : ledger;
}
