import { useRef, useState } from 'preact/hooks';
import { typedKey } from '#model/typedKey.ts';
import { ColorMark } from '../ColorMark.tsx';
import { ColorPicker } from '../ColorPicker.tsx';
import { useFormDrafts } from '../FormDrafts.ts';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { t } from '../strings.ts';
import { TagList } from '../TagList.tsx';
import { AnchorPanel } from './AnchorPanel.tsx';
import { CardTools, type OpenPart } from './CardTools.tsx';
import { ClaimSection } from './ClaimSection.tsx';
import { ConflictPanel } from './ConflictPanel.tsx';
import { EarlierNotes } from './EarlierNotes.tsx';
import { handedSource } from './handedSource.ts';
import { LinkOffers } from './LinkOffers.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { NEW_CLAIM } from './newClaim.ts';
import { SeenBefore } from './SeenBefore.tsx';
import type { CardActions } from './SidebarActions.ts';
import type { Apart, Card } from './SidebarState.ts';
import { SourceList } from './SourceList.tsx';
import { SourcingLine } from './SourcingLine.tsx';
import { wordingsOf } from './wordings.ts';

interface Props {
  card: Card;
  actions: CardActions;
  language: string | null;
  /** The highlight this card belongs to is the one in hand. */
  current: boolean;
  /** Its claim is in the reader's hand. */
  held: boolean;
  knownTags: string[];
}

const apartLabel = (of: Apart['of']): string =>
  of === 'note' ? t('note.label') : of === 'remark' ? t('source.note') : t(`claim.${of}`);

