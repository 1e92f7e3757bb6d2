import ownWords from 'virtual:words/sentences';
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { SeatedWorld } from '#annotator/Seat.ts';
import { SentenceReader } from '#annotator/SentenceReader.ts';
import { setManner } from '#components/manner.ts';
import { SentenceBar } from '#components/quick/SentenceBar.tsx';
import { sentenceStyles } from '#components/quick/sentenceStyles.ts';
import { setWords } from '#components/strings.ts';
import type { Manner } from '#model/appearance.ts';
import { languageFor } from '#model/languages.ts';
import type { SentenceState } from '#model/SentenceState.ts';
import type { SentenceDeed } from '#model/sentenceKeys.ts';

/** Left in this isolated world while an article is read by sentence. */
interface World extends SeatedWorld {
  claimlightSentences?: { focus: () => void };
}

/** The words of the reader's language; the background's do not hold those of this mode. */
function adopt(manner: Manner | null, { documentElement, defaultView }: Document): void {
  const own = ownWords[languageFor('system', manner?.tag ?? 'en')];
  if (manner) {
    setManner({ ...manner, words: { ...own, ...manner.words } }, documentElement);
    const frame = defaultView?.frameElement as HTMLElement | null;
    frame?.style.setProperty('color-scheme', manner.theme === 'system' ? 'light dark' : manner.theme);
  } else setWords((key) => own[key], 'en');
}

/**
 * Reading by sentence, injected when the reader asks for it, beside a live annotator and into the same world. Asked for
 * again, it takes the keyboard again.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const seat = world.claimlight?.isAlive() ? world.claimlight.seat : undefined;
  if (!seat) return;
  if (world.claimlightSentences) {
    world.claimlightSentences.focus();
    return;
  }
  const reader = new SentenceReader({
    seat,
    css: sentenceStyles,
    render: (root: HTMLElement, state: SentenceState, act: (deed: SentenceDeed) => void) => {
      adopt(seat.manner(), root.ownerDocument);
      render(<SentenceBar state={state} onDeed={act} />, root);
    },
    onEnd: () => {
      delete world.claimlightSentences;
    },
  });
  world.claimlightSentences = reader;
  void reader.start();
});
