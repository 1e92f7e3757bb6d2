import { signal } from '@preact/signals';
import { t } from '#components/strings.ts';
import type { MarkdownPreset } from '#exchange/index.ts';
import { STARTING_TEMPLATES } from '#exchange/template/startingTemplates.ts';
import { isSameTemplate, type Template, type TemplatePart } from '#model/Template.ts';
import type { Library } from '#storage/index.ts';
import { onSettingsChange } from '#storage/settings.ts';
import type { ExportScope } from './ExportScope.ts';
import { OwnTemplateDraft } from './OwnTemplateDraft.ts';
import { besideStored, storedTemplate, storeTemplate } from './storedTemplate.ts';
import { TemplateLook } from './TemplateLook.ts';
import type { TemplateState } from './TemplateState.ts';
import { templateSample } from './templateSample.ts';

/** What the editor's controls do. */
export type TemplateDeeds = Pick<
  TemplateModel,
  'type' | 'begin' | 'back' | 'discard' | 'goTo' | 'save' | 'useMine' | 'leaveTheirs' | 'close'
>;

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
  readonly #draft = new OwnTemplateDraft();
  readonly #look = new TemplateLook(this.state);
  #open: AbortController | undefined;

  constructor(library: Library, host: Host) {
    this.#library = library;
    this.#host = host;
  }

  /** @param scope whose first article is shown; the newest one where that is everything */
  open(scope: ExportScope): void {
    if (this.#open) return;
    const open = new AbortController();
    this.#open = open;
    this.#run(async () => {
      try {
        await this.#begin(scope);
      } catch (error) {
        this.#end();
        throw error;
      }
      onSettingsChange((changed) => {
        if (changed.includes('template')) this.#run(() => this.#compare());
      }, open.signal);
      await this.#compare();
      await this.#look.now();
    });
  }

  async #begin(scope: ExportScope): Promise<void> {
    const [draft, sample] = await Promise.all([this.#draft.take(), templateSample(this.#library, scope)]);
    const [stored, others] = await Promise.all([storedTemplate(), this.#draft.others()]);
    const saved = draft?.base ?? stored;
    // A draft may be one that can't be written; till it is mended the saved one shows how the note looks.
    const lastGood = draft ? (await this.#look.of(saved, sample)).text : '';
    const shown = { sample, preview: null, lastGood, others };
    this.state.value = { template: draft?.template ?? saved, saved, theirs: null, before: null, ...shown };
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

  /** Goes over to a draft that another window left behind; the one here stays beside it. */
  goTo(id: string): void {
    this.#run(async () => {
      const draft = await this.#draft.goTo(id);
      const others = await this.#draft.others();
      this.#change(
        draft
          ? { template: draft.template, saved: draft.base, theirs: null, before: null, others }
          : { others },
      );
      await this.#compare();
      await this.#look.now();
    });
  }

  save(): void {
    const { value: state } = this.state;
    if (state && !state.theirs) this.#store(state.saved, null);
  }

  /** Of two that were saved the reader's own is used; the other one is kept as a draft. */
  useMine(): void {
    const { value: state } = this.state;
    if (state?.theirs) this.#store(state.theirs, state.theirs);
  }

  /** Of two that were saved the other one stays in use; the reader's own stays a draft. */
  leaveTheirs(): void {
    const { value: state } = this.state;
    if (!state?.theirs) return;
    const { template, theirs } = state;
    this.#change({ saved: theirs, theirs: null });
    this.#run(async () => {
      await this.#draft.keep(template, theirs);
      // A third window may have saved since the reader was told of the second.
      await this.#compare();
    });
  }

  close(): void {
    const { value: state } = this.state;
    if (state && !isSameTemplate(state.template, state.saved)) this.#host.say(t('template.draft'));
    this.#leave();
  }

  /**
   * Stores what is typed, unless what is stored is neither that nor what the reader knows of: then both are shown.
   * @param known what the reader was shown as stored
   * @param beside what is kept as a draft once this one is used
   */
  #store(known: Template, beside: Template | null): void {
    this.#run(async () => {
      // What was typed last may not have been looked at yet.
      await this.#look.now();
      const { value: state } = this.state;
      if (!state || (state.preview?.faults.length ?? 0) > 0) return;
      const { template } = state;
      const theirs = await storeTemplate(template, known);
      if (theirs) return this.#change({ theirs });
      await this.#draft.keep(template, template);
      if (beside) await this.#draft.keepBeside(beside, template);
      this.#host.say(t('template.saved'));
      this.#leave();
    });
  }

  /** Whether another window saved, just now or since the draft was begun: then both are shown. */
  async #compare(): Promise<void> {
    const now = await storedTemplate();
    const { value: state } = this.state;
    if (!state) return;
    const { template, saved, theirs } = besideStored(state, now);
    if (template === state.template && saved === state.saved && theirs === state.theirs) return;
    this.#change({ template, saved, theirs, ...(template !== state.template && { before: null }) });
    await Promise.all([this.#draft.keep(template, saved), this.#look.now()]);
  }

  #leave(): void {
    this.#end();
    this.state.value = null;
    this.#host.done();
  }

  #end(): void {
    this.#open?.abort();
    this.#open = undefined;
    this.#draft.letGo();
  }

  #put(template: Template, before: Template | null): void {
    const { value: state } = this.state;
    if (!state) return;
    this.state.value = { ...state, template, before };
    this.#run(async () => {
      await Promise.all([this.#look.soon(), this.#draft.keep(template, state.saved)]);
    });
  }

  #change(change: Partial<TemplateState>): void {
    const { value: state } = this.state;
    if (state) this.state.value = { ...state, ...change };
  }

  #run(deed: () => Promise<void>): void {
    deed().catch(this.#host.fail);
  }
}
