import { useId, useState } from 'preact/hooks';
import type { ArticleMetadata } from '#model/records.ts';
import type { Fields } from '#model/typedKey.ts';
import { changedFields, useFormDrafts } from '../FormDrafts.ts';
import { t } from '../strings.ts';
import { TextField } from '../TextField.tsx';
import { useFocusOnMount } from '../useFocusOnMount.ts';
import type { MetadataDraft } from './SidebarActions.ts';

interface Props {
  /** Under which what is typed is kept until it is saved. */
  formKey: string;
  metadata: ArticleMetadata;
  /** Gets the fields that were changed, and the names as they stood before; not called where nothing was. */
  onSave: (changed: Partial<MetadataDraft>, base: Pick<MetadataDraft, 'authors'>) => void;
  onCancel: () => void;
}

/** ISO 8601 as `datetime-local` wants it, in the reader's zone; empty for none. */
function localMinute(at: string | null): string {
  const date = new Date(at ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return '';
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The fields as they are typed; authors one a line. */
type Typed = Omit<MetadataDraft, 'authors'> & { authors: string };

function fieldsOf(metadata: ArticleMetadata): Typed {
  return {
    title: metadata.title ?? '',
    authors: metadata.authors.join('\n'),
    site: metadata.site ?? '',
    section: metadata.section ?? '',
    language: metadata.language ?? '',
    publishedAt: localMinute(metadata.publishedAt),
    modifiedAt: localMinute(metadata.modifiedAt),
  };
}

function resumed(before: Typed, typed: Fields | undefined): Typed {
  const text = (name: keyof Typed) => typed?.[name] ?? before[name];
  return {
    title: text('title'),
    authors: text('authors'),
    site: text('site'),
    section: text('section'),
    language: text('language'),
    publishedAt: text('publishedAt'),
    modifiedAt: text('modifiedAt'),
  };
}

const namesIn = (lines: string): string[] =>
  lines
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);

function changesBetween(before: Typed, now: Typed): Partial<MetadataDraft> {
  const changed: Partial<MetadataDraft> = {};
  for (const name of ['title', 'site', 'section', 'language', 'publishedAt', 'modifiedAt'] as const)
    if (now[name] !== before[name]) changed[name] = now[name];
  if (now.authors !== before.authors) changed.authors = namesIn(now.authors);
  return changed;
}

/** The reader's correction of what the page says about itself; it wins from then on. One author a line. */
export function MetadataForm({ formKey, metadata, onSave, onCancel }: Props) {
  const heading = useId();
  const forms = useFormDrafts();
  // What the page says may change while the form is open; that is no typing of the reader's.
  const [before] = useState(() => fieldsOf(metadata));
  const [draft, setDraft] = useState(() => resumed(before, forms.get(formKey)));
  const first = useFocusOnMount<HTMLInputElement>(forms.get(formKey) === undefined);
  const set = (change: Partial<Typed>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    forms.type(formKey, changedFields(before, next));
  };
  const cancel = () => {
    forms.drop(formKey);
    onCancel();
  };
  const save = () => {
    const changed = changesBetween(before, draft);
    if (Object.keys(changed).length > 0) onSave(changed, { authors: namesIn(before.authors) });
    else cancel();
  };

  return (
    <form
      class="form article-form"
      aria-labelledby={heading}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) {
          event.stopPropagation();
          cancel();
        }
      }}
    >
      <h1 class="form-title" id={heading}>
        {t('article.edit')}
      </h1>
      <TextField
        label={t('field.title')}
        value={draft.title}
        inputRef={first}
        onInput={(title) => set({ title })}
      />
      <TextField
        label={t('field.authors')}
        value={draft.authors}
        lines={2}
        onInput={(authors) => set({ authors })}
      />
      <div class="form-pair">
        <TextField label={t('field.site')} value={draft.site} onInput={(site) => set({ site })} />
        <TextField label={t('field.section')} value={draft.section} onInput={(section) => set({ section })} />
      </div>
      <TextField
        label={t('article.published')}
        type="datetime-local"
        value={draft.publishedAt}
        onInput={(publishedAt) => set({ publishedAt })}
      />
      <TextField
        label={t('article.modified')}
        type="datetime-local"
        value={draft.modifiedAt}
        onInput={(modifiedAt) => set({ modifiedAt })}
      />
      <TextField
        label={t('field.language')}
        value={draft.language}
        placeholder="en"
        onInput={(language) => set({ language })}
      />
      <div class="form-actions">
        <button type="button" class="button" onClick={cancel}>
          {t('common.cancel')}
        </button>
        <button type="submit" class="button button-primary" data-testid="save">
          {t('common.save')}
        </button>
      </div>
    </form>
  );
}
