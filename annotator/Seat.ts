import type { Manner } from '#model/appearance.ts';
import type { HighlightPainter } from './HighlightPainter.ts';
import type { PageAnnotations } from './PageAnnotations.ts';
import type { PageDocuments } from './PageDocuments.ts';
import type { QuickController } from './QuickController.ts';
import type { QuickFrame } from './QuickFrame.ts';

/** What a live annotator lends to a script of ours that joins it in the same isolated world. */
export interface Seat {
  page: PageAnnotations;
  texts: PageDocuments;
  painter: HighlightPainter;
  quick: QuickController;
  /** The annotator's own frame. */
  frame: QuickFrame;
  /** For a frame more, of which the annotator knows that it is no part of the page. */
  Frame: typeof QuickFrame;
  /** Reads the library again. Where another reading overtakes it, it ends before anything is shown. */
  reload: () => Promise<void>;
  /** Called when what is stored for the page was read and is painted. */
  onShown: () => void;
  /** How views look and speak; null before the first answer of the background. */
  manner: () => Manner | null;
  /** Ends with the annotator. */
  signal: AbortSignal;
  /** False for one that an update of the extension left behind. */
  isAlive: () => boolean;
}

/** Where a live annotator is found: the isolated world of its page. */
export interface SeatedWorld {
  claimlight?: { isAlive: () => boolean; seat?: Seat };
}
