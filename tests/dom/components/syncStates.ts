import type { SyncSection } from '#components/options/SyncSection.tsx';
import type { SyncActions, SyncOn } from '#components/options/SyncState.ts';

type Props = Parameters<typeof SyncSection>[0];

const nothing = () => undefined;
const quiet = new Proxy({}, { get: () => nothing }) as SyncActions;

const ON: SyncOn = {
  kind: 'on',
  carrier: 'folder',
  folder: 'Syncthing',
  name: 'Laptop, Chromium',
  lastAt: '2026-03-12T09:20:00Z',
  devices: [
    { id: 'a', name: 'Desk, Firefox', seenAt: '2026-03-12T08:20:00Z' },
    { id: 'b', name: 'حاسوب المكتب', seenAt: '2026-03-01T08:20:00Z' },
  ],
  waiting: 3,
  paused: false,
  faults: [],
  mustAllow: false,
  isEmptied: false,
};

const state = (shown: Props['state'], trouble: string | null = null): Props => ({
  state: shown,
  trouble,
  busy: false,
  actions: quiet,
});

/** Every state of the part about other devices, by name. */
export const SYNC_STATES: Record<string, Props> = {
  off: state({ kind: 'off' }),
  'what carries it': state({ kind: 'carrier', canFolder: true, companion: 'absent' }),
  'only by hand': state(
    { kind: 'carrier', canFolder: false, companion: 'unconnected' },
    'This is no file that Claimlight saved for other devices.',
  ),
  'the first device': state({
    kind: 'name',
    carrier: 'folder',
    folder: 'Syncthing',
    choice: 'new',
    name: '',
  }),
  'a library to join': state({ kind: 'name', carrier: 'file', folder: null, choice: 'join', name: 'Desk' }),
  'a server to use': state({ kind: 'carrier', canFolder: false, companion: 'connected' }),
  'a library on the server': state({
    kind: 'name',
    carrier: 'webdav',
    folder: null,
    choice: 'join',
    name: 'Desk',
  }),
  'a new passphrase': state({ kind: 'passphrase', choice: 'new' }),
  'a passphrase that is another one': state(
    { kind: 'passphrase', choice: 'join' },
    'The passphrase is another one. Nothing was changed; try again.',
  ),
  'what comes together': state({
    kind: 'preview',
    choice: 'join',
    preview: { newArticles: 12, newAnnotations: 48, both: 3, onlyHere: 7, deletedThere: 1 },
  }),
  'over a folder': state(ON),
  'over a folder that must be allowed': state({
    ...ON,
    mustAllow: true,
    isEmptied: true,
    faults: [
      'The folder holds nothing of Claimlight any more. If it is the right folder, fill it again.',
      'The folder’s engine made copies of files (“sync-conflict”).',
    ],
  }),
  'over a server that does not answer': state({
    ...ON,
    carrier: 'webdav',
    folder: null,
    faults: ['The server does not answer. Check the network and the address.'],
  }),
  'by hand, alone': {
    ...state({ ...ON, carrier: 'file', folder: null, devices: [], lastAt: null, waiting: 0 }),
    busy: true,
  },
};
