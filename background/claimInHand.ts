import { browser } from 'wxt/browser';
import { contextMenus } from '#messaging/browserParts.ts';
import { CallError } from '#messaging/call.ts';
import { allTabStates } from '#messaging/tabState.ts';
import type { SourceDraft } from '#model/drafts.ts';
import type { InHand } from '#model/InHand.ts';
import { logFault } from '#model/logFault.ts';
import type { Annotation, Tier } from '#model/records.ts';
import {
  noteSourceUsed,
  onClaimInHand,
  readClaimInHand,
  sourceUsed,
  writeClaimInHand,
} from '#storage/claimInHand.ts';
import { injectAnnotator } from './inject.ts';
import { library } from './library.ts';
import { translate } from './manner.ts';
import { orderPage } from './orderPage.ts';
import { inMenu, showRecentClaims } from './recentClaims.ts';
import { tellAnnotator } from './tabs.ts';

export const LINK_MENU = 'link-as-source';
export const SELECTION_MENU = 'selection-as-source';

/** A claim that was deleted meanwhile is no longer in hand. */
export async function claimInHand(): Promise<Awaited<ReturnType<typeof readClaimInHand>>> {
  const held = await readClaimInHand();
  if (!held) return null;
  const annotation = await (await library()).annotations.get(held.id);
  if (annotation && annotation.deletedAt === undefined) return held;
  await writeClaimInHand(null);
  return null;
}

/** Attaches a source to the claim in hand, or to another. @throws CallError where none is in hand. */
export async function attachToClaim(
  source: SourceDraft,
  other?: InHand,
): Promise<{ words: string; sourceId: string }> {
  const claim = other ?? (await claimInHand());
  if (!claim) throw new CallError('Refused', 'No claim is in hand.');
  const sourceId = crypto.randomUUID();
  await (await library()).annotations.addSource(claim.id, { ...source, id: sourceId });
  await noteSourceUsed({ annotationId: claim.id, sourceId });
  return { words: claim.words, sourceId };
}

/** The library and a source that was attached from a page. @throws CallError for any other source. */
async function ofPage(sourceId: string) {
  const used = await sourceUsed(sourceId);
  if (!used) throw new CallError('Refused', 'That source was attached from no page.');
  return { ...used, annotations: (await library()).annotations };
}

/** Takes back what was attached from a page. */
export async function takeBackSource(sourceId: string): Promise<void> {
  const { annotations, annotationId } = await ofPage(sourceId);
  await annotations.removeSource(annotationId, sourceId);
}

/** Says how close to the fact a source is that was attached from a page. */
export async function judgeSource(sourceId: string, tier: Tier): Promise<void> {
  const { annotations, annotationId } = await ofPage(sourceId);
  await annotations.patchSource(annotationId, sourceId, { tier });
}

/** Takes a claim in hand: its words are what the reader made of it, or the marked ones. */
export async function takeInHand({ id, claim, target }: Annotation): Promise<void> {
  await writeClaimInHand({ id, words: claim?.statement.trim() || target.exact });
}

/** "Use as source": the page describes what is selected and attaches it. */
export const useSelection = (tabId: number): Promise<void> => orderPage(tabId, 'useSelection', null);

/** A link that was right-clicked becomes a source; the page it stands in says so, and offers Undo. */
export async function useLink(tabId: number, url: string, title: string, claim?: InHand): Promise<void> {
  const used = await attachToClaim({ url, title, stance: 'supports', tier: 'unknown' }, claim);
  await orderPage(tabId, 'sayUsed', used);
}

/** Menus name the claim, and are there only while one is in hand. */
async function showMenus(): Promise<void> {
  if (!contextMenus()) return;
  const held = await readClaimInHand();
  const claim = inMenu(held?.words ?? '');
  const t = await translate();
  const [visible, link, selection] = [
    held !== null,
    t('menu.linkAsSource', { claim }),
    t('menu.selectionAsSource', { claim }),
  ];
  await browser.contextMenus.update(LINK_MENU, { visible, title: link });
  await browser.contextMenus.update(SELECTION_MENU, { visible, title: selection });
  await showRecentClaims();
}

/** Every open page shows the claim that is in hand now, or shows none any more. */
async function showInTabs(): Promise<void> {
  const held = await readClaimInHand();
  const tabs = [...(await allTabStates()).keys()];
  await Promise.all(
    tabs.map(async (tabId) => {
      const there = await tellAnnotator(tabId, 'refresh', { annotationIds: [] });
      if (!there && held) await injectAnnotator(tabId).catch(logFault);
    }),
  );
}

/** Follows what is in hand, and makes the menus after installation. */
export function registerClaimInHand(): void {
  onClaimInHand(() => {
    showMenus().catch(logFault);
    showInTabs().catch(logFault);
  });
}

export const refreshMenus = (): Promise<void> => showMenus();
