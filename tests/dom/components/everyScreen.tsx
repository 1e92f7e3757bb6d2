import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { CompanionView } from '#companion/CompanionView.tsx';
import { LibraryView } from '#components/library/LibraryView.tsx';
import { OptionsView } from '#components/options/OptionsView.tsx';
import { SyncSection } from '#components/options/SyncSection.tsx';
import { VaultSection } from '#components/options/VaultSection.tsx';
import { askForPalette } from '#components/palette/Palette.tsx';
import { PopupView } from '#components/popup/PopupView.tsx';
import { RecoveryView } from '#components/recovery/RecoveryView.tsx';
import { SidebarView } from '#components/sidebar/SidebarView.tsx';
import { PracticeSection } from '#components/welcome/PracticeSection.tsx';
import { WelcomeView } from '#components/welcome/WelcomeView.tsx';
import { COMPANION_ACTIONS, COMPANION_STATES } from './companionStates.ts';
import { LIBRARY_STATES, libraryProps } from './libraryStates.ts';
import { OPTIONS_STATES, optionsProps, RECOVERY_STATES } from './pageStates.ts';
import { POPUP_STATES } from './popupStates.ts';
import { PRACTICE_ACTIONS, PRACTICE_STATES } from './practiceStates.ts';
import { SIDEBAR_STATES } from './sidebarStates.ts';
import { SYNC_STATES } from './syncStates.ts';
import { VAULT_ACTIONS, VAULT_STATES } from './vaultStates.ts';

const nothing = () => undefined;
const READING_LIBRARY = LIBRARY_STATES.reading ?? libraryProps({});
const [withEverything = optionsProps({})] = Object.values(OPTIONS_STATES);

/** A page whose palette was asked for. */
function WithPalette({ page }: { page: VNode }) {
  useEffect(askForPalette, []);
  return page;
}

const BROWSER_KEYS = {
  browserKeys: [
    { name: 'Open Claimlight', keys: 'Alt+Shift+K' },
    { name: 'Read by sentence', keys: '' },
  ],
  onChangeKeys: nothing,
};

/** Every state of every page of the extension, by name. */
export const SCREENS: [string, VNode][] = [
  ...Object.entries(SIDEBAR_STATES).map(([name, props]): [string, VNode] => [
    `sidebar: ${name}`,
    <SidebarView key={name} {...props} />,
  ]),
  ...Object.entries(POPUP_STATES).map(([name, props]): [string, VNode] => [
    `popup: ${name}`,
    <PopupView key={name} {...props} />,
  ]),
  ...Object.entries(OPTIONS_STATES).map(([name, props]): [string, VNode] => [
    `options: ${name}`,
    <OptionsView key={name} {...props} />,
  ]),
  ...Object.entries(LIBRARY_STATES).map(([name, props]): [string, VNode] => [
    `library: ${name}`,
    <LibraryView key={name} {...props} />,
  ]),
  ...Object.entries(SYNC_STATES).map(([name, props]): [string, VNode] => [
    `options, other devices: ${name}`,
    <OptionsView key={name} {...withEverything} sync={<SyncSection {...props} />} />,
  ]),
  ...Object.entries(VAULT_STATES).map(([name, state]): [string, VNode] => [
    `options, folder of Markdown files: ${name}`,
    <OptionsView
      key={name}
      {...withEverything}
      vault={<VaultSection state={state} actions={VAULT_ACTIONS} />}
    />,
  ]),
  ...Object.entries(COMPANION_STATES).map(([name, state]): [string, VNode] => [
    `companion: ${name}`,
    <CompanionView key={name} state={state} actions={COMPANION_ACTIONS} />,
  ]),
  ...Object.entries(RECOVERY_STATES).map(([name, props]): [string, VNode] => [
    `recovery: ${name}`,
    <RecoveryView key={name} {...props} />,
  ]),
  ...Object.entries(PRACTICE_STATES).map(([name, state]): [string, VNode] => [
    `welcome, practice: ${name}`,
    <WelcomeView
      key={name}
      onSidebar={nothing}
      onOptions={nothing}
      practice={<PracticeSection state={state} actions={PRACTICE_ACTIONS} />}
    />,
  ]),
  [
    'library: all commands',
    <WithPalette key="palette" page={<LibraryView {...READING_LIBRARY} palette={BROWSER_KEYS} />} />,
  ],
];
