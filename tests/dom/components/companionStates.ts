import type { CompanionActions, CompanionState } from '#companion/CompanionView.tsx';

const quiet = new Proxy({}, { get: () => () => undefined }) as CompanionActions;
const state = (changed: Partial<CompanionState>): CompanionState => ({
  server: null,
  asker: null,
  trouble: null,
  isPlain: false,
  busy: false,
  ...changed,
});

export const COMPANION_ACTIONS = quiet;

/** Every state of the companion's page, by name. */
export const COMPANION_STATES: Record<string, CompanionState> = {
  empty: state({}),
  'asked by an extension': state({ asker: 'ifankhoedgdnhgognbfanhiogbfkbgen' }),
  'a wrong password': state({
    trouble: 'The server does not take the name and the password. Type them once more.',
    busy: true,
  }),
  connected: state({ server: 'https://cloud.example/remote.php/dav/files/ana/Shared%20files/' }),
  'connected without encryption, and asked': state({
    server: 'http://nas.local/',
    isPlain: true,
    asker: 'ifankhoedgdnhgognbfanhiogbfkbgen',
  }),
};
