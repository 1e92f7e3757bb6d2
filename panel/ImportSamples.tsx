import { ColorMark } from '#components/ColorMark.tsx';
import { Diff } from '#components/Diff.tsx';
import { IsolatedText } from '#components/IsolatedText.tsx';
import { t } from '#components/strings.ts';
import { mapRecords } from '#exchange/foreign/mapRecords.ts';
import { oneLine } from '#model/text.ts';
import type { ForeignFile } from './readChosenFile.ts';
import type { FileEdits } from './readEdits.ts';

/** Highlights shown as they would come in. */
const SHOWN = 3;
/** Units of a quote or a note that are shown. */
const LONGEST = 160;

/** The first highlights of a file, as they would stand here. */
export function ImportSamples({ foreign: { records, mapping } }: { foreign: ForeignFile }) {
  const some = records.annotations.slice(0, SHOWN);
  if (some.length === 0) return null;
  const { annotations } = mapRecords({ ...records, articles: [], annotations: some }, mapping);
  return (
    <section class="import-samples" data-testid="import-samples">
      <h3>{t('restore.samples')}</h3>
      <ul>
        {annotations.map(({ id, color, target, note, tags }) => (
          <li key={id}>
            <p class="import-quote">
              <ColorMark color={color} /> <span class="visually-hidden">{t(`color.${color}`)}: </span>
              <IsolatedText text={oneLine(target.exact, LONGEST)} />
            </p>
            {note && (
              <p class="hint">
                <IsolatedText text={oneLine(note, LONGEST)} />
              </p>
            )}
            {tags.length > 0 && (
              <p class="hint">
                {tags.map((tag) => (
                  <IsolatedText key={tag} class="import-tag" text={`#${tag}`} />
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Notes that were changed in a Markdown file of ours, each beside the one that is here. */
export function ImportEdits({ edits: { count, notes, unread } }: { edits: FileEdits }) {
  return (
    <section class="import-samples" data-testid="import-edits">
      {count > 0 && <h3>{t('restore.edited', { count })}</h3>}
      <ul>
        {notes.map(({ id, name, changes, fate }) => (
          <li key={id} data-fate={fate}>
            <p class="import-quote">
              <IsolatedText text={oneLine(name, LONGEST)} />
            </p>
            <Diff changes={changes} />
            {fate !== 'comes' && (
              <p class="hint">{t(fate === 'stays' ? 'restore.editStays' : 'restore.editSame')}</p>
            )}
          </li>
        ))}
      </ul>
      {count > notes.length && <p class="hint">{t('restore.editsMore', { count: count - notes.length })}</p>}
      {unread > 0 && <p class="hint">{t('restore.editsUnread', { count: unread })}</p>}
    </section>
  );
}
