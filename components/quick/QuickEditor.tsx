import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Color, Source } from '#model/records.ts';
import { STANCES } from '#model/records.ts';
import type { Saving } from '#model/Saving.ts';
import { ChoiceGroup } from '../ChoiceGroup.tsx';
import { ColorPicker } from '../ColorPicker.tsx';
import { SaveState } from '../SaveState.tsx';
import { t } from '../strings.ts';
import { TextField } from '../TextField.tsx';
import { typedAddress } from '../typedAddress.ts';
import { QuickButton } from './QuickButton.tsx';

/** What can be said of a source without leaving the page. */
export type QuickSource = Pick<Source, 'url' | 'title' | 'stance'>;

interface Props {
  /** The words marked, to see that it is the right place. */
  quote: string;
  color: Color;
  onColor: (color: Color) => void;
  note: string;
  onNote: (note: string) => void;
  /** Null hides the fields of the source. */
  source: QuickSource | null;
  onSource: (source: QuickSource) => void;
  /** Which field takes the focus. */
  focus: 'note' | 'source';
  saving: Saving;
  onSave: () => void;
  onClose: () => void;
}

/** Note and source typed right next to the words, without opening the sidebar. Ctrl+Enter saves, Escape closes. */
export function QuickEditor(props: Props) {
  const { quote, color, note, source, focus, saving } = props;
  const noteField = useRef<HTMLTextAreaElement>(null);
  const urlField = useRef<HTMLInputElement>(null);
  const noteId = useId();
  // Said when saving is tried: a half-typed address is no mistake yet.
  const [tried, setTried] = useState(saving.kind === 'failed');
  const badAddress = source !== null && typedAddress(source.url) === null;

  useLayoutEffect(() => (focus === 'note' ? noteField : urlField).current?.focus(), [focus]);

  const save = () => {
    setTried(true);
    if (badAddress) urlField.current?.focus();
    else props.onSave();
  };

  return (
    <form
      class="quick quick-panel"
      aria-label={t('quick.editor')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          props.onClose();
        }
      }}
    >
      <div class="quick-head">
        <ColorPicker value={color} onChange={props.onColor} />
        <QuickButton icon="close" label={t('quick.close')} testid="close" onClick={() => props.onClose()} />
      </div>
      <p class="quick-quote" data-color={color} dir="auto">
        {quote}
      </p>
      <label class="visually-hidden" for={noteId}>
        {t('note.label')}
      </label>
      <textarea
        id={noteId}
        class="field-input"
        data-testid="note-input"
        dir="auto"
        rows={3}
        placeholder={t('note.placeholder')}
        value={note}
        ref={noteField}
        onInput={(event) => props.onNote(event.currentTarget.value)}
      />
      {source ? (
        <QuickSourceFields
          source={source}
          wrong={badAddress && tried}
          urlField={urlField}
          onSource={props.onSource}
        />
      ) : (
        <button
          type="button"
          class="quick-link"
          data-testid="add-source"
          onClick={() => props.onSource({ url: '', title: '', stance: 'supports' })}
        >
          {t('quick.source')}
        </button>
      )}
      <div class="quick-foot">
        <SaveState state={saving} onRetry={props.onSave} />
        <button type="submit" class="button button-primary" data-testid="save">
          {t('quick.save')}
        </button>
      </div>
    </form>
  );
}

interface SourceProps {
  source: QuickSource;
  /** The address is none, and the reader should know. */
  wrong: boolean;
  urlField: { current: HTMLInputElement | null };
  onSource: (source: QuickSource) => void;
}

function QuickSourceFields({ source, wrong, urlField, onSource }: SourceProps) {
  return (
    <div class="quick-source">
      <TextField
        label={t('source.url')}
        type="url"
        placeholder="https://"
        value={source.url}
        testid="source-url"
        inputRef={urlField}
        error={wrong ? t('source.problem.url') : undefined}
        onInput={(url) => onSource({ ...source, url })}
      />
      <TextField
        label={t('source.title')}
        value={source.title}
        testid="source-title"
        onInput={(title) => onSource({ ...source, title })}
      />
      <ChoiceGroup
        label={t('source.stance')}
        testid="source-stance"
        value={source.stance}
        choices={STANCES.map((stance) => ({ value: stance, label: t(`stance.${stance}`) }))}
        onChange={(stance) => onSource({ ...source, stance })}
      />
    </div>
  );
}
