import type { Target } from '@/model/records';
import { type Anchor, anchor } from './anchor';
import { GramTable } from './GramTable';
import type { TextIndex } from './TextIndex';

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
 * the budget. Batches may be empty while the table of grams is built.
 */
export function* anchorSlices(
  index: TextIndex,
  targets: Target[],
  { budgetMs = 8 }: SliceOptions = {},
): Generator<AnchorBatch, void> {
  if (targets.length >= TABLE_FOR_NOTES && !index.page.hasGrams) {
    const work = GramTable.build(index.page.codes);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) {
        index.page.grams = step.value;
        break;
      }
      yield { from: 0, anchors: [] };
    }
  }
  let batch: AnchorBatch = { from: 0, anchors: [] };
  let since = performance.now();
  for (const target of targets) {
    batch.anchors.push(anchor(index, target));
    if (performance.now() - since < budgetMs) continue;
    yield batch;
    batch = { from: batch.from + batch.anchors.length, anchors: [] };
    since = performance.now();
  }
  if (batch.anchors.length > 0) yield batch;
}
