import { signal } from '@preact/signals';
import { type Browser, browser } from 'wxt/browser';
import type { SidebarState } from '#components/sidebar/SidebarState.ts';
import { linkKind } from '#evidence/linkKind.ts';
import type { Anchored } from '#messaging/anchored.ts';
import { ownWindowId } from '#messaging/browserParts.ts';
import { callPage } from '#messaging/call.ts';
import { activeTabOf } from '#messaging/pageOf.ts';
import { onNews } from '#messaging/servePage.ts';
import { onTabStateChange } from '#messaging/tabState.ts';
import type { InHand } from '#model/InHand.ts';
import type { LinkCandidate } from '#model/LinkCandidate.ts';
import { logFault } from '#model/logFault.ts';
import { typedKey } from '#model/typedKey.ts';
import type { EarlierNote, Library } from '#storage/index.ts';
import { onSettingsChange } from '#storage/settings.ts';
import { followClaimInHand } from '../followClaimInHand.ts';
import { isFormOf } from '../isFormOf.ts';
import { KnownClaims } from '../KnownClaims.ts';
import { PanelClaims } from '../PanelClaims.ts';
import { PanelModel } from '../PanelModel.ts';
import { PanelTexts } from '../PanelTexts.ts';
import { PanelNotes } from './PanelNotes.ts';
import { NOTHING, readShown, type Shown } from './readShown.ts';
import { sidebarState, untilLooked } from './sidebarState.ts';

/** What the side panel shows: read again from library and page at every piece of news, never remembered. */
export class SidebarModel extends PanelModel {
  readonly state = signal<SidebarState>({ kind: 'loading' });
  readonly currentId = signal<string | null>(null);
  readonly knownTags = signal<string[]>([]);
  readonly inHand = signal<InHand | null>(null);

  readonly texts: PanelTexts;
  readonly notes: PanelNotes;
  readonly claims: PanelClaims;
  readonly known: KnownClaims;
  /** What notes said before, of the cards where the reader asked. */
  readonly #earlier = new Map<string, EarlierNote[]>();
  /** Links beside the words, of the cards where the reader adds a source. */
  readonly #links = new Map<string, LinkCandidate[]>();
  shown: Shown = NOTHING;
  #allTags: string[] = [];
  #windowId = -1;
  #round = 0;
  /** The one tab it speaks of, where it is a page of its own; null where it follows the reader. */
  readonly ofTab: number | null;

  constructor(library: Library, ofTab: number | null = null) {
    super(library);
    this.ofTab = ofTab;
    const draw = () => this.#draw();
    this.texts = new PanelTexts(library.drafts, draw);
    this.notes = new PanelNotes(library, this.texts);
    this.claims = new PanelClaims({
      texts: this.texts,
      onChange: draw,
      onFault: this.fail,
      write: async (id, claim) => {
        const { annotation } = await library.annotations.patch(id, { claim });
        // Taken away, it shows as it is in the library again.
        if (claim === null) await this.refresh();
        return annotation.revision;
      },
    });
    this.known = new KnownClaims(library);
  }

