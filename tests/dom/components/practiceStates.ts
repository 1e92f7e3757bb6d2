import type { PracticeActions, PracticeMark, PracticeState } from '#components/welcome/PracticeState.ts';

const nothing = () => undefined;
export const PRACTICE_ACTIONS: PracticeActions = {
  select: nothing,
  mark: nothing,
  markSample: nothing,
  recolor: nothing,
  typeNote: nothing,
  typeSource: nothing,
  edit: nothing,
  remove: nothing,
  close: nothing,
  turn: nothing,
  look: nothing,
  clear: nothing,
};

const TEXT = 'The ferry will sail twice a day from June. A crossing costs 9 crowns.';
const MARK: PracticeMark = {
  id: 'practice-1',
  color: 'green',
  quote: 'The ferry will sail twice a day',
  note: 'And in winter?',
  source: { url: 'https://ferry.example/times', title: 'Timetable', stance: 'supports' },
  state: 'exact',
  span: { start: 0, end: 31 },
  changes: [],
};
const BEGUN: PracticeState = { text: TEXT, isEdited: false, marks: [], hand: null, color: 'yellow' };

/** What the practice of the welcome page can show. */
export const PRACTICE_STATES: Record<string, PracticeState> = {
  begun: BEGUN,
  'words selected': { ...BEGUN, hand: { kind: 'toolbar' } },
  'a source being written': {
    ...BEGUN,
    marks: [MARK],
    hand: { kind: 'editor', id: MARK.id, focus: 'source' },
  },
  edited: {
    ...BEGUN,
    text: TEXT.replace('twice', 'once'),
    isEdited: true,
    marks: [
      {
        ...MARK,
        state: 'changed',
        span: { start: 0, end: 30 },
        changes: [
          { kind: 'same', text: 'The ferry will sail ' },
          { kind: 'removed', text: 'twice ' },
          { kind: 'added', text: 'once ', touches: 'figure' },
          { kind: 'same', text: 'a day' },
        ],
      },
      {
        ...MARK,
        id: 'practice-2',
        note: '',
        source: null,
        quote: 'A crossing costs 9 crowns',
        span: { start: 42, end: 67 },
      },
    ],
  },
};
