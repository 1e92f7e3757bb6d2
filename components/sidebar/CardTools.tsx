import { BookMarked, Hand, History, Link, MailQuestion, Palette, Scale, Trash2 } from 'lucide-preact';
import type { Ref } from 'preact';
import type { Annotation } from '#model/records.ts';
import { IconButton } from '../IconButton.tsx';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { t } from '../strings.ts';
import { When } from '../When.tsx';
import type { CardActions } from './SidebarActions.ts';

/** Which part of the card is open for a choice. */
export type OpenPart = 'source' | 'color' | 'history' | null;

interface Props {
  annotation: Annotation;
  actions: CardActions;
  onClaim: () => void;
  held: boolean;
  open: OpenPart;
  onOpen: (part: OpenPart) => void;
  toolsRef: Ref<HTMLDivElement>;
}

/** The foot of a card: when it was made, and what can be done with it. */
export function CardTools({ annotation, actions, onClaim, held, open, onOpen, toolsRef }: Props) {
  const { id, claim, sources } = annotation;
  return (
    <div class="card-tools" ref={toolsRef}>
      <span class="card-time">
        <When at={annotation.createdAt} as="ago" />
      </span>
      {/* A claim's row has more in it; what looks for sources says in words what the book is for. */}
      <span data-part="source">
        <IconButton
          icon={BookMarked}
          label={t('card.addSource')}
          withText={!claim}
          testid="add-source"
          expanded={open === 'source'}
          onClick={() => onOpen('source')}
        />
      </span>
      {claim && (
        <IconButton
          icon={Hand}
          label={t(ACTIONS.take.name)}
          withText
          pressed={held}
          testid="take-in-hand"
          onClick={() => actions.toggleInHand(id)}
        />
      )}
      {sources.some(({ stance }) => stance === 'disputes') && (
        <IconButton
          icon={MailQuestion}
          label={t(ACTIONS.correction.name)}
          testid="copy-correction"
          onClick={() => actions.copyCorrection(id)}
        />
      )}
      {!claim && (
        <IconButton
          icon={Scale}
          label={t(ACTIONS.claim.name)}
          withText
          keys={ACTIONS.claim.key}
          testid="add-claim"
          onClick={onClaim}
        />
      )}
      <span data-part="color">
        <IconButton
          icon={Palette}
          label={t(ACTIONS.color.name)}
          expanded={open === 'color'}
          onClick={() => onOpen('color')}
        />
      </span>
      <span data-part="history">
        <IconButton
          icon={History}
          label={t(ACTIONS.history.name)}
          testid="earlier-notes"
          expanded={open === 'history'}
          onClick={() => onOpen('history')}
        />
      </span>
      <IconButton
        icon={Link}
        label={t(ACTIONS.copyLink.name)}
        testid="copy-link"
        onClick={() => actions.copyLink(id)}
      />
      <IconButton
        icon={Trash2}
        label={t(ACTIONS.remove.name)}
        danger
        testid="delete"
        onClick={() => actions.remove(id)}
      />
    </div>
  );
}
