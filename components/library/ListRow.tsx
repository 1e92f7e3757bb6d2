import { Check, CircleHelp, NotebookPen, PenLine, Scale, SearchX } from 'lucide-preact';
import { ColorMark } from '../ColorMark.tsx';
import { HostName } from '../HostName.tsx';
import { IsolatedText } from '../IsolatedText.tsx';
import { MarkedWords } from '../MarkedWords.tsx';
import { t } from '../strings.ts';
import { dayInWords, When } from '../When.tsx';
import type { GroupHead, LibraryGrouping, MarkRow } from './LibraryState.ts';

interface Props {
  index: number;
  count: number;
  /** Distance from the top of the list, px. */
  top: number;
  /** Of a group's head. */
  head: GroupHead | undefined;
  /** Of a mark; undefined until it was read. */
  mark: MarkRow | undefined;
  by: LibraryGrouping;
  isCurrent: boolean;
  isOpen: boolean;
  isSelected: boolean;
  onClick: (event: MouseEvent) => void;
}

/** A row of the library: the head of a group, or a mark in it. */
export function ListRow(props: Props) {
  const { index, head, mark } = props;
  return (
    // The list box has the focus and the keys; a row has the pointer.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it has them
    // biome-ignore lint/a11y/useFocusableInteractive: the list box names the row that is current
    <div
      id={`row-${index}`}
      class={head ? 'row row-head' : 'row'}
      role="option"
      data-testid={head ? 'row-head' : 'row'}
      data-mark-id={mark?.id}
      data-current={props.isCurrent}
      aria-selected={props.isSelected}
      aria-current={props.isOpen ? 'true' : undefined}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={props.onClick}
    >
      <span class="row-check" aria-hidden="true">
        {props.isSelected && <Check size={14} strokeWidth={3} />}
      </span>
      {head ? (
        <Head head={head} by={props.by} />
      ) : mark ? (
        <Mark mark={mark} by={props.by} />
      ) : (
        <span class="row-blank" />
      )}
    </div>
  );
}

function Head({ head, by }: { head: GroupHead; by: LibraryGrouping }) {
  return (
    <span class="row-body">
      <span class="row-title" dir="auto">
        {titleOf(head, by)}
      </span>
      <span class="row-facts">
        {head.site && <IsolatedText text={head.site} />}
        {by === 'source' && /^https?:/.test(head.key) && <HostName url={head.key} />}
        <span>{t(by === 'source' && head.key !== '' ? 'library.citedIn' : 'library.marks', head.count)}</span>
      </span>
    </span>
  );
}

/** A group's name; of one that has none, what that means. */
export function titleOf({ key, title }: GroupHead, by: LibraryGrouping): string {
  if (by === 'day') return dayInWords(`${title}T12:00:00`);
  if (key !== '') return title || t('article.untitled');
  if (by === 'tag') return t('library.noTag');
  return t(by === 'source' ? 'library.noSource' : 'library.noSite');
}

const STATUS = {
  unsourced: 'unsourced',
  'single source': 'single',
  corroborated: 'corroborated',
  contested: 'contested',
} as const;

function Mark({ mark, by }: { mark: MarkRow; by: LibraryGrouping }) {
  const { trouble, status, note } = mark;
  return (
    <span class="row-body">
      <span class="row-quote" dir="auto">
        <ColorMark color={mark.color} /> <span class="visually-hidden">{t(`color.${mark.color}`)}: </span>
        <MarkedWords {...mark.quote} />
      </span>
      <span class="row-facts">
        {trouble && (
          <span class="row-trouble">
            {trouble === 'missing' ? (
              <SearchX size={12} aria-hidden="true" />
            ) : trouble === 'changed' ? (
              <PenLine size={12} aria-hidden="true" />
            ) : (
              <CircleHelp size={12} aria-hidden="true" />
            )}
            {t(`library.state.${trouble}`)}
          </span>
        )}
        {status && (
          <span class="row-status" data-status={status}>
            {mark.isClaim && <Scale size={12} aria-hidden="true" />} {t(`sourcing.${STATUS[status]}`)}
          </span>
        )}
        {note && (
          <span class="row-note" dir="auto">
            <NotebookPen size={12} aria-hidden="true" /> <MarkedWords {...note} />
          </span>
        )}
        {mark.tags.map((tag) => (
          <span key={tag} class="row-tag">
            <bdi>{tag}</bdi>
          </span>
        ))}
        {by !== 'article' && <IsolatedText class="row-article" text={mark.articleTitle} />}
        {by !== 'day' && <When at={mark.at} />}
      </span>
    </span>
  );
}
