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
  /** Saved in another window meanwhile, and neither of the two was chosen yet. */
  theirs: Template | null;
  /** What a preset took the place of, until something else is typed. */
  before: Template | null;
  /** null where the library holds no article. */
  sample: ArticleNotes | null;
  /** null until it is there. */
  preview: TemplatePreview | null;
  /** The note as it could last be written; '' where it never could. */
  lastGood: string;
}

/** What the editor's controls do. */
export type TemplateDeeds = Pick<
  TemplateModel,
  'type' | 'begin' | 'back' | 'discard' | 'save' | 'useMine' | 'leaveTheirs' | 'close'
>;

interface Host {
  say: (text: string) => void;
  fail: (error: unknown) => void;
  /** A template was stored, or the editor closed. */
  done: () => void;
}

/** A draft of another window's is not this one's to take away. */
async function othersDraft(saved: Template): Promise<Template | null> {
  const draft = await readTemplateDraft();
  return draft && !isSameTemplate(draft, saved) ? draft : null;
}

/** Only what writes a template loads its language. */
async function previewOf(template: Template, sample: ArticleNotes | null): Promise<TemplatePreview> {
  const { previewTemplate } = await import('#exchange/template/previewTemplate.ts');
  return previewTemplate(template, sample);
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
      // A draft may be one that can't be written; till it is mended the saved one shows how the note looks.
      const lastGood = draft ? (await previewOf(saved, sample)).text : '';
      const template = draft ?? saved;
      const shown = { sample, preview: null, lastGood };
      this.state.value = { template, saved, theirs: null, before: null, ...shown };
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
      let theirs: Template | null = null;
      await changeSettings(({ template: now }) => {
        const isOthers = now !== null && !isSameTemplate(now, state.saved) && !isSameTemplate(now, template);
        theirs = isOthers ? now : null;
        return isOthers ? {} : { template };
      });
      if (theirs) this.#change({ theirs });
      else await this.#saved(await othersDraft(template));
    });
  }

  /** Of two that were saved the reader's own is used; the other one is kept as a draft. */
  useMine(): void {
    const { value: state } = this.state;
    if (!state?.theirs) return;
    const { template, theirs } = state;
    this.#run(async () => {
      await this.#look();
      if ((this.state.value?.preview?.faults.length ?? 0) > 0) return;
      await changeSettings(() => ({ template }));
      await this.#saved(theirs);
    });
  }

  /** Of two that were saved the other one stays in use; the reader's own stays a draft. */
  leaveTheirs(): void {
    const { value: state } = this.state;
    if (!state?.theirs) return;
    const { template, theirs } = state;
    this.#change({ saved: theirs, theirs: null });
    this.#run(() => writeTemplateDraft(template));
  }

  async #saved(draft: Template | null): Promise<void> {
    await writeTemplateDraft(draft);
    this.#host.say(t('template.saved'));
    this.#leave();
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
    const { value: asked } = this.state;
    if (!asked) return;
    const preview = await previewOf(asked.template, asked.sample);
    const { value: state } = this.state;
    // What was typed meanwhile has a look of its own coming.
    if (!state || state.template !== asked.template) return;
    this.#change({ preview, lastGood: preview.faults.length > 0 ? state.lastGood : preview.text });
  }

  #change(change: Partial<TemplateState>): void {
    const { value: state } = this.state;
    if (state) this.state.value = { ...state, ...change };
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
