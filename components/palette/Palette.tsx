import './palette.css';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fold } from '#model/fold.ts';
import { Keys } from '../Keys.tsx';
import { t } from '../strings.ts';
import { useModal } from '../useModal.ts';
import { ACTIONS, keyOf, type Offer } from './ACTIONS.ts';
import { ElsewhereKeys, elsewhere } from './ElsewhereKeys.tsx';
import { matchesKey, writtenKey } from './matchesKey.ts';
import type { PaletteKeys } from './PaletteKeys.ts';

interface Props extends PaletteKeys {
  /** What can be done now, the nearest first. */
  offers: () => Offer[];
}

/**
 * All that can be done on this page, by name, with the key of each: opened by Ctrl+K anywhere or ? outside fields. Also the
 * sheet of keys: those of the browser, of the toolbar and of reading by sentence, and the lines of the context menu.
 */
export function Palette(props: Props) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isField =
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [contenteditable]') !== null;
      const isSheet = event.key === '?' && !isField && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.isComposing || (!isSheet && !matchesKey(event, ACTIONS.commands.key))) return;
      // Another dialog has the keyboard.
      if (document.querySelector('dialog[open]:not(.palette)')) return;
      event.preventDefault();
      setOpen(true);
    };
    const onAsk = () => setOpen(true);
    addEventListener('keydown', onKey);
    addEventListener(ASKED, onAsk);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener(ASKED, onAsk);
    };
  }, []);
  return open ? <OpenPalette {...props} onClose={() => setOpen(false)} /> : null;
}

const ASKED = 'claimlight-palette';

/** Opens the palette of this page, for a button. */
export const askForPalette = (): void => void dispatchEvent(new Event(ASKED));

function OpenPalette({ offers, browserKeys, onChangeKeys, onClose }: Props & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  // What can be done is looked up once: a list that changes under the keys would do another thing than was read.
  const [all] = useState(offers);
  const id = useId();
  useModal(dialog);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  });

  const wanted = fold(words).trim().split(' ');
  const shown = all.filter(({ action }) => {
    const name = fold(t(ACTIONS[action].name));
    return wanted.every((word) => name.includes(word));
  });
  const parts = elsewhere(browserKeys, wanted);
  const current = Math.min(at, shown.length - 1);
  const optionId = (index: number) => `${id}-${index}`;
  const leave = (then?: () => void) => {
    // Closing gives the focus back to where it was; what is done next may take it elsewhere.
    dialog.current?.close();
    onClose();
    then?.();
  };
  const move = (to: number) => setAt((to + shown.length) % Math.max(1, shown.length));
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(current + 1);
    else if (event.key === 'ArrowUp') move(current - 1);
    else if (event.key === 'PageDown') setAt(shown.length - 1);
    else if (event.key === 'PageUp') setAt(0);
    else if (event.key === 'Enter') {
      const chosen = shown[current];
      if (chosen) leave(chosen.run);
    } else return;
    event.preventDefault();
  };

  return (
    <dialog
      class="palette"
      ref={dialog}
      aria-label={t('palette.title')}
      data-testid="palette"
      {...{ closedby: 'any' }}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <div class="palette-box">
        <input
          type="text"
          class="field-input palette-filter"
          data-testid="palette-filter"
          role="combobox"
          aria-label={t('palette.filter')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown.length > 0 ? optionId(current) : undefined}
          placeholder={t('palette.filter')}
          autocomplete="off"
          spellcheck={false}
          value={words}
          onInput={({ currentTarget }) => {
            setWords(currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
        <div class="palette-list" id={`${id}-list`} role="listbox" aria-label={t('palette.title')} ref={list}>
          {shown.map(({ action, run }, index) => {
            const key = keyOf(action);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, as in every combobox
              <div
                key={action}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                class="palette-row"
                data-testid="palette-action"
                data-action={action}
                onPointerMove={() => setAt(index)}
                onClick={() => leave(run)}
              >
                <span>{t(ACTIONS[action].name)}</span>
                {key && <Keys shortcut={writtenKey(key)} />}
              </div>
            );
          })}
        </div>
        <p class="palette-none hint" role="status">
          {shown.length + parts.length === 0 && t('palette.none')}
        </p>
        {parts.length > 0 && <ElsewhereKeys parts={parts} onChangeKeys={() => leave(onChangeKeys)} />}
      </div>
    </dialog>
  );
}
