import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { contextMenus } from '#messaging/browserParts.ts';
import { type ClaimEntry, claimedIn } from '#model/ClaimEntry.ts';
import { idField } from '#model/fields.ts';
import type { InHand } from '#model/InHand.ts';
import { readClaimInHand } from '#storage/claimInHand.ts';

/** Claims offered for a link while none is in hand. */
const MOST = 5;
/** Units of a claim in a menu. */
const WORDS = 60;
/** For the session only, and in the store that no page's world can read: it says what other articles were about. */
const KEY = 'recentClaims';
const RecentSchema = v.fallback(v.array(v.strictObject({ id: idField, words: v.string() })), []);

export const LINK_OF_MENU = 'link-as-source-of';
const itemId = (at: number) => `${LINK_OF_MENU}:${at}`;

const readRecent = async (): Promise<InHand[]> =>
  v.parse(RecentSchema, (await browser.storage.session.get(KEY))[KEY] ?? []);

/** Keeps which claims were worked on last, and offers these. */
export async function noteRecentClaims(entries: readonly ClaimEntry[]): Promise<void> {
  const recent = entries
    .filter(({ claim }) => claim && claim.status !== 'dropped')
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    .slice(0, MOST)
    .map((one) => ({ id: one.id, words: inMenu(claimedIn(one)) }));
  if (JSON.stringify(recent) === JSON.stringify(await readRecent())) return;
  await browser.storage.session.set({ [KEY]: recent });
  await showRecentClaims();
}

/** Makes the menu, unseen; once, at installation. */
export function createRecentClaims(title: string, documentUrlPatterns: string[]): void {
  const made = { contexts: ['link'] as ['link'], documentUrlPatterns, visible: false };
  browser.contextMenus.create({ ...made, id: LINK_OF_MENU, title });
  for (let at = 0; at < MOST; at++)
    browser.contextMenus.create({ ...made, id: itemId(at), parentId: LINK_OF_MENU, title: '…' });
}

/** With a claim in hand the link is that claim's; with no claim anywhere there is nothing to offer. */
export async function showRecentClaims(): Promise<void> {
  if (!contextMenus()) return;
  const recent = (await readClaimInHand()) ? [] : await readRecent();
  await browser.contextMenus.update(LINK_OF_MENU, { visible: recent.length > 0 });
  for (let at = 0; at < MOST; at++) {
    const words = recent[at]?.words;
    await browser.contextMenus.update(
      itemId(at),
      words ? { visible: true, title: words } : { visible: false },
    );
  }
}

/** The claim of a menu's item; undefined for any other item. */
export async function claimOfItem(menuItemId: string | number): Promise<InHand | undefined> {
  const [parent, at] = String(menuItemId).split(':');
  return parent === LINK_OF_MENU ? (await readRecent())[Number(at)] : undefined;
}

/** A menu's title takes "&" for a key and "%s" for the selection. */
export const inMenu = (words: string): string => words.replace(/[&%]/gu, ' ').slice(0, WORDS).toWellFormed();
