import { compareWords } from '#anchoring/compareWords.ts';
import type { ForeignRecords } from '#exchange/index.ts';
import type { Annotation, Article } from '#model/records.ts';
import type { WordChange } from '#model/WordChange.ts';
import { placeAnnotation, placeArticle } from '#storage/backup/placeRecord.ts';
import type { Library } from '#storage/index.ts';

/** Edited notes that are shown one by one. */
const SHOWN = 50;

/** A note that was changed in a Markdown file of ours, beside the one that is here. */
export interface EditedNote {
  id: string;
  /** The marked words, or an article's title. */
  name: string;
  /** From the note that is here to the file's. */
  changes: WordChange[];
  /** `comes`: it is taken; `stays`: it was changed here, too, and yours stays; `same`: it is here already. */
  fate: 'comes' | 'stays' | 'same';
}

/** What was changed by hand in a Markdown file of ours. */
export interface FileEdits {
  /** Notes that were changed, all of them. */
  count: number;
  /** The first of them. */
  notes: EditedNote[];
  /** Blocks in which something beside the note was changed, which is not read. */
  unread: number;
}

/** Sets the edited notes of a file beside those of the library. Undefined where nothing was edited. */
export async function readEdits(
  library: Library,
  { edited = [], articles, annotations }: ForeignRecords,
): Promise<FileEdits | undefined> {
  if (edited.length === 0) return undefined;
  const ids = [...new Set(edited.filter(({ what }) => what === 'note').map(({ id }) => id))];
  const shown = new Set(ids.slice(0, SHOWN));
  const ofFile = {
    annotations: annotations.filter(({ id }) => shown.has(id)),
    articles: articles.filter(({ id }) => shown.has(id)),
  };
  const [marks, pieces] = await Promise.all([
    library.annotations.some([...shown]),
    library.articles.some([...shown]),
  ]);
  const here = {
    annotations: new Map(marks.map((one) => [one.id, one])),
    articles: new Map(pieces.map((one) => [one.id, one])),
  };
  return {
    count: ids.length,
    notes: [
      ...ofFile.articles.map((theirs) => {
        const ours = here.articles.get(theirs.id);
        return editedNote(theirs, theirs.title ?? '', ours, placeArticle(ours, theirs, 'mine').verdict);
      }),
      ...ofFile.annotations.map((theirs) => {
        const ours = here.annotations.get(theirs.id);
        const { verdict } = placeAnnotation(ours, theirs, 'mine');
        return editedNote(theirs, theirs.target.exact, ours, verdict);
      }),
    ],
    unread: new Set(edited.filter(({ what }) => what === 'other').map(({ id }) => id)).size,
  };
}

function editedNote(
  theirs: Article | Annotation,
  name: string,
  ours: Article | Annotation | undefined,
  verdict: string,
): EditedNote {
  const fate = verdict === 'new' || verdict === 'updated' ? 'comes' : 'same';
  return {
    id: theirs.id,
    name,
    changes: changesOf(ours?.note ?? '', theirs.note),
    fate: fate === 'same' && ours?.note !== theirs.note ? 'stays' : fate,
  };
}

/** Where only case or spaces differ, which are no words, the whole note is told. */
function changesOf(before: string, now: string): WordChange[] {
  const changes = compareWords(before, now);
  if (before === now || changes.some(({ kind }) => kind !== 'same')) return changes;
  return [
    { kind: 'removed', text: `${before} ` },
    { kind: 'added', text: now },
  ];
}