/** One highlight: its words, where they stand today, what the reader wrote and what bears on it. */
export function AnnotationCard({ card, actions, language, current, held, knownTags }: Props) {
  const { annotation } = card;
  const { id, color, target, anchor } = annotation;
  const [open, setOpen] = useState<OpenPart>(null);
  const [made, setMade] = useState(false);
  const [dropping, setDropping] = useState(false);
  const tools = useRef<HTMLDivElement>(null);
  const forms = useFormDrafts();
  const isAdding = open === 'source' || forms.get(typedKey.newSource(id)) !== undefined;
  const shown = isAdding && open === null ? 'source' : open;
  const closePart = () => {
    tools.current?.querySelector<HTMLElement>(`[data-part="${shown}"] button`)?.focus();
    setOpen(null);
  };
  const openPart = (part: OpenPart) => {
    if (part === 'history' && open !== 'history') actions.lookUpEarlierNotes(id);
    if (part === 'source' && open !== 'source') actions.lookUpLinks(id);
    if (part === 'source' && isAdding) forms.drop(typedKey.newSource(id));
    setOpen(part === shown ? null : part);
  };
  const makeClaim = () => {
    setMade(true);
    actions.setClaim(id, NEW_CLAIM);
  };
  const state = card.checking ? 'checking' : card.waiting ? 'waiting' : anchor.state;

  return (
    <li
      class="card"
      id={`card-${id}`}
      data-testid="card"
      data-annotation-id={id}
      data-state={state}
      data-color={color}
      aria-current={current ? 'true' : undefined}
      data-drop={dropping || undefined}
      onKeyDown={(event) => {
        if (event.key !== ACTIONS.claim.key || annotation.claim || isTyping(event) || hasModifier(event))
          return;
        event.preventDefault();
        makeClaim();
      }}
      onPaste={(event) => {
        const handed = event.clipboardData && !isTyping(event) && handedSource(event.clipboardData, false);
        if (!handed) return;
        event.preventDefault();
        actions.handSource(id, handed);
      }}
      onDragOver={(event) => {
        if (isTyping(event)) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        setDropping(false);
        const handed = event.dataTransfer && !isTyping(event) && handedSource(event.dataTransfer, true);
        if (!handed) return;
        event.preventDefault();
        actions.handSource(id, handed);
      }}
    >
      <article aria-label={t('card.label', { color: t(`color.${color}`), quote: shortened(target.exact) })}>
        <Quote card={card} language={language} onGo={() => actions.go(id)} />
        <AnchorPanel card={card} actions={actions} language={language} />
        <NoteEditor
          note={annotation.note}
          saving={card.saving}
          label={t('note.label')}
          placeholder={t('note.add')}
          onInput={(note) => actions.editNote(id, note)}
          onFinish={() => actions.finishNote(id)}
          onRetry={() => actions.retry(id)}
        />
        <ConflictPanel
          apart={card.apart ?? null}
          labelOf={apartLabel}
          onSettle={(apart, text) => actions.settleApart(id, apart, text)}
        />
        {(annotation.claim || annotation.sources.length > 0) && <SourcingLine sources={annotation.sources} />}
        {annotation.claim && (
          <ClaimSection
            claim={annotation.claim}
            suggested={card.suggested}
            byReader={made}
            onChange={(claim) => actions.setClaim(id, claim)}
          />
        )}
        {card.seen && (
          <SeenBefore
            words={annotation.claim?.statement || target.exact}
            seen={card.seen}
            onOpen={actions.openClaim}
          />
        )}
        {isAdding && (
          <LinkOffers
            links={card.links ?? null}
            taken={new Set(annotation.sources.map(({ url }) => url))}
            onTake={({ url, text }) => actions.handSource(id, { url, title: text, quote: '' })}
          />
        )}
        <SourceList
          card={card}
          actions={actions}
          language={language}
          adding={isAdding}
          onAddingDone={closePart}
        />
        {open === 'color' && <ColorPicker value={color} onChange={(role) => actions.setColor(id, role)} />}
        {open === 'history' && (
          <EarlierNotes
            notes={card.earlierNotes ?? null}
            onUse={(note) => {
              actions.useEarlierNote(id, note);
              closePart();
            }}
          />
        )}
        <div class="card-foot">
          <TagList
            formKey={typedKey.tag(id)}
            tags={annotation.tags}
            known={knownTags}
            onChange={(change) => actions.changeTags(id, change)}
          />
          <CardTools
            annotation={annotation}
            actions={actions}
            onClaim={makeClaim}
            held={held}
            open={shown}
            onOpen={openPart}
            toolsRef={tools}
          />
        </div>
      </article>
    </li>
  );
}

/** Whether an event belongs to a field of its own. */
const isTyping = ({ target }: Event) =>
  target instanceof Element &&
  target.closest('input:not([type="radio"]), textarea, select, [contenteditable]') !== null;
const hasModifier = (event: KeyboardEvent) => event.ctrlKey || event.metaKey || event.altKey;

/** Enough of a quote to name its card. */
const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text);

interface QuoteProps {
  card: Card;
  language: string | null;
  onGo: () => void;
}

/** The marked words; where they can be found in the page, they lead there. */
function Quote({ card, language, onGo }: QuoteProps) {
  const { annotation, checking = false } = card;
  const { color, anchor } = annotation;
  const { shown, other, both } = wordingsOf(annotation);
  const words = (
    <q class="quote-words" dir="auto" lang={language ?? undefined}>
      {shown}
    </q>
  );
  const findable = !checking && (anchor.state === 'exact' || anchor.state === 'changed');
  return (
    <div class="quote" data-testid="quote">
      <ColorMark color={color} />
      {findable ? (
        <button type="button" class="quote-go" data-testid="go" title={t('card.go')} onClick={onGo}>
          {words}
        </button>
      ) : (
        <div>{words}</div>
      )}
      {other !== null && (
        <p class="quote-other" data-testid="other-wording">
          <span class="quote-other-label">{t(both ? 'card.nowReads' : 'card.firstMarked')}</span>{' '}
          <q dir="auto" lang={language ?? undefined}>
            {other}
          </q>
        </p>
      )}
    </div>
  );
}
