import { Copy, FileOutput } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { ArticleOwn } from '../ArticleOwn.tsx';
import { Facts } from '../Facts.tsx';
import { IconButton } from '../IconButton.tsx';
import { IsolatedText } from '../IsolatedText.tsx';
import { reasonsInWords } from '../reasonsInWords.ts';
import { locale, t } from '../strings.ts';
import type { PopupActions, PopupPage } from './PopupState.ts';

interface Props {
  page: PopupPage;
  knownTags: string[];
  actions: PopupActions;
}

/** What the page in the active tab is, and what can be done with it. */
export function PagePanel(props: Props) {
  const { page } = props;
  return (
    <section class="page" data-testid="page-state" data-page={page.kind} aria-label={t('popup.thisPage')}>
      {panelOf(props)}
    </section>
  );
}

function SwitchOff({ actions }: { actions: PopupActions }) {
  return (
    <button
      type="button"
      class="link-button page-off"
      data-testid="switch-off"
      onClick={() => actions.switchOffHere()}
    >
      {t('popup.switchOff')}
    </button>
  );
}

function panelOf({ page, knownTags, actions }: Props): ComponentChildren {
  const annotate = (label: string) => (
    <button
      type="button"
      class="button"
      data-testid="annotate-anyway"
      onClick={() => actions.annotateAnyway()}
    >
      {label}
    </button>
  );
  switch (page.kind) {
    case 'loading':
      return (
        <p class="loading" role="status">
          {t('page.loading')}
        </p>
      );
    case 'restricted':
      return <p>{t('page.restricted')}</p>;
    case 'off':
      return (
        <>
          <p>{t('page.off', { site: page.site })}</p>
          <button type="button" class="button" data-testid="switch-on" onClick={() => actions.switchOnHere()}>
            {t('page.switchOn')}
          </button>
        </>
      );
    case 'no-access':
      return (
        <>
          <p>{t('page.noAccess', { site: page.site })}</p>
          {annotate(t('page.allow'))}
        </>
      );
    case 'not-article':
      return (
        <>
          <p>{t('page.notArticleShort')}</p>
          {annotate(t('page.annotateAnyway'))}
          <SwitchOff actions={actions} />
        </>
      );
    case 'article':
      return <ArticlePage page={page} knownTags={knownTags} actions={actions} />;
  }
}

interface ArticleProps {
  page: Extract<PopupPage, { kind: 'article' }>;
  knownTags: string[];
  actions: PopupActions;
}

function ArticlePage({ page, knownTags, actions }: ArticleProps) {
  const { articleId, detection, changed, missing } = page;
  const trouble = [
    ...(changed > 0 ? [t('counts.changed', { count: changed })] : []),
    ...(missing > 0 ? [t('counts.missing', { count: missing })] : []),
  ];
  return (
    <>
      <p class="page-kind">
        <Facts>
          {t(`kind.${detection?.kind ?? 'other'}`)}
          {page.site && <IsolatedText text={page.site} />}
        </Facts>
      </p>
      <h2 class="page-title" dir="auto">
        {page.title || t('article.untitled')}
      </h2>
      <div class="page-foot">
        <span>{t('counts.all', page.count)}</span>
        {trouble.length > 0 && (
          <span class="counts-trouble">
            {new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(trouble)}
          </span>
        )}
        {articleId && (
          <span class="page-export">
            <IconButton
              icon={Copy}
              label={t('export.copy')}
              testid="export-copy"
              onClick={() => actions.copyMarkdown({ kind: 'article', articleId })}
            />
            <IconButton
              icon={FileOutput}
              label={t('export.titleArticle')}
              testid="export-article"
              onClick={() => actions.openExport({ kind: 'article', articleId })}
            />
          </span>
        )}
      </div>
      {page.own && <ArticleOwn words={page.own} knownTags={knownTags} actions={actions} />}
      {detection && detection.signals.length > 0 && (
        <details class="article-more">
          <summary>{t('article.why')}</summary>
          <p data-testid="reasons">{reasonsInWords(detection)}</p>
        </details>
      )}
      <div class="page-more">
        <button
          type="button"
          class="link-button"
          data-testid="read-sentences"
          onClick={() => actions.readSentences()}
        >
          {t('sentences.start')}
        </button>
        <SwitchOff actions={actions} />
      </div>
    </>
  );
}
