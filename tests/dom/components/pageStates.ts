import type { OptionsProps } from '#components/options/OptionsView.tsx';
import type { RecoveryProps } from '#components/recovery/RecoveryView.tsx';
import { completeColors } from '#model/appearance.ts';

const nothing = () => undefined;
const quiet = new Proxy({}, { get: () => nothing }) as OptionsProps['actions'];

const STATE: NonNullable<OptionsProps['state']> = {
  language: 'system',
  theme: 'system',
  textSize: 'normal',
  colors: completeColors([{ color: 'pink', name: 'Doubtful', offered: true }]),
  defaultColor: 'yellow',
  toolbar: true,
  privateWindows: false,
  sitesOff: ['bank.example', 'mail.example'],
  backup: { at: '2026-03-12T09:20:00Z', unsaved: 3 },
  backupFiles: false,
  deleted: [
    {
      id: 'd1',
      words: 'Tolls rose by 12 per cent',
      article: 'Harbour tolls rise again',
      deletedAt: '2026-03-12T09:20:00Z',
    },
    { id: 'd2', words: 'ارتفعت الرسوم', article: '', deletedAt: '2026-03-01T09:20:00Z' },
  ],
  deletedCount: 3,
  history: [
    { id: 'h1', name: 'A file was brought in', at: '2026-03-12T09:20:00Z', undone: false },
    { id: 'h2', name: 'A highlight was made', at: '2026-03-11T09:20:00Z', undone: true },
  ],
  storage: {
    usedBytes: 1_240_000,
    persisted: false,
    parts: [
      { name: 'Highlights', bytes: 1_000_000 },
      { name: 'Articles', bytes: 240_000 },
    ],
  },
  shortcuts: [
    { name: 'Highlight the selected text', keys: 'Alt+Shift+H' },
    { name: 'Show or hide the sidebar', keys: '' },
  ],
};

/** The options page's props with callbacks that do nothing. */
export function optionsProps(change: Partial<OptionsProps>): OptionsProps {
  return { state: STATE, toast: null, onUndo: nothing, onDismiss: nothing, actions: quiet, ...change };
}

/** Every state of the options page, by name. */
export const OPTIONS_STATES: Record<string, OptionsProps> = {
  'with everything': optionsProps({}),
  'as installed': optionsProps({
    state: {
      ...STATE,
      deleted: [],
      deletedCount: 0,
      history: [],
      sitesOff: [],
      backup: { at: null, unsaved: 0 },
      storage: null,
      shortcuts: [],
    },
  }),
  loading: optionsProps({ state: null }),
  'taking an import back': optionsProps({
    work: { name: 'Taking it back…', done: 3, total: 100, stop: nothing },
  }),
};

/** The recovery page's props with callbacks that do nothing. */
export function recoveryProps(change: Partial<RecoveryProps> = {}): RecoveryProps {
  return {
    counts: { expected: 214, found: 0 },
    healthy: false,
    stuck: false,
    snapshot: { at: '2026-03-11T09:20:00Z', count: 212 },
    progress: { kind: 'idle' },
    onRetry: nothing,
    onSaveSnapshot: nothing,
    onSnapshot: nothing,
    onFile: nothing,
    onRescue: nothing,
    onFresh: nothing,
    ...change,
  };
}

/** Every state of the recovery page, by name. */
export const RECOVERY_STATES: Record<string, RecoveryProps> = {
  'with a backup': recoveryProps(),
  'without a backup': recoveryProps({ snapshot: null }),
  working: recoveryProps({ progress: { kind: 'working' } }),
  stuck: recoveryProps({
    counts: null,
    stuck: true,
    progress: { kind: 'failed', reason: 'The browser can’t read what is on the disk.' },
  }),
  done: recoveryProps({ healthy: true, counts: { expected: 212, found: 212 }, progress: { kind: 'done' } }),
  'on a healthy library': recoveryProps({ healthy: true, counts: { expected: 212, found: 212 } }),
  failed: recoveryProps({ progress: { kind: 'failed', reason: 'The backup file is damaged.' } }),
};
