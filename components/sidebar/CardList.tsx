import { ArrowDown, ArrowUp, ChevronsDownUp, ChevronsUpDown } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { fold } from '#model/fold.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { IconButton } from '../IconButton.tsx';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { t } from '../strings.ts';
import { AnnotationCard } from './AnnotationCard.tsx';
import { PlainCard } from './PlainCard.tsx';
import type { CardActions } from './SidebarActions.ts';
import type { Card } from './SidebarState.ts';
import { standingCard } from './standingCard.ts';

interface Props {
  cards: Card[];
  /** The line above the cards; the buttons that step from one to the next stand in it. */
  head: (steps: ComponentChildren) => ComponentChildren;
  actions: CardActions;
  language: string | null;
  currentId: string | null;
  /** The annotation whose claim is in hand. */
  heldId: string | null;
  knownTags: string[];
}

/** From this many cards on they can be put in order, filtered and folded. */
const MANY = 6;

/** The cards of an article: from one to the next by button or by j and k, in the order of the text or of time. */
export function CardList({ cards, head, actions, language, currentId, heldId, knownTags }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const shown = useRef<string | null>(null);
  const [byTime, setByTime] = useState(false);
  const [words, setWords] = useState('');
  const [folded, setFolded] = useState(false);
  const filterId = useId();
  const wanted = fold(words).trim();
  const kept = wanted ? cards.filter((card) => isAsked(card, wanted)) : cards;
  const ordered = byTime
    ? [...kept].sort((a, b) => (a.annotation.createdAt < b.annotation.createdAt ? 1 : -1))
    : kept;
  const at = ordered.findIndex(({ annotation }) => annotation.id === currentId);
  const present = at >= 0;

  useEffect(() => {
    if (!present || currentId === null) {
      shown.current = null;
      // A highlight that was clicked in the page is shown, whatever the cards were filtered by.
      if (cards.some(({ annotation }) => annotation.id === currentId)) setWords('');
      return;
    }
    if (shown.current === currentId) return;
    shown.current = currentId;
    const card = list.current?.querySelector<HTMLElement>(`[data-annotation-id="${CSS.escape(currentId)}"]`);
    // Typing in the card must not be interrupted by a click that leads to the same card.
    if (!card || card.contains(document.activeElement)) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    card.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
    card.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  }, [currentId, present]);

  /** To the next highlight that stands in the page, or to the one before. */
  const goOn = (step: 1 | -1, from = at) => {
    const card = standingCard(ordered, from, step);
    if (card) actions.go(card.annotation.id);
  };

  return (
    <>
      {head(
        cards.length > 1 && (
          <>
            <IconButton
              icon={ArrowUp}
              label={t(ACTIONS.previous.name)}
              keys={ACTIONS.previous.key}
              testid="previous-card"
              disabled={standingCard(ordered, at, -1) === undefined}
              onClick={() => goOn(-1)}
            />
            <IconButton
              icon={ArrowDown}
              label={t(ACTIONS.next.name)}
              keys={ACTIONS.next.key}
              testid="next-card"
              disabled={standingCard(ordered, at, 1) === undefined}
              onClick={() => goOn(1)}
            />
          </>
        ),
      )}
      {cards.length >= MANY && (
        <div class="cards-tools">
          <select
            class="cards-order"
            data-testid="cards-order"
            aria-label={t('cards.order')}
            value={byTime ? 'time' : 'place'}
            onChange={(event) => setByTime(event.currentTarget.value === 'time')}
          >
            <option value="place">{t('cards.byPlace')}</option>
            <option value="time">{t('cards.byTime')}</option>
          </select>
          <IconButton
            icon={folded ? ChevronsUpDown : ChevronsDownUp}
            label={t('cards.fold')}
            pressed={folded}
            testid="fold-cards"
            onClick={() => setFolded(!folded)}
          />
          <label class="visually-hidden" for={filterId}>
            {t('cards.filter')}
          </label>
          <input
            id={filterId}
            type="search"
            class="field-input cards-filter"
            data-testid="filter-cards"
            placeholder={t('cards.filter')}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <p class="hint" role="status" data-testid="cards-kept">
            {wanted && t('cards.kept', { kept: kept.length, all: cards.length })}
          </p>
        </div>
      )}
      <ul
        class="cards"
        ref={list}
        data-folded={folded}
        onKeyDown={(event) => {
          const { target } = event;
          if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
          const step =
            event.key === ACTIONS.next.key ? 1 : event.key === ACTIONS.previous.key ? -1 : undefined;
          if (target.closest('input, textarea, select') || step === undefined) return;
          event.preventDefault();
          const id = target.closest<HTMLElement>('[data-annotation-id]')?.dataset.annotationId;
          const here = ordered.findIndex(({ annotation }) => annotation.id === id);
          goOn(step, here < 0 ? at : here);
        }}
      >
        {ordered.map((card) => (
          <ErrorBoundary key={card.annotation.id} fallback={<PlainCard annotation={card.annotation} />}>
            <AnnotationCard
              card={card}
              actions={actions}
              language={language}
              current={card.annotation.id === currentId}
              held={card.annotation.id === heldId}
              knownTags={knownTags}
            />
          </ErrorBoundary>
        ))}
      </ul>
    </>
  );
}

function isAsked({ annotation }: Card, wanted: string): boolean {
  const { target, retarget, note, tags, claim } = annotation;
  const texts = [target.exact, retarget?.exact, note, claim?.statement, claim?.attribution, ...tags];
  return texts.some((text) => text !== undefined && fold(text).includes(wanted));
}
