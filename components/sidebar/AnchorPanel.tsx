import { Clock, EyeOff, MapPinOff, SearchX, Type } from 'lucide-preact';
import { t } from '../strings.ts';
import { dayInWords } from '../When.tsx';
import { ChangedPanel } from './ChangedPanel.tsx';
import type { CardActions } from './SidebarActions.ts';
import type { Card } from './SidebarState.ts';

interface Props {
  card: Card;
  actions: CardActions;
  language: string | null;
}

/** What today's page says about the marked words, where that is not simply "here they are". */
export function AnchorPanel({ card, actions, language }: Props) {
  if (card.checking) return null;
  if (card.waiting) return <Waiting id={card.annotation.id} actions={actions} />;
  switch (card.annotation.anchor.state) {
    case 'changed':
      return <ChangedPanel card={card} actions={actions} language={language} />;
    case 'suggested':
      return <Suggested card={card} actions={actions} language={language} />;
    case 'missing':
      return <Missing card={card} actions={actions} language={language} />;
    case 'exact':
      return <Here card={card} language={language} />;
  }
}

function Here({ card, language }: Pick<Props, 'card' | 'language'>) {
  return (
    <>
      {card.hidden && (
        <p class="anchor-line">
          <EyeOff size={14} aria-hidden="true" /> {t('anchor.hidden')}
        </p>
      )}
      {card.rewritten && (
        <p class="anchor-line" data-testid="rewritten">
          <Type size={14} aria-hidden="true" /> {t('anchor.rewritten')}{' '}
          <q dir="auto" lang={language ?? undefined}>
            {card.rewritten}
          </q>
        </p>
      )}
    </>
  );
}

function Suggested({ card, actions, language }: Props) {
  const { id, anchor, target, retarget } = card.annotation;
  return (
    <section class="anchor-panel" data-panel="suggested" aria-label={t('anchor.suggested')}>
      <p class="anchor-title">
        <SearchX size={16} aria-hidden="true" />
        {t('anchor.suggested')}
      </p>
      {anchor.textNow === (retarget ?? target).exact && <p class="hint">{t('anchor.veryWords')}</p>}
      {anchor.textNow && (
        <blockquote class="anchor-text" dir="auto" lang={language ?? undefined}>
          {anchor.textNow}
        </blockquote>
      )}
      <div class="anchor-choices">
        <button type="button" class="button" data-testid="go" onClick={() => actions.go(id)}>
          {t('anchor.look')}
        </button>
        <button
          type="button"
          class="button"
          data-testid="suggestion-yes"
          onClick={() => actions.decideSuggestion(id, true)}
        >
          {t('anchor.yes')}
        </button>
        <button
          type="button"
          class="button"
          data-testid="suggestion-no"
          onClick={() => actions.decideSuggestion(id, false)}
        >
          {t('anchor.no')}
        </button>
      </div>
    </section>
  );
}

function Waiting({ id, actions }: { id: string; actions: CardActions }) {
  return (
    <section class="anchor-panel" data-panel="waiting" aria-label={t('anchor.waiting')}>
      <p class="anchor-title">
        <Clock size={16} aria-hidden="true" />
        {t('anchor.waiting')}
      </p>
      <p class="hint">{t('anchor.waitingHelp')}</p>
      <div class="anchor-choices">
        <button type="button" class="button" data-testid="go" onClick={() => actions.go(id)}>
          {t('anchor.openPage')}
        </button>
      </div>
    </section>
  );
}

function Missing({ card, actions }: Props) {
  const { id, anchor } = card.annotation;
  const seen = anchor.lastSeenAt ? dayInWords(anchor.lastSeenAt) : '';
  return (
    <section class="anchor-panel" data-panel="missing" aria-label={t('anchor.missing')}>
      <p class="anchor-title">
        <MapPinOff size={16} aria-hidden="true" />
        {t('anchor.missing')}
      </p>
      <p class="hint">
        {seen && `${t('anchor.lastSeen', { day: seen })} `}
        {t('anchor.missingHelp')}
      </p>
      <div class="anchor-choices">
        <button
          type="button"
          class="button"
          data-testid="anchor-to-selection"
          onClick={() => actions.anchorToSelection(id)}
        >
          {t('anchor.toSelection')}
        </button>
      </div>
    </section>
  );
}
