import { useId, useState } from 'preact/hooks';
import { type Source, STANCES, TIERS } from '#model/records.ts';
import type { Fields } from '#model/typedKey.ts';
import { ChoiceGroup } from '../ChoiceGroup.tsx';
import { changedFields, useFormDrafts } from '../FormDrafts.ts';
import { t } from '../strings.ts';
import { TextField } from '../TextField.tsx';
import { typedAddress } from '../typedAddress.ts';
import { useFocusOnMount } from '../useFocusOnMount.ts';
import type { SourceDraft } from './SidebarActions.ts';

interface Props {
  /** Under which what is typed is kept until it is saved. */
  formKey: string;
  /** The source to change; none for a new one. */
  source?: Source;
  /** Gets all that stands there, and of a source that was there before the fields that were changed. */
  onSave: (draft: SourceDraft, changed: Partial<SourceDraft>) => void;
  onCancel: () => void;
}

const EMPTY: SourceDraft = {
  url: '',
  title: '',
  stance: 'supports',
  tier: 'unknown',
  quote: '',
  locator: '',
  note: '',
};

function draftOf(source: Source): SourceDraft {
  const { url, title, stance, tier, locator, note } = source;
  return { url, title, stance, tier, locator, note, quote: source.quote?.exact ?? '' };
}

/** A form's fields with what was typed into it earlier. */
function resumed(before: SourceDraft, typed: Fields | undefined): SourceDraft {
  const text = (name: keyof SourceDraft) => typed?.[name] ?? before[name];
  return {
    url: text('url'),
    title: text('title'),
    stance: STANCES.find((stance) => stance === typed?.stance) ?? before.stance,
    tier: TIERS.find((tier) => tier === typed?.tier) ?? before.tier,
    quote: text('quote'),
    locator: text('locator'),
    note: text('note'),
  };
}

/** One source: where it is, which way it points, and the very words. Address or title is enough to save. */
export function SourceForm({ formKey, source, onSave, onCancel }: Props) {
  const forms = useFormDrafts();
  // What another window writes while the form is open is no typing of the reader's.
  const [before] = useState(() => (source ? draftOf(source) : EMPTY));
  const [draft, setDraft] = useState(() => resumed(before, forms.get(formKey)));
  const [problem, setProblem] = useState<'url' | 'empty' | null>(null);
  const first = useFocusOnMount<HTMLInputElement>(forms.get(formKey) === undefined);
  const heading = useId();
  const set = (change: Partial<SourceDraft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    forms.type(formKey, changedFields(before, next));
  };
  const cancel = () => {
    forms.drop(formKey);
    onCancel();
  };

  const save = () => {
    const url = typedAddress(draft.url);
    const found = url === null ? 'url' : !url && !draft.title.trim() ? 'empty' : null;
    setProblem(found);
    if (found || url === null) {
      first.current?.focus();
      return;
    }
    const whole = { ...draft, url, title: draft.title.trim() };
    const isChanged = ([name]: [string, string]) =>
      draft[name as keyof SourceDraft] !== before[name as keyof SourceDraft];
    onSave(whole, Object.fromEntries(Object.entries(whole).filter(isChanged)));
  };

  return (
    <form
      class="form"
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
      <h3 class="form-title" id={heading}>
        {t(source ? 'source.edit' : 'source.new')}
      </h3>
      <TextField
        label={t('source.url')}
        type="url"
        value={draft.url}
        testid="source-url"
        placeholder="https://"
        error={problem ? t(`source.problem.${problem}`) : undefined}
        inputRef={first}
        onInput={(url) => set({ url })}
      />
      <TextField
        label={t('source.title')}
        value={draft.title}
        testid="source-title"
        onInput={(title) => set({ title })}
      />
      <ChoiceGroup
        label={t('source.stance')}
        testid="source-stance"
        value={draft.stance}
        choices={STANCES.map((stance) => ({ value: stance, label: t(`stance.${stance}`) }))}
        onChange={(stance) => set({ stance })}
      />
      <ChoiceGroup
        label={t('source.tier')}
        testid="source-tier"
        hint={t(`tierHint.${draft.tier}`)}
        value={draft.tier}
        choices={TIERS.map((tier) => ({ value: tier, label: t(`tier.${tier}`) }))}
        onChange={(tier) => set({ tier })}
      />
      <TextField
        label={t('source.quote')}
        value={draft.quote}
        testid="source-quote"
        lines={2}
        onInput={(quote) => set({ quote })}
      />
      <TextField
        label={t('source.locator')}
        value={draft.locator}
        placeholder={t('source.locatorExample')}
        onInput={(locator) => set({ locator })}
      />
      <TextField label={t('source.note')} value={draft.note} lines={2} onInput={(note) => set({ note })} />
      <div class="form-actions">
        <button type="button" class="button" onClick={cancel}>
          {t('common.cancel')}
        </button>
        <button type="submit" class="button button-primary" data-testid="save">
          {t('source.save')}
        </button>
      </div>
    </form>
  );
}
