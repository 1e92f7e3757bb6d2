import type { VaultActions, VaultState } from '#components/options/VaultSection.tsx';
import { MARKDOWN_PRESETS } from '#exchange/index.ts';

const nothing = () => undefined;
export const VAULT_ACTIONS: VaultActions = {
  choose: nothing,
  update: nothing,
  end: nothing,
  openExport: nothing,
};

const KEPT: NonNullable<VaultState['kept']> = {
  folder: 'Second brain',
  preset: 'obsidian',
  at: '2026-03-12T09:20:00Z',
  fault: null,
  mustAllow: false,
};
const state = (shown: Partial<VaultState>): VaultState => ({
  canFolder: true,
  presets: MARKDOWN_PRESETS,
  kept: null,
  busy: false,
  ...shown,
});

/** Every state of the part about the folder of Markdown files, by name. */
export const VAULT_STATES: Record<string, VaultState> = {
  'none chosen': state({}),
  'a browser that can’t': state({ canFolder: false }),
  'being written': state({ kept: { ...KEPT, at: null }, busy: true }),
  'up to date': state({ kept: KEPT }),
  'that must be allowed': state({
    kept: { ...KEPT, fault: 'The browser asks again whether the folder may be used.', mustAllow: true },
  }),
};
