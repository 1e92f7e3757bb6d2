import type { Signal } from '@preact/signals';
import type { ArticleNotes } from '#exchange/ArticleNotes.ts';
import type { TemplatePreview } from '#exchange/template/previewTemplate.ts';
import type { Template } from '#model/Template.ts';
import type { TemplateState } from './TemplateState.ts';

/** Between the last key and a new look, milliseconds. */
const PAUSE_MS = 150;

/** How the template in an open editor looks on the note beside it. */
export class TemplateLook {
  readonly #state: Signal<TemplateState | null>;
  #asked = 0;

  /** @param state gets its `preview` and `lastGood` here */
  constructor(state: Signal<TemplateState | null>) {
    this.#state = state;
  }

  /** Only what writes a template loads its language. */
  async of(template: Template, sample: ArticleNotes | null): Promise<TemplatePreview> {
    const { previewTemplate } = await import('#exchange/template/previewTemplate.ts');
    return previewTemplate(template, sample);
  }

  async now(): Promise<void> {
    const { value: asked } = this.#state;
    if (!asked) return;
    const preview = await this.of(asked.template, asked.sample);
    const { value: state } = this.#state;
    // What was typed meanwhile has a look of its own coming.
    if (!state || state.template !== asked.template) return;
    const lastGood = preview.faults.length > 0 ? state.lastGood : preview.text;
    this.#state.value = { ...state, preview, lastGood };
  }

  /** A template can take long; it is written once the reader pauses. */
  async soon(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (asked === this.#asked) await this.now();
  }
}
