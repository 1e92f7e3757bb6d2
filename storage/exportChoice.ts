import * as v from 'valibot';
import { browser } from 'wxt/browser';

const KEY = 'exportChoice';
const Name = v.pipe(v.string(), v.maxLength(40));
const ChoiceSchema = v.fallback(v.strictObject({ format: Name, preset: Name }), { format: '', preset: '' });

/** The names of the format and the manner in which the reader exported last; '' where they never did. */
export type ExportChoice = v.InferOutput<typeof ChoiceSchema>;

/** Beside the library: it is no part of what the reader wrote. */
export async function readExportChoice(): Promise<ExportChoice> {
  return v.parse(ChoiceSchema, (await browser.storage.local.get(KEY))[KEY] ?? null);
}

export async function writeExportChoice(choice: ExportChoice): Promise<void> {
  await browser.storage.local.set({ [KEY]: choice });
}
