import { FileDiff } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Diff } from '../Diff.tsx';
import { t } from '../strings.ts';
import type { CardActions } from './SidebarActions.ts';
import type { Card } from './SidebarState.ts';
import { keptOld } from './wordings.ts';

interface Props {
  card: Card;
  actions: CardActions;
  language: string | null;
}

/** The words under a highlight changed: how, and which wording shall stand. */
export function ChangedPanel({ card, actions, language }: Props) {
  const [again, setAgain] = useState(false);
  const { annotation, changes } = card;
  const { id } = annotation;
  const kept = keptOld(annotation) && !again;
  const weighty = changes?.some(({ touches }) => touches) ?? false;
  const decide = (decision: 'keep-old' | 'accept-new' | 'both') => () => {
    setAgain(false);
    actions.decideWording(id, decision);
  };
  return (
    <section class="anchor-panel" data-panel="changed" data-kept={kept} aria-label={t('anchor.changed')}>
      <p class="anchor-title">
        <FileDiff size={16} aria-hidden="true" />
        {t(weighty ? 'anchor.changedMeaning' : 'anchor.changed')}
      </p>
      <Diff changes={changes ?? []} language={language} />
      {kept ? (
        <p class="anchor-decided">
          {t('anchor.keptOld')}{' '}
          <button type="button" class="link-button" data-testid="decide-again" onClick={() => setAgain(true)}>
            {t('anchor.again')}
          </button>
        </p>
      ) : (
        <fieldset class="anchor-choices">
          <legend class="visually-hidden">{t('anchor.decide')}</legend>
          <button type="button" class="button" data-testid="keep-old" onClick={decide('keep-old')}>
            {t('anchor.keepOld')}
          </button>
          <button type="button" class="button" data-testid="accept-new" onClick={decide('accept-new')}>
            {t('anchor.acceptNew')}
          </button>
          <button type="button" class="button" data-testid="keep-both" onClick={decide('both')}>
            {t('anchor.both')}
          </button>
        </fieldset>
      )}
    </section>
  );
}
