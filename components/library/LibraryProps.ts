import type { PaletteKeys } from '../palette/PaletteKeys.ts';
import type { CardActions } from '../sidebar/SidebarActions.ts';
import type { LibraryTrouble } from '../sidebar/SidebarState.ts';
import type { ToastMessage } from '../Toast.tsx';
import type { LibraryActions, LibraryState } from './LibraryState.ts';

export interface LibraryProps {
  state: LibraryState;
  trouble: LibraryTrouble | null;
  toast: ToastMessage | null;
  onDismiss: (id: string) => void;
  actions: LibraryActions;
  card: CardActions;
  /** The browser's keys, for the palette; without them there is none. */
  palette?: PaletteKeys;
}
