import '#assets/styles/base.css';
import '../page.css';
import type { ComponentChildren } from 'preact';
import { t } from '../strings.ts';

export interface WelcomeProps {
  /** Opens the sidebar, where the browser has one: called straight from the click, as browsers ask. */
  onSidebar?: () => void;
  onOptions: () => void;
  /** A paragraph to practise on. */
  practice?: ComponentChildren;
}

const STEPS = ['step1', 'step2', 'step3'] as const;

/** What Claimlight is for: a paragraph to try it on, three steps and one sentence on privacy. */
export function WelcomeView({ onSidebar, onOptions, practice }: WelcomeProps) {
  return (
    <main class="page-view welcome" data-testid="welcome">
      <p class="welcome-name">{t('extName')}</p>
      <h1>
        <span class="welcome-mark">{t('welcome.title')}</span>
      </h1>
      <p class="lead">{t('welcome.lead')}</p>
      {practice}
      <ol class="steps">
        {STEPS.map((step) => (
          <li key={step}>
            <h2>{t(`welcome.${step}`)}</h2>
            <p>{t(`welcome.${step}Words`)}</p>
          </li>
        ))}
      </ol>
      <p class="welcome-privacy">{t('welcome.privacy')}</p>
      <div class="page-actions">
        {onSidebar && (
          <button type="button" class="button button-primary" onClick={onSidebar}>
            {t('welcome.sidebar')}
          </button>
        )}
        <button type="button" class="button" onClick={onOptions}>
          {t('options.title')}
        </button>
      </div>
    </main>
  );
}
