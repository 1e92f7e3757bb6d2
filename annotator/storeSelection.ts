import { NothingSelectedError } from '#anchoring/index.ts';
import type { Annotation, Color } from '#model/records.ts';
import type { MarkStore } from './MarkStore.ts';
import type { PageAnnotations } from './PageAnnotations.ts';
import type { PageFacts } from './PageFacts.ts';

/** What the reader selected. */
export interface Selected {
  /** At least one. */
  ranges: readonly Range[];
  /** The page's address when it was selected: a single-page site may move on while we save. */
  url: string;
}

interface Parts {
  page: PageAnnotations;
  facts: PageFacts;
  marks: MarkStore;
}

/**
 * Stores a mark for each range that has words, as a claim or not; one Undo takes all of it back.
 * @throws NothingSelectedError where none has any, and what `MarkStore` throws
 */
export async function storeSelection(
  { page, facts, marks }: Parts,
  { ranges, url }: Selected,
  color: Color,
  isClaim: boolean,
): Promise<Annotation[]> {
  const targets = [];
  for (const range of ranges) {
    try {
      targets.push(await page.describe(range));
    } catch (error) {
      if (!(error instanceof NothingSelectedError) || ranges.length === 1) throw error;
    }
  }
  if (targets.length === 0) throw new NothingSelectedError();
  const [metadata, detection] = [facts.metadata(url), facts.detection(url)];
  const stored: Annotation[] = [];
  for (const target of targets) {
    const besideId = stored[0]?.id;
    const mark = { besideId, isClaim, url, metadata, detection, target, color, note: '', source: null };
    stored.push(await marks.store(mark));
  }
  return stored;
}
