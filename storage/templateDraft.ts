import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Template } from '#model/Template.ts';

/** Of any length: what is too long to be saved is still the reader's to shorten. */
const DraftSchema = v.strictObject({ front: v.string(), article: v.string(), annotation: v.string() });

const KEY = 'templateDraft';

/** A template that is being written and was neither saved nor given up; null where there is none. */
export async function readTemplateDraft(): Promise<Template | null> {
  const read = v.safeParse(DraftSchema, (await browser.storage.local.get(KEY))[KEY]);
  return read.success ? read.output : null;
}

/** Every keystroke; a popup may close at any time. */
export async function writeTemplateDraft(draft: Template | null): Promise<void> {
  if (draft) await browser.storage.local.set({ [KEY]: draft });
  else await browser.storage.local.remove(KEY);
}
