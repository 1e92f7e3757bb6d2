import { signal } from '@preact/signals';
import { t } from '#components/strings.ts';
import type { ArticleNotes } from '#exchange/ArticleNotes.ts';
import type { MarkdownPreset } from '#exchange/index.ts';
import type { TemplatePreview } from '#exchange/template/previewTemplate.ts';
import { STARTING_TEMPLATES } from '#exchange/template/startingTemplates.ts';
import { isSameTemplate, type Template, type TemplatePart } from '#model/Template.ts';
import type { Library } from '#storage/index.ts';
import { changeSettings, readSettings } from '#storage/settings.ts';
import { readTemplateDraft, writeTemplateDraft } from '#storage/templateDraft.ts';
import type { ExportScope } from './ExportScope.ts';

/** Between the last key and a new look, milliseconds. */
const PAUSE_MS = 150;

/** What a reader without a template begins with. */
export const firstTemplate = (): Template => STARTING_TEMPLATES.obsidian;

/** An open editor. */
export interface TemplateState {
  template: Template;
  /** As it is stored, or what it began with. */
  saved: Template;
  /** What a preset took the place of, until something else is typed. */
  before: Template | null;
  /** null where the library holds no article. */
  sample: ArticleNotes | null;
  /** null until it is there. */
  preview: TemplatePreview | null;
}

/** What the editor's controls do. */
export type TemplateDeeds = Pick<TemplateModel, 'type' | 'begin' | 'back' | 'discard' | 'save' | 'close'>;

interface Host {
  say: (text: string) => void;
  fail: (error: unknown) => void;
  /** A template was stored, or the editor closed. */
  done: () => void;
}

/** The editor of the reader's template, over real notes of theirs. What is typed is kept until it is saved or given up. */
export class TemplateModel {
  readonly state = signal<TemplateState | null>(null);
  readonly #library: Library;
  readonly #host: Host;
  #asked = 0;

  constructor(library: Library, host: Host) {
    this.#library = library;
    this.#host = host;
  }

  /** @param scope whose first article is shown; the newest one where that is everything */
  open(scope: ExportScope): void {
    this.#run(async () => {
      const [{ template: stored }, draft, sample] = await Promise.all([
        readSettings(),
        readTemplateDraft(),
        this.#sample(scope),
      ]);
      const saved = stored ?? firstTemplate();
      this.state.value = { template: draft ?? saved, saved, before: null, sample, preview: null };
      await this.#look();
    });
  }

  type(part: TemplatePart, text: string): void {
    const { value: state } = this.state;
    if (state) this.#put({ ...state.template, [part]: text }, null);
  }

  /** Takes a preset's text for all parts; `back` takes that back. */
  begin(preset: MarkdownPreset): void {
    const { value: state } = this.state;
    if (state) this.#put(STARTING_TEMPLATES[preset], state.before ?? state.template);
  }

  back(): void {
    const { value: state } = this.state;
    if (state?.before) this.#put(state.before, null);
  }

  /** What was typed since the last saving goes. */
  discard(): void {
    const { value: state } = this.state;
    if (state) this.#put(state.saved, state.template);
  }

  save(): void {
    const { value: state } = this.state;
    if (!state) return;
    const { template } = state;
    this.#run(async () => {
      // What was typed last may not have been looked at yet.
      await this.#look();
      if ((this.state.value?.preview?.faults.length ?? 0) > 0) return;
      await changeSettings(() => ({ template }));
      await writeTemplateDraft(null);
      this.#host.say(t('template.saved'));
      this.#leave();
    });
  }

  close(): void {
    const { value: state } = this.state;
    if (state && !isSameTemplate(state.template, state.saved)) this.#host.say(t('template.draft'));
    this.#leave();
  }

  #leave(): void {
    this.state.value = null;
    this.#host.done();
  }

  #put(template: Template, before: Template | null): void {
    const { value: state } = this.state;
    if (!state) return;
    this.state.value = { ...state, template, before };
    this.#run(async () => {
      await Promise.all([
        this.#lookSoon(),
        writeTemplateDraft(isSameTemplate(template, state.saved) ? null : template),
      ]);
    });
  }

  async #look(): Promise<void> {
    const { previewTemplate } = await import('#exchange/template/previewTemplate.ts');
    const { value: state } = this.state;
    if (!state) return;
    this.state.value = { ...state, preview: previewTemplate(state.template, state.sample) };
  }

  /** A template can take long; it is written once the reader pauses. */
  async #lookSoon(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (asked === this.#asked) await this.#look();
  }

  async #sample(scope: ExportScope): Promise<ArticleNotes | null> {
    const { articles, annotations } = this.#library;
    const id =
      scope.kind === 'article'
        ? scope.articleId
        : scope.kind === 'marks'
          ? (await annotations.some(scope.ids.slice(0, 1)))[0]?.articleId
          : (await articles.recent({ limit: 1 }))[0]?.article.id;
    const article = id === undefined ? undefined : await articles.get(id);
    return article ? { article, annotations: await annotations.forArticle(article.id) } : null;
  }

  #run(deed: () => Promise<void>): void {
    deed().catch(this.#host.fail);
  }
}
