import './ownWords.css';
import { Plus, X } from 'lucide-preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { TagChange } from '#model/drafts.ts';
import { useFormDrafts } from './FormDrafts.ts';
import { t } from './strings.ts';
import { useFocusOnMount } from './useFocusOnMount.ts';

interface Props {
  tags: string[];
  /** Adds or removes: the list may be older than what another window did. */
  onChange: (change: TagChange) => void;
  /** Tags used elsewhere, offered while typing. */
  known?: string[];
  /** Under which a tag that is still being typed is kept. */
  formKey?: string;
}

/** Tags as removable chips, and a field that adds one with Enter or a comma. Backspace in an empty field takes the last. */
export function TagList({ tags, onChange, known = [], formKey = '' }: Props) {
  const forms = useFormDrafts();
  const typed = forms.get(formKey)?.tag;
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  const add = (value: string) => {
    const tag = value.trim().replace(/^#/u, '');
    if (tag && !tags.includes(tag)) onChange({ add: [tag], remove: [] });
  };

  return (
    <div class="tags">
      {tags.length > 0 && (
        <ul class="tag-list" aria-label={t('tags.label')}>
          {tags.map((tag) => (
            <li key={tag} class="tag">
              <bdi>{tag}</bdi>
              <button
                type="button"
                class="tag-remove"
                aria-label={t('tags.remove', { tag })}
                onClick={() => {
                  onChange({ add: [], remove: [tag] });
                  opener.current?.focus();
                }}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {(adding || typed !== undefined) && (
        <TagInput
          known={known}
          typed={typed}
          onType={(tag) => {
            // What was typed before a crash opened the field; from now on it is the reader's.
            setAdding(true);
            if (tag) forms.type(formKey, { tag });
            else forms.drop(formKey);
          }}
          onAdd={add}
          onTakeLast={() => onChange({ add: [], remove: tags.slice(-1) })}
          onClose={(byKey) => {
            setAdding(false);
            if (byKey) opener.current?.focus();
          }}
        />
      )}
      <button
        type="button"
        class={adding ? 'tag-open visually-hidden' : 'tag-open'}
        ref={opener}
        onClick={() => setAdding(true)}
      >
        <Plus size={14} aria-hidden="true" /> {t('tags.open')}
      </button>
    </div>
  );
}

interface InputProps {
  known: string[];
  /** What was typed before a crash, to go on with. */
  typed: string | undefined;
  onType: (text: string) => void;
  onAdd: (text: string) => void;
  onTakeLast: () => void;
  /** `byKey`: closed by the keyboard, so the focus has to be led on. */
  onClose: (byKey: boolean) => void;
}

function TagInput({ known, typed, onType, onAdd, onTakeLast, onClose }: InputProps) {
  const [text, setText] = useState(typed ?? '');
  const input = useFocusOnMount<HTMLInputElement>(typed === undefined);
  const list = useId();
  const type = (value: string) => {
    setText(value);
    onType(value);
  };
  const add = (value: string) => {
    type('');
    onAdd(value);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (text.trim()) add(text);
      else onClose(true);
    } else if (event.key === 'Escape') {
      // Not meant for the popup, which Escape closes.
      event.preventDefault();
      event.stopPropagation();
      type('');
      onClose(true);
    } else if (event.key === 'Backspace' && text === '') {
      onTakeLast();
    }
  };

  return (
    <>
      <input
        class="tag-input"
        type="text"
        aria-label={t('tags.add')}
        placeholder={t('tags.placeholder')}
        list={list}
        maxLength={64}
        value={text}
        ref={input}
        onInput={(event) => {
          const { value } = event.currentTarget;
          if (value.endsWith(',')) add(value.slice(0, -1));
          else type(value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          add(text);
          onClose(false);
        }}
      />
      <datalist id={list}>
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}
