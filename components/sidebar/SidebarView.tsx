import '#assets/styles/base.css';
import './sidebar.css';
import './evidence.css';
import { ArrowLeft } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import type { InHand } from '#model/InHand.ts';
import { Palette } from '../palette/Palette.tsx';
import type { PaletteKeys } from '../palette/PaletteKeys.ts';
import { t } from '../strings.ts';
import { Toast, type ToastMessage } from '../Toast.tsx';
import { useFocusLedOn } from '../useFocusLedOn.ts';
import { ArticlePanel } from './ArticlePanel.tsx';
import { NoArticle } from './NoArticle.tsx';
import type { ArticleActions, CardActions } from './SidebarActions.ts';
import type { LibraryTrouble, SidebarState } from './SidebarState.ts';
import { sidebarOffers } from './sidebarOffers.ts';
import { TroubleBanner } from './TroubleBanner.tsx';

export interface SidebarProps {
  state: SidebarState;
  trouble: LibraryTrouble | null;
  /** The claim in hand, whichever article it is of. */
  inHand: InHand | null;
  /** The annotation whose highlight was clicked last; its card is scrolled to and takes the focus. */
  currentId: string | null;
  /** Tags in use anywhere, offered while typing. */
  knownTags: string[];
  /** Highlights a selection, as the browser writes it (`Alt+Shift+H`). */
  shortcut: string;
  /** Leads back to the article, where the sidebar is a page of its own. */
  onBack?: () => void;
  toast: ToastMessage | null;
  onUndo: (id: string) => void;
  onRedo: (id: string) => void;
  onDismiss: (id: string) => void;
  article: ArticleActions;
  card: CardActions;
  /** The browser's keys, for the palette; without them there is none. */
  palette?: PaletteKeys;
}

/** The side panel: the article, its annotations in the order of the text, and what has to be said besides. */
export function SidebarView(props: SidebarProps) {
  const { state, trouble } = props;
  const root = useRef<HTMLElement>(null);
  /** Place of the card that had the focus last, from 0. */
  const at = useRef(0);
  const cards = () => [...(root.current?.querySelectorAll<HTMLElement>('[data-testid=card]') ?? [])];
  // The card that came into the place of the one that is gone, else the next best.
  useFocusLedOn(() => {
    const all = cards();
    const card = all[Math.min(at.current, all.length - 1)];
    return card?.querySelector<HTMLElement>('button') ?? root.current;
  });
  return (
    <main
      class="sidebar"
      data-testid="sidebar"
      data-page={state.kind}
      aria-busy={state.kind === 'loading'}
      tabIndex={-1}
      ref={root}
      onFocusIn={({ target }) => {
        const card = target instanceof Element ? target.closest<HTMLElement>('[data-testid=card]') : null;
        if (card) at.current = cards().indexOf(card);
      }}
    >
      {props.onBack && (
        <button type="button" class="link-button sidebar-back" data-testid="back" onClick={props.onBack}>
          <ArrowLeft size={16} aria-hidden="true" />
          {t('sidebar.back')}
        </button>
      )}
      {trouble && <TroubleBanner trouble={trouble} actions={props.article} />}
      {props.inHand && (
        <section class="in-hand" data-testid="in-hand" aria-label={t('inHand.now')}>
          <p>
            <span class="in-hand-label">{t('inHand.now')}</span> <q dir="auto">{props.inHand.words}</q>
          </p>
          <p class="hint">{t('inHand.how')}</p>
          <button type="button" class="button" data-testid="put-down" onClick={() => props.article.putDown()}>
            {t('inHand.putDown')}
          </button>
        </section>
      )}
      {state.kind === 'article' ? (
        <ArticlePanel
          facts={state.facts}
          cards={state.cards}
          currentId={props.currentId}
          heldId={props.inHand?.id ?? null}
          knownTags={props.knownTags}
          shortcut={props.shortcut}
          article={props.article}
          card={props.card}
        />
      ) : (
        <NoArticle state={state} actions={props.article} />
      )}
      {props.palette && <Palette {...props.palette} offers={() => sidebarOffers(props)} />}
      <Toast message={props.toast} onUndo={props.onUndo} onRedo={props.onRedo} onDismiss={props.onDismiss} />
    </main>
  );
}
