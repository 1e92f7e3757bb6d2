import { EmptyState } from '../EmptyState.tsx';
import { t } from '../strings.ts';
import type { ArticleActions } from './SidebarActions.ts';
import type { SidebarState } from './SidebarState.ts';

interface Props {
  state: Exclude<SidebarState, { kind: 'article' }>;
  actions: ArticleActions;
}

/** What stands in the sidebar where no article is: why, and what can be done. */
export function NoArticle({ state, actions }: Props) {
  switch (state.kind) {
    case 'loading':
      // Words come late on purpose (see the style sheet): most pages are known before they are needed.
      return (
        <p class="loading" role="status">
          {t('page.loading')}
        </p>
      );
    case 'restricted':
      return (
        <EmptyState title={t('page.restrictedTitle')}>
          <p>{t('page.restricted')}</p>
        </EmptyState>
      );
    case 'off':
      return (
        <EmptyState
          title={t('page.offTitle')}
          action={
            <button
              type="button"
              class="button"
              data-testid="switch-on"
              onClick={() => actions.switchOnHere()}
            >
              {t('page.switchOn')}
            </button>
          }
        >
          <p>{t('page.off', { site: state.site })}</p>
        </EmptyState>
      );
    case 'no-access':
      return (
        <EmptyState
          title={t('page.noAccessTitle')}
          action={
            <button
              type="button"
              class="button button-primary"
              data-testid="annotate-anyway"
              onClick={() => actions.annotateAnyway()}
            >
              {state.site === '' ? t('page.allowAll') : t('page.allowSite', { site: state.site })}
            </button>
          }
        >
          <p>{state.site === '' ? t('page.noAccessHere') : t('page.noAccess', { site: state.site })}</p>
          <p>{t('page.allowOnce')}</p>
        </EmptyState>
      );
    case 'not-article':
      return (
        <EmptyState
          title={t('page.notArticleTitle')}
          action={
            <button
              type="button"
              class="button button-primary"
              data-testid="annotate-anyway"
              onClick={() => actions.annotateAnyway()}
            >
              {t('page.annotateAnyway')}
            </button>
          }
        >
          <p>{t('page.notArticle')}</p>
        </EmptyState>
      );
  }
}
