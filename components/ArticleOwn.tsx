import './ownWords.css';
import type { TagChange } from '#model/drafts.ts';
import type { Saving } from '#model/Saving.ts';
import { typedKey } from '#model/typedKey.ts';
import { NoteEditor } from './sidebar/NoteEditor.tsx';
import { t } from './strings.ts';
import { TagList } from './TagList.tsx';

/** What the reader wrote about an article. */
export interface ArticleWords {
  /** The address it is read at. */
  url: string;
  note: string;
  saving: Saving;
  tags: string[];
}

export interface ArticleOwnActions {
  editArticleNote(note: string): void;
  /** Nothing more will be typed into the note. */
  finishArticleNote(): void;
  /** Tries again what could not be saved. */
  retryArticleNote(): void;
  changeArticleTags(change: TagChange): void;
}

interface Props {
  words: ArticleWords;
  /** Tags used elsewhere, to complete from. */
  knownTags: string[];
  actions: ArticleOwnActions;
}

/** The reader's own note and tags of an article, where they stand and can be changed. */
export function ArticleOwn({ words, knownTags, actions }: Props) {
  const { url, note, saving, tags } = words;
  return (
    <section class="article-own" aria-label={t('article.own')}>
      <NoteEditor
        key={url}
        note={note}
        saving={saving}
        label={t('article.note')}
        placeholder={t('article.addNote')}
        onInput={actions.editArticleNote}
        onFinish={actions.finishArticleNote}
        onRetry={actions.retryArticleNote}
      />
      <TagList
        key={`tags ${url}`}
        formKey={typedKey.articleTag(url)}
        tags={tags}
        known={knownTags}
        onChange={actions.changeArticleTags}
      />
    </section>
  );
}
