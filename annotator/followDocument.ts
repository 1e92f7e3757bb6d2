import { call } from '#messaging/call.ts';
import { logFault } from '#model/logFault.ts';
import { CHORDS, type Chord } from '#model/pageActions.ts';
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
const DEEDS: Record<Chord, Deed> = {
  note: (quick, ranges) => quick.markRanges(ranges, null, 'note'),
  claim: (quick, ranges) => quick.markRanges(ranges, null, 'claim'),
  read: () => call('readHere', null).catch(logFault),
  use: (quick, ranges) => quick.evidence.useRanges(ranges),
};
/** Each by the key that does it, wherever its letter lies on the keyboard of the reader. */
const BY_CODE = new Map(
  Object.entries(CHORDS).map(([name, letter]) => [`Key${letter}`, DEEDS[name as Chord]]),
);

const LETTERS: readonly string[] = Object.values(CHORDS);
/** On some keyboards the chord is a letter of its own, which goes into a draft like any other. */
const writes = ({ key, target }: KeyboardEvent) =>
  !LETTERS.includes(key.toUpperCase()) && [...key].length === 1 && isDraft(target as Node);

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
      const deed = event.altKey && event.shiftKey ? BY_CODE.get(event.code) : undefined;
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
