import { t } from '../strings.ts';
import { When } from '../When.tsx';
import type { MarkRow } from './LibraryState.ts';

/** What is printed: all marks asked for, which the list on the screen never draws at once. */
export function PrintList({ marks, query }: { marks: MarkRow[]; query: string }) {
  return (
    <section class="print-list" aria-hidden="true">
      <h1>{query.trim() || t('library.everything')}</h1>
      {marks.map(({ id, quote, note, articleTitle, tags, at }) => (
        <article key={id} class="print-mark">
          <blockquote dir="auto">{quote.text}</blockquote>
          {note && <p dir="auto">{note.text}</p>}
          <p class="print-facts">
            <bdi>{articleTitle}</bdi> · <When at={at} />
            {tags.length > 0 && ` · ${tags.map((tag) => `#${tag}`).join(' ')}`}
          </p>
        </article>
      ))}
    </section>
  );
}
