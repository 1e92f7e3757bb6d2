import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Template } from '#model/Template.ts';

/** Of any length: what is too long to be saved is still the reader's to shorten. */
const TextsSchema = v.strictObject({ front: v.string(), article: v.string(), annotation: v.string() });
const DraftSchema = v.object({ id: v.string(), template: TextsSchema, base: TextsSchema, at: v.string() });

/** One key for each draft, so that two windows never overwrite each other's. */
const KEY = 'templateDraft:';

/** A template that is being written and was neither saved nor given up. */
export interface TemplateDraft {
  /** Of the editor it is typed in. */
  id: string;
  template: Template;
  /** What was in use when it was begun; where that is no longer so, another window saved meanwhile. */
  base: Template;
  /** When it was typed in last, ISO 8601 UTC. */
  at: string;
}

/** Before each editor had a draft of its own there was one, under this key, which did not say what it was begun from. */
const OLDER_KEY = 'templateDraft';
const UNKNOWN: Template = { front: '', article: '', annotation: '' };

async function takeOver(older: unknown): Promise<TemplateDraft[]> {
  const read = v.safeParse(TextsSchema, older);
  if (!read.success) return [];
  const at = new Date().toISOString();
  const draft = { id: crypto.randomUUID(), template: read.output, base: UNKNOWN, at };
  await writeTemplateDraft(draft);
  await browser.storage.local.remove(OLDER_KEY);
  return [draft];
}

/** Every draft there is, the one typed in last first. What can't be read is left out. */
export async function readTemplateDrafts(): Promise<TemplateDraft[]> {
  const stored = await browser.storage.local.get(null);
  const drafts = Object.entries(stored).flatMap(([key, value]) => {
    const read = v.safeParse(DraftSchema, key.startsWith(KEY) ? value : undefined);
    return read.success ? [read.output] : [];
  });
  drafts.push(...(await takeOver(stored[OLDER_KEY])));
  return drafts.sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** Every keystroke; a popup may close at any time. */
export const writeTemplateDraft = (draft: TemplateDraft): Promise<void> =>
  browser.storage.local.set({ [KEY + draft.id]: draft });

export const dropTemplateDraft = (id: string): Promise<void> => browser.storage.local.remove(KEY + id);
