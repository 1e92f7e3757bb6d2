import { call } from '#messaging/call.ts';
import { logFault } from '#model/logFault.ts';
import type { HighlightPainter } from './HighlightPainter.ts';
import { isDraft } from './isDraft.ts';
import type { PageListeners } from './PageListeners.ts';
import { viewOf } from './pageDocument.ts';
import type { QuickController } from './QuickController.ts';
import type { QuickFrame } from './QuickFrame.ts';
import { shadowsOf } from './readSelection.ts';
import { watchSelection } from './watchSelection.ts';

export interface Following {
  quick: QuickController;
  painter: HighlightPainter;
  frame: QuickFrame;
  /** What the reader has selected in any of the page's documents. */
  selected: () => Range[];
  /** A frame may have got another document. */
  onFrame: () => void;
  /** Whether the toolbar comes by itself. */
  offersToolbar: () => boolean;
  listeners: PageListeners;
}

type Deed = (quick: QuickController, ranges: Range[]) => unknown;
const DEEDS: Record<string, Deed> = {
  KeyH: (quick, ranges) => quick.markRanges(ranges, null, 'note'),
  KeyC: (quick, ranges) => quick.markRanges(ranges, null, 'claim'),
  KeyJ: () => call('readHere', null).catch(logFault),
  KeyU: (quick, ranges) => quick.evidence.useRanges(ranges),
};

/** On some keyboards the chord is a letter of its own, which goes into a draft like any other. */
const writes = ({ key, target }: KeyboardEvent) =>
  !/^[hcju]$/i.test(key) && [...key].length === 1 && isDraft(target as Node);

/** Listens to what the reader does in one of the documents that are read: selections, clicks on highlights, keys. */
export function followDocument(owner: Document, following: Following): void {
  const { quick, painter, frame, selected, onFrame, offersToolbar, listeners } = following;
  const view = viewOf(owner);
  if (!view) return;

  watchSelection(
    view,
    (byReader) => {
      const ranges = selected();
      if (byReader || ranges.length === 0) quick.offer(ranges, offersToolbar());
    },
    listeners,
  );
  listeners.on(owner, view, 'click', (event: MouseEvent) => {
    const chosen = view.getSelection()?.isCollapsed === false;
    if (!event.isTrusted || frame.owns(event) || chosen) return;
    const [target] = event.composedPath() as Partial<Element>[];
    if (target?.closest?.('a[href], button')) return;
    const ids = painter.at(event.clientX, event.clientY, owner, shadowsOf(owner));
    if (ids.length > 0) quick.open(ids);
    else quick.close();
  });
  listeners.on(
    owner,
    view,
    'keydown',
    (event: KeyboardEvent) => {
      if (!event.isTrusted) return;
      if (event.key === 'Escape' && frame.isOpen) quick.close();
      // The same chords as the browser's shortcuts, which Chromium leaves unassigned on some systems.
      const deed = event.altKey && event.shiftKey ? DEEDS[event.code] : undefined;
      if (!deed || writes(event)) return;
      const ranges = selected();
      if (ranges.length > 0) event.preventDefault();
      deed(quick, ranges);
    },
    { capture: true },
  );
  // A frame's text comes with its load; `load` does not bubble, but it can be caught on its way.
  listeners.on(owner, owner, 'load', onFrame, { capture: true });
}
