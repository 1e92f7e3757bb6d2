const isMac = (): boolean => /mac/i.test(navigator.platform);

/** Whether a key press is a key of the register ("/", "Mod+K"). Chords must be whole, single keys without a modifier. */
export function matchesKey(event: KeyboardEvent, key: string): boolean {
  const isChord = key.startsWith('Mod+');
  const wanted = isChord ? key.slice(4) : key;
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const other = isMac() ? event.ctrlKey : event.metaKey;
  if (event.altKey || other || mod !== isChord || (isChord && event.shiftKey)) return false;
  // Where a keyboard writes no Latin letters, the place of the letter counts.
  return event.key.toLowerCase() === wanted.toLowerCase() || (isChord && event.code === `Key${wanted}`);
}

/** A key as `aria-keyshortcuts` wants it. */
export const ariaKeys = (key: string): string => key.replace('Mod', isMac() ? 'Meta' : 'Control');

/** A key as `Keys` shows it: "Ctrl+K", on a Mac "⌘+K". */
export const writtenKey = (key: string): string =>
  key.replace('Mod', isMac() ? '⌘' : 'Ctrl').replace(/^.$/u, (letter) => letter.toUpperCase());
