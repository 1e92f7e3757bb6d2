import type { Annotation } from '#model/records.ts';
import { ColorPicker } from '../ColorPicker.tsx';
import { readableHost } from '../readableHost.ts';
import { t } from '../strings.ts';
import { QuickButton } from './QuickButton.tsx';

interface Props {
  annotation: Annotation;
  /** How many further highlights lie on the clicked words. */
  others: number;
  onNext: () => void;
  onColor: (color: Annotation['color']) => void;
  onEdit: () => void;
  onSource: () => void;
  onDelete: () => void;
  /** Absent where a page can't open the sidebar (Firefox). */
  onSidebar?: () => void;
  onClose: () => void;
}

/** A highlight that was clicked: its note in plain text, its sources, and what can be done with it. */
export function QuickCard(props: Props) {
  const { annotation, others, onSidebar } = props;
  return (
    <section
      class="quick quick-panel"
      aria-label={t('quick.card')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          props.onClose();
        }
      }}
    >
      <div class="quick-head">
        <ColorPicker value={annotation.color} onChange={props.onColor} />
        <QuickButton icon="close" label={t('quick.close')} testid="close" onClick={() => props.onClose()} />
      </div>
      {annotation.anchor.state === 'changed' && <p class="quick-changed">{t('quick.changed')}</p>}
      {annotation.note && (
        <p class="quick-note" data-testid="note" dir="auto">
          {annotation.note}
        </p>
      )}
      {annotation.sources.length > 0 && (
        <ul class="quick-sources" aria-label={t('source.list')}>
          {annotation.sources.map((source) => (
            <li key={source.id}>
              <span class="quick-stance">{t(`stance.${source.stance}`)}</span>{' '}
              <bdi>{source.title || readableHost(source.url) || t('source.untitled')}</bdi>
            </li>
          ))}
        </ul>
      )}
      <div class="quick-foot">
        <button type="button" class="button" data-testid="add-note" onClick={() => props.onEdit()}>
          {t(annotation.note ? 'note.edit' : 'quick.note')}
        </button>
        <QuickButton
          icon="source"
          label={t('quick.source')}
          text={t('quick.word.source')}
          testid="add-source"
          onClick={() => props.onSource()}
        />
        {onSidebar && (
          <QuickButton
            icon="panel"
            label={t('quick.sidebar')}
            testid="open-sidebar"
            onClick={() => onSidebar()}
          />
        )}
        <QuickButton
          icon="delete"
          label={t('quick.delete')}
          testid="delete"
          onClick={() => props.onDelete()}
        />
      </div>
      {others > 0 && (
        <button type="button" class="quick-link quick-next" data-testid="next" onClick={() => props.onNext()}>
          {t('quick.others', others)}
        </button>
      )}
    </section>
  );
}
