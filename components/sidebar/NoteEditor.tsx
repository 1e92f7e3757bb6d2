import '../ownWords.css';
import { useId, useRef, useState } from 'preact/hooks';
import type { Saving } from '#model/Saving.ts';
import { Markdown } from '../Markdown.tsx';
import { SaveState } from '../SaveState.tsx';
import { t } from '../strings.ts';
import { useFocusOnMount } from '../useFocusOnMount.ts';

interface Props {
  note: string;
  saving: Saving;
  /** Names the field: the note of a highlight or of the article. */
  label: string;
  placeholder: string;
  onInput: (note: string) => void;
  /** The editor closed: nothing more will be typed. */
  onFinish: () => void;
  onRetry: () => void;
}

/** A note shown as Markdown; a click or Enter turns it into a field, Escape or Done back. Saved as it is typed. */
export function NoteEditor({ note, saving, label, placeholder, onInput, onFinish, onRetry }: Props) {
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  const close = () => {
    setEditing(false);
    onFinish();
    // The opener is drawn in the next frame; the focus goes back to where it came from.
    requestAnimationFrame(() => opener.current?.focus());
  };

  return (
    <div class="note">
      {editing ? (
        <NoteField
          note={note}
          label={label}
          placeholder={placeholder}
          onInput={onInput}
          onLeave={onFinish}
          onClose={close}
        />
      ) : (
        <ShownNote
          note={note}
          label={label}
          placeholder={placeholder}
          opener={opener}
          onEdit={() => setEditing(true)}
        />
      )}
      <SaveState state={saving} onRetry={onRetry} />
    </div>
  );
}

interface ShownProps {
  note: string;
  label: string;
  placeholder: string;
  opener: { current: HTMLButtonElement | null };
  onEdit: () => void;
}

function ShownNote({ note, label, placeholder, opener, onEdit }: ShownProps) {
  if (!note) {
    return (
      <button type="button" class="note-open" data-testid="note" ref={opener} onClick={onEdit}>
        {placeholder}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's shortcut; the button inside does the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      class="note-shown"
      data-testid="note"
      onClick={(event) => {
        const onLink = event.target instanceof Element && event.target.closest('a, button');
        const selecting = !(getSelection()?.isCollapsed ?? true);
        if (!onLink && !selecting) onEdit();
      }}
    >
      <Markdown text={note} />
      <button
        type="button"
        class="note-edit link-button"
        ref={opener}
        aria-label={label === t('note.label') ? undefined : t('note.editNamed', { what: label })}
        onClick={onEdit}
      >
        {t('note.edit')}
      </button>
    </div>
  );
}

interface FieldProps {
  note: string;
  label: string;
  placeholder: string;
  onInput: (note: string) => void;
  /** The focus went elsewhere: a good moment to write. */
  onLeave: () => void;
  onClose: () => void;
}

function NoteField({ note, label, placeholder, onInput, onLeave, onClose }: FieldProps) {
  const field = useFocusOnMount<HTMLTextAreaElement>();
  const hint = useId();
  return (
    <>
      <textarea
        class="note-input"
        data-testid="note-input"
        dir="auto"
        rows={3}
        aria-label={label}
        aria-describedby={hint}
        placeholder={placeholder}
        value={note}
        ref={field}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
            event.preventDefault();
            event.stopPropagation();
            onClose();
          }
        }}
      />
      <div class="note-foot">
        <span class="hint" id={hint}>
          {t('note.hint')}
        </span>
        <button type="button" class="link-button" onClick={onClose}>
          {t('note.done')}
        </button>
      </div>
    </>
  );
}
