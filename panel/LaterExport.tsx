import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ACTIONS } from '#components/palette/ACTIONS.ts';
import { matchesKey } from '#components/palette/matchesKey.ts';
import type { Library } from '#storage/index.ts';
import type { ExportDialog } from './ExportDialog.tsx';
import type { ExportModel } from './ExportModel.ts';

/** What the export dialog needs of the page it is on. */
type Host = ConstructorParameters<typeof ExportModel>[1];

interface Loaded {
  model: ExportModel;
  Dialog: typeof ExportDialog;
}

/**
 * The one export dialog, loaded when it is asked for: with all its formats and the template engine it is half of what a
 * page of ours carries, and nobody waits for it who only looks.
 */
export class LaterExport {
  readonly loaded = signal<Loaded | null>(null);
  readonly #library: Library;
  readonly #host: Host;

  constructor(library: Library, host: Host) {
    this.#library = library;
    this.#host = host;
  }

  /** Opens the dialog, see `ExportModel`. */
  open(...given: Parameters<ExportModel['open']>): void {
    this.#with((model) => model.open(...given));
  }

  /** Takes away once more what is at hand, see `ExportModel`. */
  again(): void {
    this.#with((model) => model.again());
  }

  #with(act: (model: ExportModel) => void): void {
    this.#load().then(({ model }) => act(model), this.#host.fail);
  }

  async #load(): Promise<Loaded> {
    const [{ ExportModel }, { ExportDialog }] = await Promise.all([
      import('./ExportModel.ts'),
      import('./ExportDialog.tsx'),
    ]);
    // Two presses may have waited for it.
    this.loaded.value ??= { model: new ExportModel(this.#library, this.#host), Dialog: ExportDialog };
    return this.loaded.value;
  }
}

/** Where the export dialog of a page appears, and its key. */
export function LaterExportDialog({ exporting }: { exporting: LaterExport }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat || !matchesKey(event, ACTIONS.exportAgain.key)) return;
      event.preventDefault();
      // Another dialog has the keyboard.
      if (!document.querySelector('dialog[open]')) exporting.again();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [exporting]);
  const loaded = exporting.loaded.value;
  return loaded && <loaded.Dialog model={loaded.model} />;
}