  /** Follows the active tab of this window until `stop`. */
  async start(stop: AbortSignal): Promise<void> {
    this.#windowId = await ownWindowId();
    const again = () => void this.refresh();
    const onActivated = ({ windowId }: { windowId: number }) => {
      if (this.ofTab !== null || windowId !== this.#windowId) return;
      void this.texts.typed.finishAll();
      again();
    };
    const onUpdated = (tabId: number, change: { url?: string; status?: string; title?: string }) => {
      const { page } = this.shown;
      if (page.kind === 'page' && page.tabId !== tabId) return;
      if (change.url !== undefined || change.status !== undefined || change.title !== undefined) again();
    };
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    stop.addEventListener('abort', () => {
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
    });
    onTabStateChange((tabId) => this.#isShown(tabId) && again(), stop);
    onSettingsChange(again, stop);
    followClaimInHand(
      (held) => {
        this.inHand.value = held;
      },
      this.fail,
      stop,
    );
    onNews(
      {
        changed: ({ articleIds, annotationIds }) => {
          const shown = this.shown.article?.id;
          if (articleIds.length === 0 || articleIds.some((id) => id !== shown)) this.#othersChanged = true;
          void this.#mended()
            .then(() => this.known.changed(annotationIds))
            .then(again)
            .catch(this.fail);
        },
        anchored: ({ tabId }) => this.#isShown(tabId) && again(),
        cardShown: ({ tabId, id }) => {
          if (this.#isShown(tabId)) this.currentId.value = id;
        },
      },
      stop,
    );
    await this.texts.load().catch(logFault);
    await this.refresh();
    await this.known.load().catch(logFault);
    await this.#readTags().catch(logFault);
    this.#draw();
  }

  #shownTab = (): Promise<Browser.tabs.Tab | undefined> =>
    this.ofTab === null
      ? activeTabOf(this.#windowId)
      : // A tab that was closed is none any more.
        browser.tabs.get(this.ofTab).catch(() => undefined);

  /** After the recovery page brought the library back, the trouble is over here, too. */
  async #mended(): Promise<void> {
    if (this.trouble.value?.kind !== 'lost') return;
    const status = await this.library.check();
    if (status === 'ok' || status === 'new') this.trouble.value = null;
  }

  /** Tags of the whole library, to complete from: this article's first, then the most used. */
  async #readTags(): Promise<void> {
    if (this.library.status === 'unavailable') return;
    this.#allTags = (await this.library.facets()).tags.map(({ name }) => name);
  }

  /** Whether an article changed that is not the one shown. */
  #othersChanged = true;

  #isShown = (tabId: number) => 'tabId' in this.shown.page && this.shown.page.tabId === tabId;

  /** Reads everything that is shown. A round overtaken by a newer one is thrown away. */
  async refresh(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const before = this.shown.page;
    const known = this.#othersChanged ? null : this.shown;
    this.#othersChanged = false;
    const shown = await readShown(this.library, this.#shownTab, known);
    if (round !== this.#round) {
      // What was read is thrown away; the round that overtook this one may have relied on it.
      if (!known) this.#othersChanged = true;
      return;
    }
    const { page, fault } = shown;
    if (fault !== null) this.tellTrouble(fault);
    if (before.kind === 'page' && page.kind === 'page' && before.url !== page.url)
      void this.texts.typed.finishAll();
    this.shown = shown;
    await this.notes.resumeShown(shown).catch(logFault);
    this.claims.resume(shown.annotations);
    this.texts.resumeForms((key) => isForm(key, shown));
    const stored = shown.annotations.flatMap(({ sources }) => sources.map(({ id }) => id));
    this.texts.typed.forgetStored(new Set(stored));
    this.#draw();
  }

  #draw(): void {
    const { notes, shown } = this;
    const next = sidebarState(shown, {
      notes,
      claims: this.claims,
      known: this.known,
      earlier: this.#earlier,
      links: this.#links,
    });
    this.state.value = next ?? untilLooked(this.state.value);
    if (next?.kind === 'article')
      this.knownTags.value = [
        ...new Set([...shown.annotations.flatMap(({ tags }) => tags).sort(), ...this.#allTags]),
      ];
  }

  /** Where the page shows an annotation just now, as last read. */
  anchorOf(id: string): Anchored | undefined {
    return this.shown.reading?.anchored.find((one) => one.id === id);
  }

  async lookUpLinks(id: string): Promise<void> {
    const { page } = this.shown;
    if (page.kind !== 'page') return;
    const found = await callPage(page.tabId, 'linksAt', { id });
    this.#links.set(
      id,
      found.map((link) => ({ ...link, kind: linkKind(link.url, page.url) })),
    );
    this.#draw();
  }

  async lookUpEarlierNotes(id: string): Promise<void> {
    this.#earlier.set(id, await this.library.annotations.earlierNotes(id));
    this.#draw();
  }

  /** Id of the shown article's record, made now if nothing was stored yet. */
  storedArticle(): Promise<string> {
    return this.notes.storedArticle(this.shown);
  }
}

/** Whether a kept text belongs to a form on the shown page: of its article, or of one of its highlights. */
function isForm(key: string, { page, annotations }: Shown): boolean {
  if (page.kind === 'page' && (key === typedKey.metadata(page.url) || key === typedKey.articleTag(page.url)))
    return true;
  return annotations.some((one) => isFormOf(key, one));
}
