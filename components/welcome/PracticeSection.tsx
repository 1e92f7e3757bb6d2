import './practice.css';
import '../quick/quick.css';
import { Circle, CircleCheck } from 'lucide-preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ColorMark } from '../ColorMark.tsx';
import { offeredColors } from '../manner.ts';
import { moveInToolbar } from '../quick/moveInToolbar.ts';
import { QuickButton } from '../quick/QuickButton.tsx';
import { QuickEditor } from '../quick/QuickEditor.tsx';
import { t } from '../strings.ts';
import { isCited } from './isCited.ts';
import { PracticeCard } from './PracticeCard.tsx';
import type { PracticeActions, PracticeState } from './PracticeState.ts';
import { PracticeText } from './PracticeText.tsx';

interface Props {
  state: PracticeState;
  actions: PracticeActions;
}

/** A paragraph on which to mark, note, cite, and see an edit under the mark, before any newspaper is opened. */
export function PracticeSection({ state, actions }: Props) {
  const [skipped, setSkipped] = useState(false);
  const story = useRef<HTMLParagraphElement>(null);
  const root = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  const { text, isEdited, marks, hand, color } = state;
  // What had the focus may go: a card that says what came of it takes it then, or the first button that is left.
  useLayoutEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    const [edit] = root.current?.querySelectorAll<HTMLElement>('[data-testid=practice-note]') ?? [];
    (edit ?? root.current?.querySelector<HTMLElement>('.page-actions > button'))?.focus();
  });
  const isOffered = hand?.kind === 'toolbar';
  useEffect(() => {
    if (!isOffered) return;
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && actions.close();
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOffered, actions]);
  if (skipped) return null;
  const editing = hand?.kind === 'editor' ? marks.find(({ id }) => id === hand.id) : undefined;
  const steps = {
    mark: marks.length > 0,
    note: marks.some(({ note }) => note.trim() !== ''),
    source: marks.some(isCited),
    edit: isEdited && marks.length > 0,
  };
  const cards = marks.filter((mark) => mark !== editing);
  const isDone = Object.values(steps).every(Boolean);
  return (
    <section
      class="practice"
      aria-labelledby="practice-title"
      data-testid="practice"
      ref={root}
      onFocusIn={() => {
        hadFocus.current = true;
      }}
      onFocusOut={({ relatedTarget }) => {
        // Without a next one what had it was taken away, or the reader pressed beside it.
        if (relatedTarget !== null) hadFocus.current = root.current?.contains(relatedTarget as Node) ?? false;
      }}
      onPointerDown={() => {
        hadFocus.current = false;
      }}
    >
      <div class="practice-head">
        <h2 id="practice-title">{t('practice.title')}</h2>
        <button
          type="button"
          class="link-button"
          data-testid="practice-skip"
          onClick={() => setSkipped(true)}
        >
          {t('practice.skip')}
        </button>
      </div>
      <p class="hint">{t('practice.lead')}</p>
      <ul class="practice-steps">
        {Object.entries(steps).map(([step, done]) => (
          <li key={step} data-done={done}>
            {done ? <CircleCheck size={18} aria-hidden="true" /> : <Circle size={18} aria-hidden="true" />}
            {t(`practice.step.${step as keyof typeof steps}`)}
            {done && <span class="visually-hidden">{t('practice.did')}</span>}
          </li>
        ))}
      </ul>
      <article class="practice-story" aria-label={t('practice.story')}>
        <p class="practice-outlet">{t('practice.outlet')}</p>
        <h3>{t('practice.headline')}</h3>
        <PracticeText
          text={text}
          marks={marks}
          storyRef={story}
          onSelect={actions.select}
          onText={actions.look}
        />
        {hand?.kind === 'toolbar' && (
          <div
            class="quick quick-toolbar practice-toolbar"
            role="toolbar"
            aria-label={t('quick.toolbar')}
            onKeyDown={(event) => moveInToolbar(event, actions.close)}
          >
            {offeredColors().map((role, index) => (
              <button
                key={role}
                type="button"
                class="quick-color"
                tabIndex={index === 0 ? 0 : -1}
                aria-label={t('quick.mark', { color: t(`color.${role}`) })}
                title={t('quick.mark', { color: t(`color.${role}`) })}
                data-testid={`practice-${role}`}
                onClick={() => actions.mark(role, null)}
              >
                <ColorMark color={role} size={18} />
              </button>
            ))}
            <span class="quick-rule" aria-hidden="true" />
            {(['note', 'source'] as const).map((name) => (
              <QuickButton
                key={name}
                icon={name}
                label={t(`quick.${name}`)}
                text={t(`quick.word.${name}`)}
                roving
                onClick={() => actions.mark(color, name)}
              />
            ))}
          </div>
        )}
        {editing && hand?.kind === 'editor' && (
          <QuickEditor
            key={editing.id}
            quote={editing.quote}
            color={editing.color}
            onColor={(next) => actions.recolor(editing.id, next)}
            note={editing.note}
            onNote={(note) => actions.typeNote(editing.id, note)}
            source={editing.source}
            onSource={(source) => actions.typeSource(editing.id, source)}
            focus={hand.focus}
            saving={{ kind: 'idle' }}
            onSave={() => actions.close()}
            onClose={() => actions.close()}
          />
        )}
      </article>
      <div role="status">{isDone && <p class="practice-done">{t('practice.done')}</p>}</div>
      {cards.length > 0 && (
        <ul class="practice-cards">
          {cards.map((mark) => (
            <PracticeCard key={mark.id} mark={mark} isEdited={isEdited} actions={actions} />
          ))}
        </ul>
      )}
      <div class="page-actions">
        {marks.length === 0 ? (
          <button
            type="button"
            class="button"
            data-testid="practice-sample"
            onClick={() => story.current && actions.markSample(story.current)}
          >
            {t('practice.sampleButton')}
          </button>
        ) : (
          <>
            <button
              type="button"
              class={`button${isEdited ? '' : ' button-primary'}`}
              data-testid="practice-edit"
              onClick={() => actions.turn()}
            >
              {t(isEdited ? 'practice.back' : 'practice.edit')}
            </button>
            <button type="button" class="button" onClick={() => actions.clear()}>
              {t('practice.clear')}
            </button>
          </>
        )}
      </div>
    </section>
  );
}
