import { signal } from '@preact/signals';
import { anchor, describe, indexText, NothingSelectedError, type Target } from '#anchoring/index.ts';
import type { QuickSource } from '#components/quick/QuickEditor.tsx';
import type { PracticeActions, PracticeMark, PracticeState } from '#components/welcome/PracticeState.ts';
import type { Color } from '#model/records.ts';

/** A story in two versions, and words of the first. */
export interface PracticeStory {
  before: string;
  after: string;
  sample: string;
}

/**
 * The practice of the welcome page: marks are described and found again by what does it in articles. Nothing of it is
 * stored.
 */
export class Practice implements PracticeActions {
  readonly state = signal<PracticeState>({
    text: '',
    isEdited: false,
    marks: [],
    hand: null,
    color: 'yellow',
  });
  private story: PracticeStory = { before: '', after: '', sample: '' };
  private readonly targets = new Map<string, Target>();
  private selected: Target | null = null;
  private count = 0;

  constructor(story: PracticeStory) {
    this.tell(story);
  }

  /** Tells the story in another language, unless something was marked in it. */
  tell(story: PracticeStory): void {
    if (this.state.value.marks.length > 0) return;
    this.story = story;
    this.clear();
  }

  select = (story: Element, range: Range): void => {
    this.selected = describeOrNull(story, range);
    // An open editor stays: words selected beside it are no reason to close what is being written.
    if (this.state.value.hand?.kind === 'editor') return;
    const hand = this.selected ? ({ kind: 'toolbar' } as const) : null;
    if (hand?.kind !== this.state.value.hand?.kind) this.put({ hand });
  };

  mark = (color: Color, then: 'note' | 'source' | null): void => {
    const target = this.selected;
    if (!target) return;
    this.selected = null;
    // What was selected is painted now; left selected it would lie over the colour.
    getSelection()?.removeAllRanges();
    const known = this.state.value.marks.find(
      ({ quote, span }) => quote === target.exact && span?.start === target.start,
    );
    const id = known?.id ?? `practice-${++this.count}`;
    if (known) this.change(id, { color });
    else this.add(id, color, target);
    this.put({ color, hand: null });
    if (then) this.edit(id, then);
  };

  markSample = (story: Element): void => {
    const range = rangeOfWords(story, this.story.sample);
    this.selected = range && describeOrNull(story, range);
    this.mark(this.state.value.color, 'note');
  };

  recolor = (id: string, color: Color): void => {
    this.change(id, { color });
    this.put({ color });
  };

  typeNote = (id: string, note: string): void => {
    this.change(id, { note });
  };

  typeSource = (id: string, source: QuickSource): void => {
    this.change(id, { source });
  };

  edit = (id: string, focus: 'note' | 'source'): void => {
    const source = this.state.value.marks.find((one) => one.id === id)?.source;
    if (focus === 'source' && !source) this.typeSource(id, { url: '', title: '', stance: 'supports' });
    this.put({ hand: { kind: 'editor', id, focus } });
  };

  remove = (id: string): void => {
    this.targets.delete(id);
    this.put({ marks: this.state.value.marks.filter((one) => one.id !== id), hand: null });
  };

  close = (): void => {
    this.put({ hand: null });
  };

  turn = (): void => {
    const isEdited = !this.state.value.isEdited;
    const text = isEdited ? this.story.after : this.story.before;
    // Where a mark stands is not known until the new text was looked at.
    const marks = this.state.value.marks.map((one): PracticeMark => ({ ...one, span: null }));
    this.selected = null;
    this.put({ text, isEdited, marks, hand: null });
  };

  look = (story: Element): void => {
    const index = indexText(story);
    const marks = this.state.value.marks.map((one): PracticeMark => {
      const target = this.targets.get(one.id);
      if (!target) return one;
      const { state, span, changes } = anchor(index, target);
      return { ...one, state, span, changes };
    });
    this.put({ marks });
  };

  clear = (): void => {
    this.targets.clear();
    this.selected = null;
    this.put({ text: this.story.before, isEdited: false, marks: [], hand: null });
  };

  private add(id: string, color: Color, target: Target): void {
    const { exact, start = 0, end = 0 } = target;
    this.targets.set(id, target);
    const mark: PracticeMark = {
      id,
      color,
      quote: exact,
      note: '',
      source: null,
      state: 'exact',
      span: { start, end },
      changes: [],
    };
    const marks = [...this.state.value.marks, mark].sort(
      (a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0),
    );
    this.put({ marks });
  }

  private change(id: string, change: Partial<PracticeMark>): void {
    this.put({ marks: this.state.value.marks.map((one) => (one.id === id ? { ...one, ...change } : one)) });
  }

  private put(change: Partial<PracticeState>): void {
    this.state.value = { ...this.state.value, ...change };
  }
}

function describeOrNull(story: Element, range: Range): Target | null {
  try {
    return describe(indexText(story), range);
  } catch (error) {
    if (error instanceof NothingSelectedError) return null;
    throw error;
  }
}

/** Words of the story as a range; null where it has not got them, or not in one run. */
function rangeOfWords(story: Element, words: string): Range | null {
  const walker = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node as Text).data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    return range;
  }
  return null;
}
