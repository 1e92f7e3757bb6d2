import type { QuickActions, QuickState } from '#annotator/QuickState.ts';
import { QuickCard } from '#components/quick/QuickCard.tsx';
import { QuickCited } from '#components/quick/QuickCited.tsx';
import { QuickClaim } from '#components/quick/QuickClaim.tsx';
import { QuickEditor } from '#components/quick/QuickEditor.tsx';
import { QuickNotice } from '#components/quick/QuickNotice.tsx';
import { QuickToolbar } from '#components/quick/QuickToolbar.tsx';
import { QuickUsed } from '#components/quick/QuickUsed.tsx';
import { t } from '#components/strings.ts';

interface Props {
  state: QuickState;
  actions: QuickActions;
  canOpenSidebar: boolean;
}

/** The view for each state of the frame in the page. */
export function Quick({ state, actions, canOpenSidebar }: Props) {
  switch (state.kind) {
    case 'toolbar':
      return (
        <QuickToolbar
          color={state.color}
          inHand={state.inHand?.words ?? null}
          onUse={() => actions.evidence.useAsSource()}
          onPutDown={() => actions.evidence.putDown()}
          onMark={(color) => actions.mark(color, null)}
          onNote={() => actions.mark(state.color, 'note')}
          onSource={() => actions.mark(state.color, 'source')}
          onClaim={() => actions.mark(state.color, 'claim')}
          onClose={() => actions.close()}
        />
      );
    case 'claim':
      return (
        <QuickClaim
          quote={state.annotation.target.exact}
          type={state.type}
          attribution={state.attribution}
          suggested={state.suggested}
          held={state.held}
          onHold={() => actions.evidence.takeInHand()}
          onType={(type) => actions.evidence.setClaimType(type)}
          onAttribution={(who) => actions.evidence.setAttribution(who)}
          onClose={() => actions.close()}
        />
      );
    case 'editor':
      return (
        <QuickEditor
          quote={state.annotation.target.exact}
          color={state.annotation.color}
          onColor={(color) => actions.setColor(color)}
          note={state.note}
          onNote={(note) => actions.typeNote(note)}
          source={state.source}
          onSource={(source) => actions.typeSource(source)}
          focus={state.focus}
          saving={
            state.saving.kind === 'failed'
              ? { kind: 'failed', reason: t(`quick.trouble.${state.saving.reason}`) }
              : state.saving
          }
          onSave={() => actions.save()}
          onClose={() => actions.close()}
        />
      );
    case 'card':
      return (
        <QuickCard
          annotation={state.annotation}
          others={state.others}
          onNext={() => actions.next()}
          onColor={(color) => actions.setColor(color)}
          onEdit={() => actions.edit('note')}
          onSource={() => actions.edit('source')}
          onDelete={() => actions.remove()}
          {...(canOpenSidebar ? { onSidebar: () => actions.openSidebar() } : {})}
          onClose={() => actions.close()}
        />
      );
    case 'notice':
      return <QuickNotice text={t(`quick.trouble.${state.trouble}`)} onClose={() => actions.close()} />;
    case 'used':
      return (
        <QuickUsed
          claim={state.words}
          tier={state.tier}
          onTier={(tier) => actions.evidence.judgeSource(tier)}
          onUndo={() => actions.evidence.takeBackSource(state.sourceId)}
          onClose={() => actions.close()}
        />
      );
    case 'cited':
      return (
        <QuickCited
          claim={state.citation.words}
          stance={state.citation.stance}
          isChanged={state.isChanged}
          onOpen={() => actions.evidence.openClaim()}
          onClose={() => actions.close()}
        />
      );
    case 'removed':
      return (
        <QuickNotice
          text={t('quick.removed')}
          onUndo={() => actions.undo(state.actionId)}
          onClose={() => actions.close()}
        />
      );
  }
}
