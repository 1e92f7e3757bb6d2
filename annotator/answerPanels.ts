import { linksAround } from '#evidence/linksAround.ts';
import { servePage } from '#messaging/servePage.ts';
import type { PageAnnotations } from './PageAnnotations.ts';
import type { PageDocuments } from './PageDocuments.ts';
import type { PageFacts } from './PageFacts.ts';
import type { QuickController } from './QuickController.ts';
import type { VisitReporter } from './VisitReporter.ts';
import type { WantedHighlight } from './WantedHighlight.ts';

interface Answering {
  page: PageAnnotations;
  texts: PageDocuments;
  facts: PageFacts;
  visits: VisitReporter;
  wanted: WantedHighlight;
  quick: QuickController;
  /** What the reader has selected in any of the page's documents. */
  selected: () => Range[];
  reload: () => Promise<void>;
  /** The background saw that the page shows another address. */
  onMoved: (url: string) => void;
  /** The page is no longer ours. */
  onLeave: () => void;
}

/** Answers what side bar, popup and background ask of this page, until `signal`. */
export function answerPanels(parts: Answering, signal: AbortSignal): void {
  const { page, texts, facts, visits, wanted, quick, selected, reload, onMoved, onLeave } = parts;
  servePage(
    {
      readPage: () => {
        const url = location.href;
        const detection = facts.detection(url);
        const metadata = facts.metadata(url);
        const anchored = page.anchored();
        const cited = page.cited();
        return { url, detection, metadata, anchored, cited, isCut: texts.isCut, visit: visits.visit };
      },
      scrollTo: ({ id }) => wanted.scrollTo(id),
      markSelection: ({ color, then }) => quick.markRanges(selected(), color, then),
      linksAt: ({ id }) => {
        const range = page.rangesOf(id)[0];
        const body = range?.commonAncestorContainer.ownerDocument?.body;
        return range && body ? linksAround(body, range, location.href) : [];
      },
      useSelection: () => quick.evidence.useRanges(selected()),
      sayUsed: (used) => {
        quick.evidence.sayUsed(used);
        return null;
      },
      describeSelection: () => {
        // One place at a time: which of several is meant nobody can know.
        const [range, another] = selected();
        return range && !another ? page.describe(range) : null;
      },
      describeAnnotation: async ({ id }) => {
        await page.reread();
        const range = page.rangesOf(id)[0];
        return range ? page.describe(range) : null;
      },
      refresh: async () => {
        await reload();
        return null;
      },
      pageMoved: ({ url }) => {
        onMoved(url);
        return null;
      },
      leave: () => {
        onLeave();
        return null;
      },
    },
    signal,
  );
}
