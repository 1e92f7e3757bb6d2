import '#assets/styles/base.css';
import '../page.css';
import './options.css';
import { Search } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { matchesKey } from '../palette/matchesKey.ts';
import { Palette } from '../palette/Palette.tsx';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import type { PaletteKeys } from '../palette/PaletteKeys.ts';
import { t } from '../strings.ts';
import { Toast, type ToastMessage } from '../Toast.tsx';
import type { LongWork, OptionsActions, OptionsState } from './OptionsState.ts';
import { optionsOffers } from './optionsOffers.ts';
import { Sections } from './Sections.tsx';
import { WorkBar } from './WorkBar.tsx';

export interface OptionsProps {
  /** Null while loading. */
  state: OptionsState | null;
  toast: ToastMessage | null;
  /** What takes long and is under way. */
  work?: LongWork | null;
  onUndo: (id: string) => void;
  onDismiss: (id: string) => void;
  actions: OptionsActions;
  /** The browser's keys, for the palette; without them there is none. */
  palette?: PaletteKeys;
  /** The part about other devices. */
  sync?: ComponentChildren;
  /** The part about the folder of Markdown files. */
  vault?: ComponentChildren;
}

/** Letters without case and marks, so that "Zurück" is found by "zuruck". */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The options page: a search, contents, and sections that each say in a line what they are for. */
export function OptionsView(props: OptionsProps) {
  const { state, toast, work = null, onUndo, onDismiss, actions, sync, vault, palette } = props;
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<number | null>(null);
  const field = useId();
  const page = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const focusSearch = () => search.current?.focus();
  const isReady = state !== null;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isField =
        event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (isField || document.querySelector('dialog[open]') || !matchesKey(event, ACTIONS.findOption.key))
        return;
      event.preventDefault();
      focusSearch();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  // A section is found by any word on it, whatever it shows just now.
  useLayoutEffect(() => {
    const wanted = fold(query.trim());
    const sections = [...(page.current?.querySelectorAll<HTMLElement>('.page-section') ?? [])];
    for (const section of sections) section.hidden = !fold(section.textContent ?? '').includes(wanted);
    setFound(wanted === '' || !isReady ? null : sections.filter(({ hidden }) => !hidden).length);
  });

  return (
    <main class="page-view options" data-testid="options" ref={page}>
      <h1>{t('options.title')}</h1>
      <search class="options-search">
        <label class="visually-hidden" for={field}>
          {t('options.search')}
        </label>
        <Search size={16} aria-hidden="true" />
        <input
          id={field}
          type="search"
          class="field-input"
          data-testid="options-search"
          placeholder={t('options.search')}
          value={query}
          ref={search}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        {palette && <PaletteButton />}
        <p class="hint" role="status">
          {found === 0 && t('options.searchNothing', { query: query.trim() })}
          {found !== null && found > 0 && t('options.searchFound', found)}
        </p>
      </search>
      {state && <Sections state={state} actions={actions} sync={sync} vault={vault} />}
      {palette && <Palette {...palette} offers={() => optionsOffers(props, focusSearch)} />}
      <WorkBar work={work} />
      <Toast message={toast} onUndo={onUndo} onDismiss={onDismiss} />
    </main>
  );
}
