import { ArrowLeft, ExternalLink } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { writeFilter } from '#model/searchQuery.ts';
import { ArticleOwn } from '../ArticleOwn.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { IconButton } from '../IconButton.tsx';
import { IsolatedText } from '../IsolatedText.tsx';
import { AnnotationCard } from '../sidebar/AnnotationCard.tsx';
import { PlainCard } from '../sidebar/PlainCard.tsx';
import type { CardActions } from '../sidebar/SidebarActions.ts';
import { t } from '../strings.ts';
import type { LibraryActions, LibraryGrouping, Reading } from './LibraryState.ts';
import { titleOf } from './ListRow.tsx';

interface Props {
  reading: Reading;
  by: LibraryGrouping;
  heldId: string | null;
  knownTags: string[];
  actions: LibraryActions;
  card: CardActions;
  /** Counts up when the reader wants to go on here by keyboard. */
  entered: number;
  onLeave: () => void;
}

/** The mark in hand with everything of its card, or the article it stands in. */
export function ReadingPane(props: Props) {
  const { reading, by, actions, entered, onLeave } = props;
  const pane = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  const id =
    reading.kind === 'card' ? reading.card.annotation.id : reading.kind === 'group' ? reading.head.key : '';

  // At once: the next key is meant for the pane.
  useLayoutEffect(() => {
    if (entered > 0) pane.current?.focus();
  }, [entered]);
  // What had the focus went with the mark that was here. Where none came instead, the list takes it.
  useLayoutEffect(() => {
    if (id && hadFocus.current && document.activeElement === document.body) pane.current?.focus();
  }, [id]);

  return (
    <aside
      class="reading"
      data-testid="reading"
      data-kind={reading.kind}
      aria-label={t('library.reading')}
      tabIndex={-1}
      ref={pane}
      onFocusIn={() => {
        hadFocus.current = true;
      }}
      onFocusOut={({ relatedTarget }) => {
        hadFocus.current = relatedTarget === null || pane.current?.contains(relatedTarget as Node) === true;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onLeave();
      }}
    >
      {reading.kind === 'nothing' && <p class="reading-nothing">{t('library.nothingOpen')}</p>}
      {reading.kind === 'card' && (
        <>
          <header class="reading-head">
            <IconButton icon={ArrowLeft} label={t('library.back')} testid="reading-back" onClick={onLeave} />
            <h2 dir="auto">{reading.articleTitle || t('article.untitled')}</h2>
            {reading.site && <IsolatedText class="reading-site" text={reading.site} />}
            <IconButton
              icon={ExternalLink}
              label={t('library.openAt')}
              withText
              testid="open-article"
              onClick={() => actions.openArticle(reading.articleId, id)}
            />
          </header>
          <ul class="cards">
            <ErrorBoundary key={id} fallback={<PlainCard annotation={reading.card.annotation} />}>
              <AnnotationCard
                card={reading.card}
                actions={props.card}
                language={reading.language}
                current={false}
                held={props.heldId === id}
                knownTags={props.knownTags}
              />
            </ErrorBoundary>
          </ul>
        </>
      )}
      {reading.kind === 'group' && (
        <div class="reading-group">
          <header class="reading-head">
            <IconButton icon={ArrowLeft} label={t('library.back')} testid="reading-back" onClick={onLeave} />
            <h2 dir="auto">{titleOf(reading.head, by)}</h2>
            {reading.head.site && <IsolatedText class="reading-site" text={reading.head.site} />}
          </header>
          <p>
            {t(
              by === 'source' && reading.head.key !== '' ? 'library.citedIn' : 'library.marks',
              reading.head.count,
            )}
          </p>
          {reading.own && <ArticleOwn words={reading.own} knownTags={props.knownTags} actions={actions} />}
          <div class="page-actions">
            {reading.head.articleId && (
              <button
                type="button"
                class="button"
                data-testid="open-article"
                onClick={() => actions.openArticle(reading.head.articleId ?? '', null)}
              >
                {t('library.openArticle')}
              </button>
            )}
            {by === 'source' && reading.head.key !== '' && (
              <button
                type="button"
                class="button"
                data-testid="show-citing"
                onClick={() =>
                  actions.goTo({
                    query: writeFilter('source', reading.head.key),
                    group: 'article',
                    open: null,
                  })
                }
              >
                {t('library.showCiting')}
              </button>
            )}
            {reading.head.count > 0 && (
              <button type="button" class="button" onClick={() => actions.toggleGroup(reading.head.key)}>
                {t('library.selectGroup', reading.head.count)}
              </button>
            )}
          </div>
        </div>
      )}
    </aside>
  );
}
