import { CircleCheck, Combine, Download, Palette, Tag, Trash2, X } from 'lucide-preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CLAIM_STATUSES, COLORS } from '#model/records.ts';
import { ColorMark } from '../ColorMark.tsx';
import { IconButton } from '../IconButton.tsx';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { t } from '../strings.ts';
import { JoinForm } from './JoinForm.tsx';
import type { JoinPreview, LibraryActions, NamedCount, SelectionPart } from './LibraryState.ts';

interface Props {
  count: number;
  total: number;
  tags: NamedCount[];
  /** What putting together would do; null until it is asked for. */
  join: JoinPreview | null;
  /** A part to be opened, as by a press on its button. */
  part: SelectionPart | null;
  onPart: () => void;
  actions: LibraryActions;
}

/** What can be done with all selected marks at once, each as one step that can be undone. */
export function SelectionBar({ count, total, tags, join, part, onPart, actions }: Props) {
  const [open, setOpen] = useState<SelectionPart | null>(null);
  const bar = useRef<HTMLElement>(null);
  const isEntering = useRef(false);
  const joiner = useRef<HTMLButtonElement>(null);
  // With another selection the preview goes; asked again it comes anew.
  const [asked, setAsked] = useState(false);
  const shown = open === 'join' && !join && !asked ? null : open;
  if (join && asked) setAsked(false);
  const toggle = (to: SelectionPart) => setOpen(to === shown ? null : to);
  const askJoin = () => {
    setAsked(true);
    actions.previewJoin();
  };
  useLayoutEffect(() => {
    if (!part) return;
    onPart();
    setOpen(part);
    isEntering.current = true;
    if (part === 'join' && shown !== 'join') askJoin();
  }, [part]);
  // Who asked by keyboard goes on in it, as soon as it is there.
  useLayoutEffect(() => {
    const first = bar.current?.querySelector<HTMLElement>('.selection-part :is(input, button)');
    if (!isEntering.current || !first) return;
    isEntering.current = false;
    first.focus();
  });
  return (
    <section class="selection" data-testid="selection" aria-label={t('library.selection')} ref={bar}>
      <div class="selection-tools">
        <IconButton
          icon={X}
          label={t(ACTIONS.clear.name)}
          keys={ACTIONS.clear.key}
          testid="clear-selection"
          onClick={() => actions.select([], 'only')}
        />
        <strong data-testid="selected-count">{t('library.selected', count)}</strong>
        {count < total && (
          <button
            type="button"
            class="link-button"
            data-testid="select-all"
            onClick={() => actions.selectAll()}
          >
            {t('library.selectAll', total)}
          </button>
        )}
        <IconButton
          icon={Tag}
          label={t('library.tag')}
          withText
          testid="bulk-tag"
          expanded={shown === 'tag'}
          onClick={() => toggle('tag')}
        />
        <IconButton
          icon={Palette}
          label={t('color.label')}
          withText
          testid="bulk-color"
          expanded={shown === 'color'}
          onClick={() => toggle('color')}
        />
        <IconButton
          icon={CircleCheck}
          label={t('library.progress')}
          withText
          testid="bulk-progress"
          expanded={shown === 'progress'}
          onClick={() => toggle('progress')}
        />
        <IconButton
          icon={Combine}
          label={t('library.join')}
          withText
          testid="bulk-join"
          buttonRef={joiner}
          expanded={shown === 'join'}
          onClick={() => {
            toggle('join');
            if (shown !== 'join') askJoin();
          }}
        />
        <IconButton
          icon={Download}
          label={t('library.export')}
          withText
          testid="bulk-export"
          onClick={() => actions.exportSelected()}
        />
        <IconButton
          icon={Trash2}
          label={t('library.remove')}
          withText
          danger
          testid="bulk-remove"
          onClick={() => actions.removeSelected()}
        />
      </div>
      {shown === 'tag' && <TagForm tags={tags} onTag={actions.tagSelected} />}
      {shown === 'color' && (
        <div class="selection-part">
          {COLORS.map((color) => (
            <button
              key={color}
              type="button"
              class="button"
              data-testid={`bulk-color-${color}`}
              onClick={() => actions.recolorSelected(color)}
            >
              <ColorMark color={color} /> {t(`color.${color}`)}
            </button>
          ))}
        </div>
      )}
      {shown === 'progress' && (
        <div class="selection-part">
          <span class="hint">{t('library.progressHint')}</span>
          {CLAIM_STATUSES.map((status) => (
            <button
              key={status}
              type="button"
              class="button"
              data-testid={`bulk-progress-${status}`}
              onClick={() => actions.progressSelected(status)}
            >
              {t(`claimStatus.${status}`)}
            </button>
          ))}
        </div>
      )}
      {shown === 'join' && join && (
        <JoinForm
          preview={join}
          onJoin={(into) => {
            // Before the form goes, and the focus with it.
            joiner.current?.focus();
            setOpen(null);
            actions.joinSelected(into);
          }}
        />
      )}
    </section>
  );
}

function TagForm({ tags, onTag }: { tags: NamedCount[]; onTag: (tag: string, add: boolean) => void }) {
  const [text, setText] = useState('');
  const id = useId();
  const give = (add: boolean) => {
    const tag = text.trim().replace(/^#/u, '');
    if (!tag) return;
    onTag(tag, add);
    setText('');
  };
  return (
    <form
      class="selection-part"
      onSubmit={(event) => {
        event.preventDefault();
        give(true);
      }}
    >
      <label class="visually-hidden" for={id}>
        {t('tags.label')}
      </label>
      <input
        id={id}
        class="field-input"
        data-testid="bulk-tag-input"
        list={`${id}-list`}
        maxLength={64}
        value={text}
        placeholder={t('tags.add')}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={`${id}-list`}>
        {tags.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit" class="button button-primary" data-testid="bulk-tag-add">
        {t('library.addTag')}
      </button>
      <button type="button" class="button" data-testid="bulk-tag-remove" onClick={() => give(false)}>
        {t('library.removeTag')}
      </button>
    </form>
  );
}
