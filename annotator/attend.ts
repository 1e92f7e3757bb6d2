import type { HighlightPainter } from './HighlightPainter.ts';
import type { PageListeners } from './PageListeners.ts';
import { viewOf } from './pageDocument.ts';
import type { QuickController } from './QuickController.ts';
import type { QuickFrame } from './QuickFrame.ts';
import { shadowsOf } from './readSelection.ts';
import { watchSelection } from './watchSelection.ts';

export interface Attending {
  quick: QuickController;
  painter: HighlightPainter;
  frame: QuickFrame;
  /** What the reader has selected in any of the page's documents. */
  selected: () => Range | null;
  /** Whether the toolbar comes by itself. */
  offersToolbar: () => boolean;
  listeners: PageListeners;
}

/** Listens to what the reader does in one of the documents that are read: selections, clicks on highlights, keys. */
export function attend(owner: Document, attending: Attending): void {
  const { quick, painter, frame, selected, offersToolbar, listeners } = attending;
  const view = viewOf(owner);
  if (!view) return;

  watchSelection(
    view,
    (byReader) => {
      const range = selected();
      if (byReader || !range) quick.offer(range, offersToolbar());
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
      // The same chord as the browser's shortcut, which Chromium leaves unassigned on some systems.
      if (event.altKey && event.shiftKey && event.code === 'KeyH') {
        const range = selected();
        if (range) event.preventDefault();
        void quick.markRange(range, null, 'note');
      }
      if (event.altKey && event.shiftKey && event.code === 'KeyC') {
        const range = selected();
        if (range) event.preventDefault();
        void quick.markRange(range, null, 'claim');
      }
      if (event.altKey && event.shiftKey && event.code === 'KeyU') {
        const range = selected();
        if (range) event.preventDefault();
        void quick.useRange(range);
      }
    },
    { capture: true },
  );
}
