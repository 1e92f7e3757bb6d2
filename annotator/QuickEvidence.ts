import { NothingSelectedError } from '#anchoring/index.ts';
import { call } from '#messaging/call.ts';
import type { InHand } from '#model/InHand.ts';
import type { Annotation, ClaimType, Tier } from '#model/records.ts';
import { boxOnPage, CORNER } from './boxOnPage.ts';
import type { HighlightPainter } from './HighlightPainter.ts';
import type { PageAnnotations } from './PageAnnotations.ts';
import type { PageFacts } from './PageFacts.ts';
import type { QuickFrame } from './QuickFrame.ts';
import type { EvidenceActions, QuickState, Refusal } from './QuickState.ts';

/** What stands around: the page, and the one place in it where something can be shown. */
interface Host {
  frame: Pick<QuickFrame, 'focus'>;
  painter: Pick<HighlightPainter, 'focus'>;
  page: PageAnnotations;
  facts: PageFacts;
  lack: () => Refusal;
  state: () => QuickState | null;
  /** Whether the reader is in the middle of writing. */
  isEditing: () => boolean;
  /** What is selected and was not dealt with yet. */
  selected: () => readonly Range[];
  /** It was dealt with. */
  unselect: (ranges: readonly Range[]) => void;
  show: (state: QuickState, place?: () => DOMRect) => void;
  besides: (id: string) => () => DOMRect;
  end: () => void;
  /** Ends what is offered for an id, if it is still shown. */
  endOffer: (id: string) => void;
  refuse: (why: Refusal, ranges?: readonly Range[]) => void;
  fail: (error: unknown) => void;
}

/** What is done in the page for claims and their sources: a claim, a source for the one in hand, a passage that is cited. */
export class QuickEvidence implements EvidenceActions {
  readonly #host: Host;
  #inHand: InHand | null = null;
  /** The address at which what is shown was opened: a single-page site may move on meanwhile. */
  #url = '';

  constructor(host: Host) {
    this.#host = host;
  }

  /** The claim that sources are sought for. */
  get inHand(): InHand | null {
    return this.#inHand;
  }

  /** Says which claim cites the clicked words. */
  showCitation(id: string): void {
    const citation = this.#host.page.citation(id);
    if (!citation) return;
    const isChanged = this.#host.page
      .cited()
      .some((one) => one.citation.id === id && one.place?.state === 'changed');
    this.#url = location.href;
    this.#host.show({ kind: 'cited', citation, isChanged }, this.#host.besides(id));
    this.#host.painter.focus(id);
  }

  openClaim(): void {
    const state = this.#host.state();
    if (state?.kind !== 'cited') return;
    call('openClaim', { url: this.#url, sourceId: state.citation.id }).catch(this.#host.fail);
  }

  /** Makes marked words claims and asks of what kind the first is. Words that were one before stay as they are. */
  async claim(annotation: Annotation, others: readonly Annotation[], url: string): Promise<void> {
    // Just marked words were stored as claims, so that one undo takes back both.
    const asClaim = async (one: Annotation) =>
      one.claim ? one : call('patchAnnotation', { url, id: one.id, patch: { claim: {} } });
    const { id } = annotation;
    const { claim = null } = await asClaim(annotation);
    for (const other of others) await asClaim(other);
    this.#url = url;
    const [type, attribution] = [claim?.type ?? 'other', claim?.attribution ?? ''];
    const suggested = attribution ? '' : await call('speakerOf', { url, id });
    const held = this.#inHand?.id === id;
    this.#host.show(
      { kind: 'claim', annotation, type, attribution, suggested, held },
      this.#host.besides(id),
    );
    this.#host.frame.focus();
  }

  setClaimType(type: ClaimType): void {
    this.#patchClaim({ type });
  }

  setAttribution(attribution: string): void {
    this.#patchClaim({ attribution });
  }

  #patchClaim(claim: { type: ClaimType } | { attribution: string }): void {
    const state = this.#host.state();
    if (state?.kind !== 'claim') return;
    const { annotation } = state;
    this.#host.show({ ...state, ...claim });
    call('patchAnnotation', { url: this.#url, id: annotation.id, patch: { claim } }).catch(this.#host.fail);
  }

  /** The claim that sources are sought for, or none any more. */
  hold(claim: InHand | null): void {
    this.#inHand = claim;
    const state = this.#host.state();
    if (state?.kind === 'toolbar') this.#host.show({ ...state, inHand: claim });
  }

  useAsSource(): void {
    void this.useRanges(this.#host.selected());
  }

  /** Attaches selected words to the claim in hand, or says why not. @returns whether it was tried. */
  async useRanges(ranges: readonly Range[]): Promise<boolean> {
    const [range] = ranges;
    const why = this.#host.isEditing()
      ? 'writing'
      : !this.#inHand
        ? 'noClaim'
        : ranges.length > 1
          ? 'oneOnly'
          : null;
    if (!range || why !== null) {
      this.#host.refuse(why ?? this.#host.lack(), ranges);
      return false;
    }
    try {
      const url = location.href;
      const place = boxOnPage(range);
      const { exact, prefix, suffix } = await this.#host.page.describe(range);
      const quote = { exact, prefix, suffix };
      const used = await call('useAsSource', { url, metadata: this.#host.facts.metadata(url), quote });
      this.#host.unselect([range]);
      this.sayUsed(used, () => place);
    } catch (error) {
      if (error instanceof NothingSelectedError) this.#host.refuse('wordless', ranges);
      else this.#host.fail(error);
    }
    return true;
  }

  /** Names the claim that got a source, and offers to take it back. */
  sayUsed({ words, sourceId }: { words: string; sourceId: string }, place = () => CORNER): void {
    if (this.#host.isEditing()) return;
    this.#host.show({ kind: 'used', words, sourceId, tier: 'unknown' }, place);
    // So that one key says how close the source is; a notice takes no words from anybody.
    this.#host.frame.focus();
  }

  takeBackSource(sourceId: string): void {
    call('takeBackSource', { sourceId })
      .then(() => this.#host.endOffer(sourceId))
      .catch(this.#host.fail);
  }

  judgeSource(tier: Tier): void {
    const state = this.#host.state();
    if (state?.kind !== 'used') return;
    const { sourceId } = state;
    this.#host.show({ ...state, tier });
    call('judgeSource', { sourceId, tier }).catch(this.#host.fail);
  }

  takeInHand(): void {
    const state = this.#host.state();
    if (state?.kind !== 'claim') return;
    const { annotation } = state;
    this.#host.show({ ...state, held: true });
    call('takeInHand', { url: this.#url, id: annotation.id }).catch(this.#host.fail);
  }

  putDown(): void {
    call('putDown', null)
      .then(() => {
        if (!this.#host.isEditing()) this.#host.end();
      })
      .catch(this.#host.fail);
  }
}
