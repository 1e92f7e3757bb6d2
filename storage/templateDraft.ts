import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Template } from '#model/Template.ts';
import { TemplateSchema } from './settings.ts';

const KEY = 'templateDraft';

/** A template that is being written and was neither saved nor given up; null where there is none. */
export async function readTemplateDraft(): Promise<Template | null> {
  const read = v.safeParse(TemplateSchema, (await browser.storage.local.get(KEY))[KEY]);
  return read.success ? read.output : null;
}

/** Every keystroke; a popup may close at any time. */
export async function writeTemplateDraft(draft: Template | null): Promise<void> {
  if (draft) await browser.storage.local.set({ [KEY]: draft });
  else await browser.storage.local.remove(KEY);
}
