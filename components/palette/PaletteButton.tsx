import { Command } from 'lucide-preact';
import { IconButton } from '../IconButton.tsx';
import { t } from '../strings.ts';
import { ACTIONS } from './ACTIONS.ts';
import { ariaKeys } from './matchesKey.ts';
import { askForPalette } from './Palette.tsx';

/** Opens the palette of the page it stands on. */
export function PaletteButton() {
  const { name, key } = ACTIONS.commands;
  return (
    <IconButton
      icon={Command}
      label={t(name)}
      keys={ariaKeys(key)}
      testid="open-palette"
      onClick={askForPalette}
    />
  );
}
