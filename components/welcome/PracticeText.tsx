import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PracticeMark } from './PracticeState.ts';

interface Props {
  text: string;
  marks: PracticeMark[];
  /** Words of the text were selected, or none any more. */
  onSelect: (story: Element, range: Range) => void;
  /** The text was drawn; what was marked in the one before is to be looked for. */
  onText: (story: Element) => void;
  storyRef: { current: HTMLParagraphElement | null };
}

/** The paragraph to practise on. Marks lie on their words as they do in an article, and where two overlap the shorter is seen. */
export function PracticeText({ text, marks, onSelect, onText, storyRef }: Props) {
  const drawn = useRef(text);
  useLayoutEffect(() => {
    if (drawn.current === text) return;
    drawn.current = text;
    if (storyRef.current) onText(storyRef.current);
  });
  // A click elsewhere leaves a selection as it was: it is no news then.
  const known = useRef('');
  const isPressed = useRef(false);
  useEffect(() => {
    const look = () => {
      const story = storyRef.current;
      if (isPressed.current || !story) return;
      const range = selectedIn(story);
      if (!range) {
        known.current = '';
        return;
      }
      const { start, end } = offsetsIn(story, range);
      if (known.current === `${start}-${end}`) return;
      known.current = `${start}-${end}`;
      onSelect(story, range);
    };
    // While a button is pressed the selection is still growing.
    const onDown = ({ target }: Event) => {
      isPressed.current = true;
      // Selected again, the same words are news.
      if (target instanceof Node && storyRef.current?.contains(target)) known.current = '';
    };
    const onUp = () => {
      isPressed.current = false;
      look();
    };
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener('selectionchange', look, { signal });
    document.addEventListener('pointerdown', onDown, { signal });
    document.addEventListener('pointerup', onUp, { signal });
    document.addEventListener('pointercancel', onUp, { signal });
    return () => stop.abort();
  }, [onSelect]);
  return (
    <p class="practice-text" data-testid="practice-text" ref={storyRef}>
      {piecesOf(text, marks).map(
        ({ words, mark }, index): ComponentChildren =>
          mark ? (
            <mark key={index} class="practice-mark" data-color={mark.color} data-state={mark.state}>
              {words}
            </mark>
          ) : (
            words
          ),
      )}
    </p>
  );
}

/** What is selected of an element, cut at its ends; collapsed where the caret stands in it, null where neither. */
function selectedIn(story: Element): Range | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(story)) return null;
  if (!story.contains(range.startContainer)) range.setStart(story, 0);
  if (!story.contains(range.endContainer)) range.setEnd(story, story.childNodes.length);
  return range;
}

/** Where a range begins and ends in an element's text, UTF-16 units. */
function offsetsIn(story: Element, range: Range): { start: number; end: number } {
  const before = document.createRange();
  before.setStart(story, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return { start, end: start + range.toString().length };
}

const lengthOf = ({ span }: PracticeMark): number => (span ? span.end - span.start : 0);

/** The text cut where marks begin and end. */
function piecesOf(text: string, marks: PracticeMark[]): { words: string; mark: PracticeMark | undefined }[] {
  const spans = marks.flatMap(({ span }) => (span ? [span.start, span.end] : []));
  const cuts = [...new Set([0, ...spans, text.length])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    // Of marks that overlap the shortest is seen: the longer one shows beside it.
    const [mark] = marks
      .filter(({ span }) => span && span.start <= start && span.end >= end)
      .sort((a, b) => lengthOf(a) - lengthOf(b));
    return { words: text.slice(start, end), mark };
  });
}
