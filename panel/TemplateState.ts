import type { ArticleNotes } from '#exchange/ArticleNotes.ts';
import type { TemplatePreview } from '#exchange/template/previewTemplate.ts';
import type { Template } from '#model/Template.ts';
import type { TemplateDraft } from '#storage/templateDraft.ts';

/** An open editor. */
export interface TemplateState {
  template: Template;
  /** What this one was begun from: as it is stored, or was. */
  saved: Template;
  /** Saved in another window meanwhile, and neither of the two was chosen yet. */
  theirs: Template | null;
  /** Drafts that other windows left behind. */
  others: TemplateDraft[];
  /** What a preset took the place of, until something else is typed. */
  before: Template | null;
  /** null where the library holds no article. */
  sample: ArticleNotes | null;
  /** null until it is there. */
  preview: TemplatePreview | null;
  /** The note as it could last be written; '' where it never could. */
  lastGood: string;
}
