import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { idField } from '#model/fields.ts';
import type { InHand } from '#model/InHand.ts';

/** Beside the library, so that it outlives pages, the background and the browser, and a toolbar need not open the library. */
const KEY = 'claimInHand';
const WORDS = 120;
const InHandSchema = v.fallback(
  v.nullable(v.strictObject({ id: idField, words: v.pipe(v.string(), v.maxLength(WORDS + 1)) })),
  null,
);

/** The claim in hand, if there is one. */
export async function readClaimInHand(): Promise<InHand | null> {
  return v.parse(InHandSchema, (await browser.storage.local.get(KEY))[KEY] ?? null);
}

/** Takes a claim in hand, instead of any other; null puts it down. */
export async function writeClaimInHand(claim: InHand | null): Promise<void> {
  if (!claim) {
    await browser.storage.local.remove(KEY);
    return;
  }
  const words = claim.words.length > WORDS ? `${claim.words.slice(0, WORDS).toWellFormed()}…` : claim.words;
  await browser.storage.local.set({ [KEY]: { id: claim.id, words } });
}

/** Calls back whenever another claim is in hand, or none. */
export function onClaimInHand(listener: () => void, signal?: AbortSignal): void {
  const onChanged = (changes: Record<string, unknown>) => {
    if (KEY in changes) listener();
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged));
}

/**
 * Sources that were attached from other pages: what a page may judge or take back. For the session only, and in the
 * store that no page's world can write.
 */
const USED = 'sourcesUsed';
const MOST_USED = 20;
const UsedSchema = v.fallback(v.array(v.strictObject({ annotationId: idField, sourceId: idField })), []);
type Used = v.InferOutput<typeof UsedSchema>[number];

const readUsed = async (): Promise<Used[]> =>
  v.parse(UsedSchema, (await browser.storage.session.get(USED))[USED] ?? []);

/** Where a source stands that was attached from a page; undefined for any other. */
export const sourceUsed = async (sourceId: string): Promise<Used | undefined> =>
  (await readUsed()).find((one) => one.sourceId === sourceId);

export async function noteSourceUsed(used: Used): Promise<void> {
  await browser.storage.session.set({ [USED]: [...(await readUsed()), used].slice(-MOST_USED) });
}
