import { Lock, Pencil, ScanText } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { typedKey } from '#model/typedKey.ts';
import { Facts } from '../Facts.tsx';
import { useFormDrafts } from '../FormDrafts.ts';
import { HostName } from '../HostName.tsx';
import { IconButton } from '../IconButton.tsx';
import { IsolatedText } from '../IsolatedText.tsx';
import { readableHost } from '../readableHost.ts';
import { reasonsInWords } from '../reasonsInWords.ts';
import { locale, t } from '../strings.ts';
import { When } from '../When.tsx';
import { ArticleAddresses } from './ArticleAddresses.tsx';
import { MetadataForm } from './MetadataForm.tsx';
import type { ArticleActions } from './SidebarActions.ts';
import type { ArticleFacts } from './SidebarState.ts';

interface Props {
  facts: ArticleFacts;
  actions: ArticleActions;
}

/** What the page is: title, who wrote it for whom, when it appeared and when it was changed, and why we think so. */
export function ArticleHeader({ facts, actions }: Props) {
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const forms = useFormDrafts();
  const formKey = typedKey.metadata(facts.url);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (editing || forms.get(formKey)) {
    return (
      <MetadataForm
        key={formKey}
        formKey={formKey}
        metadata={facts.metadata}
        onCancel={close}
        onSave={(changed, base) => {
          actions.editMetadata(changed, base);
          close();
        }}
      />
    );
  }

  const { metadata } = facts;
  return (
    <header class="article-header">
      <div class="article-outlet">
        <span class="article-where">
          {metadata.site && <IsolatedText text={metadata.site} class="article-site" />}
          {metadata.site !== readableHost(facts.url) && <HostName url={facts.url} />}
        </span>
        <IconButton
          icon={ScanText}
          label={t('sentences.start')}
          testid="read-sentences"
          onClick={() => actions.readSentences()}
        />
        <IconButton
          icon={Pencil}
          label={t('article.edit')}
          testid="edit-article"
          buttonRef={opener}
          onClick={() => setEditing(true)}
        />
      </div>
      <h1 class="article-title" dir="auto" lang={metadata.language ?? undefined}>
        {metadata.title ?? t('article.untitled')}
      </h1>
      {metadata.authors.length > 0 && (
        <p class="article-authors">
          {t('article.by')} <IsolatedText text={new Intl.ListFormat(locale()).format(metadata.authors)} />
        </p>
      )}
      <ArticleDates facts={facts} />
      {metadata.paywalled && (
        <p class="article-mark">
          <Lock size={14} aria-hidden="true" /> {t('article.paywalled')}
        </p>
      )}
      <ArticleReasons facts={facts} />
      <ArticleAddresses facts={facts} actions={actions} />
    </header>
  );
}

function ArticleDates({ facts: { metadata } }: { facts: ArticleFacts }) {
  if (!metadata.publishedAt && !metadata.modifiedAt) return null;
  return (
    <dl class="article-dates">
      {metadata.publishedAt && (
        <div>
          <dt>{t('article.published')}</dt>
          <dd>
            <When at={metadata.publishedAt} />
          </dd>
        </div>
      )}
      {metadata.modifiedAt && (
        <div>
          <dt>{t('article.modified')}</dt>
          <dd>
            <When at={metadata.modifiedAt} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The language's name in the reader's own; the tag itself where the browser knows no name. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(locale(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Pages declare nonsense as their language; then it is shown as written.
    return tag;
  }
}

function ArticleReasons({ facts: { detection, metadata, edited } }: { facts: ArticleFacts }) {
  const corrections = metadata.corrections ?? [];
  return (
    <>
      {corrections.length > 0 && (
        <details class="article-more">
          <summary>{t('article.corrections', corrections.length)}</summary>
          <ul>
            {corrections.map((words) => (
              <li key={words} dir="auto">
                {words}
              </li>
            ))}
          </ul>
        </details>
      )}
      {detection && (
        <details class="article-more">
          <summary>
            <Facts>
              {t(`kind.${detection.kind}`)}
              {metadata.section && <IsolatedText text={metadata.section} />}
              {metadata.language && languageName(metadata.language)}
            </Facts>
          </summary>
          <p class="hint" data-testid="reasons">
            {reasonsInWords(detection)}
          </p>
          {edited.length > 0 && <p class="hint">{t('article.edited')}</p>}
        </details>
      )}
    </>
  );
}
