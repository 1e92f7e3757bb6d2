import type { Offer } from '../palette/ACTIONS.ts';
import type { ToastMessage } from '../Toast.tsx';
import type { OptionsActions } from './OptionsState.ts';

/** What the options page shows and can do. */
interface Shown {
  toast: ToastMessage | null;
  onUndo: (id: string) => void;
  actions: OptionsActions;
}

/** What can be done on the options page now, the nearest first; settings are found by its own search. */
export function optionsOffers({ toast, onUndo, actions }: Shown, focusSearch: () => void): Offer[] {
  return [
    ...(toast?.undo ? [{ action: 'undo' as const, run: () => onUndo(toast.id) }] : []),
    { action: 'findOption', run: focusSearch },
    { action: 'backUp', run: actions.backUpNow },
    { action: 'exportAll', run: actions.openExport },
    { action: 'exportAgain', run: actions.exportAgain },
    { action: 'library', run: actions.openLibrary },
    { action: 'rescue', run: actions.openRescue },
  ];
}
