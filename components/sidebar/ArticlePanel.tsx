import { Braces, ClipboardCheck, Copy, FileOutput, LibraryBig } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { ArticleOwn } from '../ArticleOwn.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { IconButton } from '../IconButton.tsx';
import { Keys } from '../Keys.tsx';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import { t } from '../strings.ts';
import { ArchivePair } from './ArchivePair.tsx';
import { ArticleHeader } from './ArticleHeader.tsx';
import { CardList } from './CardList.tsx';
import { CitedHere } from './CitedHere.tsx';
import { CountsLine } from './CountsLine.tsx';
import type { ArticleActions, CardActions } from './SidebarActions.ts';
import type { ArticleFacts, Card } from './SidebarState.ts';

interface Props {
  facts: ArticleFacts;
  cards: Card[];
  currentId: string | null;
  /** The annotation whose claim is in hand. */
  heldId: string | null;
  knownTags: string[];
  shortcut: string;
  article: ArticleActions;
  card: CardActions;
}

/** An article with all that the reader did to it. */
export function ArticlePanel(props: Props) {
  const { facts, cards, currentId, heldId, knownTags, shortcut, article, card: actions } = props;
  const cardsId = useId();

  return (
    <>
      <ArticleHeader key={facts.url} facts={facts} actions={article} />
      <CitedHere cited={facts.cited ?? []} language={facts.metadata.language} onOpen={actions.openClaim} />
      <ArticleOwn
        words={{ url: facts.url, note: facts.note, saving: facts.noteSaving, tags: facts.tags }}
        knownTags={knownTags}
        actions={article}
      />
      {cards.length > 0 && (
        <div class="article-archive">
          <ArchivePair
            key={`archive ${facts.url}`}
            addresses={[facts.url, ...facts.allAddresses]}
            archivedUrl={facts.archived?.url ?? ''}
            archivedAt={facts.archived?.at}
            onArchived={article.archiveArticle}
          />
        </div>
      )}
      {facts.tooLarge && (
        <p class="hint article-limit" data-testid="too-large">
          {t('article.tooLarge')}
        </p>
      )}
      {facts.changes.length > 0 && (
        <ul class="article-changes" aria-label={t('article.changes')}>
          {facts.changes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {cards.length > 0 ? (
        <section aria-labelledby={cardsId}>
          <h2 class="visually-hidden" id={cardsId}>
            {t('card.list')}
          </h2>
          <CardList
            key={`cards ${facts.url}`}
            cards={cards}
            head={(steps) => (
              <div class="cards-head">
                <CountsLine cards={cards} />
                {steps}
                <span class="cards-deeds">
                  <PaletteButton />
                  <IconButton
                    icon={LibraryBig}
                    label={t(ACTIONS.library.name)}
                    testid="open-library"
                    onClick={() => article.openLibrary()}
                  />
                  <IconButton
                    icon={Copy}
                    label={t(ACTIONS.copy.name)}
                    testid="export-copy"
                    onClick={() => article.copyMarkdown()}
                  />
                  <IconButton
                    icon={FileOutput}
                    label={t(ACTIONS.exportArticle.name)}
                    testid="export-more"
                    onClick={() => article.openExport()}
                  />
                  {cards.some(({ annotation }) => annotation.claim || annotation.sources.length > 0) && (
                    <>
                      <IconButton
                        icon={ClipboardCheck}
                        label={t(ACTIONS.check.name)}
                        testid="export-check"
                        onClick={() => article.exportCheck('markdown')}
                      />
                      <IconButton
                        icon={Braces}
                        label={t(ACTIONS.reviews.name)}
                        testid="export-reviews"
                        onClick={() => article.exportCheck('reviews')}
                      />
                    </>
                  )}
                </span>
              </div>
            )}
            actions={actions}
            language={facts.metadata.language}
            currentId={currentId}
            heldId={heldId}
            knownTags={knownTags}
          />
        </section>
      ) : (
        <EmptyState title={t('empty.cardsTitle')} testid="empty">
          <p>{t('empty.cards')}</p>
          {shortcut !== '' && (
            <p class="hint">
              {t('empty.keys')} <Keys shortcut={shortcut} />
            </p>
          )}
        </EmptyState>
      )}
    </>
  );
}
