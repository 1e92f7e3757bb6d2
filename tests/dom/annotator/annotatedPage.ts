import { onTestFinished } from 'vitest';
import { describe as describeRange, indexText } from '#anchoring/index.ts';
import { Allowance } from '#annotator/Allowance.ts';
import { HighlightPainter } from '#annotator/HighlightPainter.ts';
import { Pace } from '#annotator/Pace.ts';
import { PageAnnotations } from '#annotator/PageAnnotations.ts';
import { PageDocuments } from '#annotator/PageDocuments.ts';
import type { Annotation } from '#model/records.ts';
import { rangeOfText } from '../anchoring/page.ts';
import { sampleAnnotation } from '../components/samples.ts';

/** An annotation of words that stand in the page now. */
export function annotationOf(id: string, words: string, change: Partial<Annotation> = {}): Annotation {
  const target = describeRange(indexText(document.body), rangeOfText(document.body, words));
  return sampleAnnotation({ id, target, ...change });
}

/** A page with its annotations shown and watched, as the annotator does it; it ends with the test. */
export async function annotatedPage(annotations: Annotation[]) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  let rounds = 0;
  const painter = new HighlightPainter(stop.signal);
  const texts = new PageDocuments({
    onChange: () => pace.ask(),
    isOwn: () => false,
    onDocument: () => undefined,
  });
  const page = new PageAnnotations(painter, texts);
  const pace = new Pace(
    async () => {
      rounds += 1;
      await page.reread();
    },
    new Allowance(),
    stop.signal,
  );
  stop.signal.addEventListener('abort', () => texts.drop());
  await page.show(annotations);
  return { page, painter, texts, rounds: () => rounds };
}

/** Painted words by style, in the order of the registry. */
export const painted = (): string[] =>
  [...CSS.highlights].flatMap(([name, ranges]) =>
    name.startsWith('claimlight-') && name !== 'claimlight-focus'
      ? [...ranges].map((range) => `${name.slice(11)}: ${String(range)}`)
      : [],
  );

/** The state of each annotation by id. */
export const statesOf = (page: PageAnnotations): Record<string, string> =>
  Object.fromEntries(page.anchored().map(({ id, state }) => [id, state]));
