import { FileDiff, Link2, SquarePen, Trash2 } from 'lucide-preact';
import { Diff } from '../Diff.tsx';
import { IconButton } from '../IconButton.tsx';
import { t } from '../strings.ts';
import { isCited } from './isCited.ts';
import type { PracticeActions, PracticeMark } from './PracticeState.ts';

interface Props {
  mark: PracticeMark;
  isEdited: boolean;
  actions: PracticeActions;
}

/** What is said above the difference. */
function titleOf({ state, changes }: PracticeMark) {
  if (state === 'suggested') return 'anchor.suggested';
  return changes.some(({ touches }) => touches) ? 'anchor.changedMeaning' : 'anchor.changed';
}

/** What the side bar would show of a highlight: its words, what was said of them, and what became of them. */
export function PracticeCard({ mark, isEdited, actions }: Props) {
  const { id, color, quote, note, source, state, changes } = mark;
  return (
    <li class="practice-card" data-testid="practice-card" data-state={state}>
      <p class="practice-quote" data-color={color} dir="auto">
        {quote}
      </p>
      {note !== '' && (
        <p class="practice-note" dir="auto">
          {note}
        </p>
      )}
      {source && isCited(mark) && (
        <p class="practice-source">
          <span>{t(`stance.${source.stance}`)}</span> <bdi>{source.title || source.url}</bdi>
        </p>
      )}
      {(state === 'changed' || state === 'suggested') && (
        <div class="practice-changed">
          <p class="practice-changed-title">
            <FileDiff size={16} aria-hidden="true" />
            {t(titleOf(mark))}
          </p>
          <Diff changes={changes} />
        </div>
      )}
      {isEdited && state === 'exact' && <p class="practice-same">{t('practice.same')}</p>}
      {state === 'missing' && <p class="practice-same">{t('anchor.missing')}</p>}
      <div class="practice-tools">
        <IconButton
          icon={SquarePen}
          label={t(note === '' ? 'quick.note' : 'note.edit')}
          withText
          testid="practice-note"
          onClick={() => actions.edit(id, 'note')}
        />
        <IconButton
          icon={Link2}
          label={t(isCited(mark) ? 'source.edit' : 'quick.source')}
          withText
          testid="practice-source"
          onClick={() => actions.edit(id, 'source')}
        />
        <IconButton icon={Trash2} label={t('quick.delete')} danger onClick={() => actions.remove(id)} />
      </div>
    </li>
  );
}
