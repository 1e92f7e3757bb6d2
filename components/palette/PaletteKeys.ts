/** A command of the browser, whose key only the browser changes. */
export interface BrowserKey {
  name: string;
  /** As the browser writes it; empty where none is set. */
  keys: string;
}

/** What the palette tells of the browser's own keys. */
export interface PaletteKeys {
  browserKeys: readonly BrowserKey[];
  /** Opens the browser's page where they are changed. */
  onChangeKeys: () => void;
}
