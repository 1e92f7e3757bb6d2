import { Pencil, Trash2 } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Source } from '#model/records.ts';
import { typedKey } from '#model/typedKey.ts';
import { Facts } from '../Facts.tsx';
import { useFormDrafts } from '../FormDrafts.ts';
import { HostName } from '../HostName.tsx';
import { IconButton } from '../IconButton.tsx';
import { IsolatedText } from '../IsolatedText.tsx';
import { SafeLink } from '../SafeLink.tsx';
import { t } from '../strings.ts';
import { When } from '../When.tsx';
import { ArchivePair } from './ArchivePair.tsx';
import { FidelityLine } from './FidelityLine.tsx';
import type { CardActions } from './SidebarActions.ts';
import type { Card } from './SidebarState.ts';
import { SourceForm } from './SourceForm.tsx';
import { StanceMark } from './StanceMark.tsx';

interface Props {
  card: Card;
  actions: CardActions;
  language: string | null;
  /** Whether the form for a new source is open. */
  adding: boolean;
  onAddingDone: () => void;
}

/** The sources of a claim, each with its stance, its words and where they stand. */
export function SourceList({ card, actions, language, adding, onAddingDone }: Props) {
  const { annotation, cited } = card;
  const [editing, setEditing] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const returnTo = useRef<string | null>(null);
  const forms = useFormDrafts();
  const { id, sources } = annotation;
  const isOpen = (sourceId: string) =>
    editing === sourceId || forms.get(typedKey.source(id, sourceId)) !== undefined;

  useEffect(() => {
    if (editing !== null || returnTo.current === null) return;
    list.current
      ?.querySelector<HTMLElement>(`[data-source-id="${CSS.escape(returnTo.current)}"] button`)
      ?.focus();
    returnTo.current = null;
  });

  const closeEditor = (sourceId: string) => {
    returnTo.current = sourceId;
    setEditing(null);
  };

  return (
    <>
      {sources.length > 0 && (
        <ul class="sources" aria-label={t('source.list')} ref={list}>
          {sources.map((source) => (
            <li key={source.id} class="source" data-testid="source" data-source-id={source.id}>
              {isOpen(source.id) ? (
                <SourceForm
                  formKey={typedKey.source(id, source.id)}
                  source={source}
                  onCancel={() => closeEditor(source.id)}
                  onSave={(_draft, changed) => {
                    actions.editSource(id, source.id, changed);
                    closeEditor(source.id);
                  }}
                />
              ) : (
                <ShownSource
                  source={source}
                  claimed={(annotation.retarget ?? annotation.target).exact}
                  language={language}
                  cited={cited?.[source.id] ?? 0}
                  onCited={() => actions.showCiting(source.url)}
                  onArchived={(url) => actions.archiveSource(id, source.id, url)}
                  onEdit={() => setEditing(source.id)}
                  onRemove={() => actions.removeSource(id, source.id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <SourceForm
          formKey={typedKey.newSource(id)}
          onCancel={onAddingDone}
          onSave={(draft) => {
            actions.addSource(id, draft);
            onAddingDone();
          }}
        />
      )}
    </>
  );
}

interface ShownProps {
  source: Source;
  /** The article's words. */
  claimed: string;
  language: string | null;
  /** In how many claims its address stands, where it is more than this one. */
  cited: number;
  onCited: () => void;
  onArchived: (url: string) => void;
  onEdit: () => void;
  onRemove: () => void;
}

function ShownSource({ source, claimed, language, cited, ...on }: ShownProps) {
  const name = source.title || source.url || t('source.untitled');
  return (
    <>
      <StanceMark stance={source.stance} />
      <div class="source-body">
        <SafeLink url={source.url} class="source-title">
          <IsolatedText text={name} />
        </SafeLink>
        <p class="source-facts">
          <Facts>
            <span>{t(`stance.${source.stance}`)}</span>
            {source.tier !== 'unknown' && <span>{t(`tier.${source.tier}`)}</span>}
            {source.url && <HostName url={source.url} />}
            {source.locator && <IsolatedText text={source.locator} />}
            {source.publishedAt && <When at={source.publishedAt} />}
            {cited > 1 && (
              <button type="button" class="link-button" data-testid="source-cited" onClick={on.onCited}>
                {t('source.cited', cited)}
              </button>
            )}
          </Facts>
        </p>
        {source.quote?.exact && (
          <blockquote class="source-quote" dir="auto">
            {source.quote.exact}
          </blockquote>
        )}
        {source.quote?.exact && (
          <FidelityLine claimed={claimed} passage={source.quote.exact} language={language} />
        )}
        {source.url && (
          <ArchivePair
            addresses={[source.url]}
            archivedUrl={source.archivedUrl}
            archivedAt={source.archivedAt}
            onArchived={on.onArchived}
          />
        )}
        {source.note && (
          <p class="source-note" dir="auto">
            {source.note}
          </p>
        )}
      </div>
      <div class="source-tools">
        <IconButton icon={Pencil} label={t('source.editNamed', { name })} onClick={on.onEdit} />
        <IconButton icon={Trash2} label={t('source.removeNamed', { name })} danger onClick={on.onRemove} />
      </div>
    </>
  );
}
