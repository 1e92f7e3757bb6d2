import { Copy, FileOutput, Trash2 } from 'lucide-preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { EmptyState } from '../EmptyState.tsx';
import { Facts } from '../Facts.tsx';
import { HostName } from '../HostName.tsx';
import { IconButton } from '../IconButton.tsx';
import { IsolatedText } from '../IsolatedText.tsx';
import { t } from '../strings.ts';
import { When } from '../When.tsx';
import type { PopupActions, RecentArticle } from './PopupState.ts';

interface Props {
  articles: RecentArticle[] | null;
  actions: PopupActions;
}

/** The articles worked on last, each a way back to it; the whole library can be taken away from here. */
export function RecentArticles({ articles, actions }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const going = useRef<number | null>(null);
  const count = articles?.length ?? 0;
  // The row after the one that was deleted takes the focus.
  useLayoutEffect(() => {
    const { current: number } = going;
    going.current = null;
    if (number === null) return;
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-testid=delete]') ?? [];
    rows[Math.min(number, rows.length - 1)]?.focus();
  }, [count]);
  if (articles === null) {
    return (
      <p class="loading" role="status">
        {t('common.loading')}
      </p>
    );
  }
  if (articles.length === 0) {
    return (
      <EmptyState title={t('empty.libraryTitle')} testid="empty">
        <p>{t('empty.library')}</p>
      </EmptyState>
    );
  }
  return (
    <section class="recent" aria-label={t('popup.recent')}>
      <div class="recent-head">
        <h2>{t('popup.recent')}</h2>
        <span class="recent-export">
          {t('export.all')}
          <IconButton
            icon={Copy}
            label={t('export.allCopy')}
            testid="export-all-copy"
            onClick={() => actions.copyMarkdown({ kind: 'all' })}
          />
          <IconButton
            icon={FileOutput}
            label={t('export.titleAll')}
            testid="export-more"
            onClick={() => actions.openExport({ kind: 'all' })}
          />
        </span>
      </div>
      <ul class="article-list" ref={list}>
        {articles.map((article, number) => (
          <Item
            key={article.id}
            article={article}
            actions={actions}
            onRemove={() => {
              going.current = number;
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  article: RecentArticle;
  actions: PopupActions;
  /** Called before it goes, so that the focus can go on. */
  onRemove: () => void;
}

function Item({ article, actions, onRemove }: ItemProps) {
  const { id, title, count, changed, missing } = article;
  const name = title || article.url;
  const scope = { kind: 'article', articleId: id } as const;
  return (
    <li class="article-item" data-testid="article-item" data-article-id={id}>
      <button type="button" class="article-open" data-step onClick={() => actions.openArticle(id, null)}>
        <span class="article-name" dir="auto">
          {name}
        </span>
        <span class="article-facts">
          <Facts>
            {article.site ? <IsolatedText text={article.site} /> : <HostName url={article.url} />}
            <span>{t('counts.all', count)}</span>
            {changed > 0 && <span class="counts-trouble">{t('counts.changed', { count: changed })}</span>}
            {missing > 0 && <span class="counts-trouble">{t('counts.missing', { count: missing })}</span>}
            <When at={article.updatedAt} as="ago" />
          </Facts>
        </span>
      </button>
      <span class="article-tools">
        <IconButton
          icon={Copy}
          label={t('export.copyNamed', { title: name })}
          onClick={() => actions.copyMarkdown(scope)}
        />
        <IconButton
          icon={FileOutput}
          label={t('export.named', { title: name })}
          onClick={() => actions.openExport(scope)}
        />
        <IconButton
          icon={Trash2}
          label={t('popup.deleteNamed', { title: name })}
          danger
          testid="delete"
          onClick={() => {
            onRemove();
            actions.removeArticle(id);
          }}
        />
      </span>
    </li>
  );
}
