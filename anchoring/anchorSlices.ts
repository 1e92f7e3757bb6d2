import type { Target } from '#model/records.ts';
import { type Anchor, anchorAsShown, betterInPlain, needsPlain } from './anchor.ts';
import { plainSlices, type TextIndex } from './TextIndex.ts';

/** One batch of anchors, numbered from `from` in the order of the targets. */
export interface AnchorBatch {
  from: number;
  anchors: Anchor[];
}

export interface SliceOptions {
  /** Main-thread milliseconds after which a batch ends; a single note may add some tenths of one. */
  budgetMs?: number;
}

/** Looking through a text this long without a table of grams costs less than building one for a few notes. */
const TABLE_FOR_NOTES = 8;

/**
 * Anchors targets in batches. The caller yields to the page between two `next()`, so no task is longer than about
 * the budget. Batches may be empty while the tables are built.
 */
export function* anchorSlices(
  index: TextIndex,
  targets: Target[],
  { budgetMs = 8 }: SliceOptions = {},
): Generator<AnchorBatch, void> {
  let since = performance.now();
  if (targets.length >= TABLE_FOR_NOTES) {
    for (const _ of index.page.prepare()) {
      if (performance.now() - since < budgetMs) continue;
      yield { from: 0, anchors: [] };
      since = performance.now();
    }
  }
  let batch: AnchorBatch = { from: 0, anchors: [] };
  for (const target of targets) {
    const shown = anchorAsShown(index, target);
    if (!needsPlain(index, shown)) batch.anchors.push(shown);
    else {
      // Read once, for all of them.
      for (const _ of plainSlices(index, budgetMs)) {
        yield batch;
        batch = { from: batch.from + batch.anchors.length, anchors: [] };
        since = performance.now();
      }
      batch.anchors.push(betterInPlain(index, target, shown));
    }
    if (performance.now() - since < budgetMs) continue;
    yield batch;
    batch = { from: batch.from + batch.anchors.length, anchors: [] };
    since = performance.now();
  }
  if (batch.anchors.length > 0) yield batch;
}
