import type { Citation } from '#model/Citation.ts';
import type { InHand } from '#model/InHand.ts';
import type { Annotation, ClaimType, Color, Stance, Tier } from '#model/records.ts';
import type { Saving } from '#model/Saving.ts';
import type { Lack } from './readSelection.ts';

/**
 * Why something was not done: this script was left behind by an update, this window keeps nothing, the disk is full,
 * the library's files are damaged, or the library could not write for another reason.
 */
export type Trouble = 'reload' | 'notKept' | 'full' | 'damaged' | 'failed';

/**
 * Why a press does nothing: nothing is selected, it is the reader's own draft, it stands in a frame of another site, it
 * has no words; several passages where one is needed, no claim in hand, or an open editor.
 */
export type Refusal = Lack | 'oneOnly' | 'noClaim' | 'writing';

/** How far what was typed is written down. */
export type QuickSaving = Saving<Trouble | Refusal>;

export interface QuickSource {
  url: string;
  title: string;
  stance: Stance;
}

/** What the frame in the page shows. */
export type QuickState =
  | { kind: 'toolbar'; color: Color; inHand: InHand | null }
  | {
      kind: 'editor';
      annotation: Annotation;
      note: string;
      source: QuickSource | null;
      focus: 'note' | 'source';
      saving: QuickSaving;
    }
  /** Words just made a claim; `suggested` is who seems to say it, '' for nobody. */
  | {
      kind: 'claim';
      annotation: Annotation;
      type: ClaimType;
      attribution: string;
      suggested: string;
      held: boolean;
    }
  | { kind: 'card'; annotation: Annotation; others: number }
  | { kind: 'notice'; trouble: Trouble | Refusal }
  | { kind: 'removed'; actionId: string }
  /** A passage that a claim elsewhere cites. */
  | { kind: 'cited'; citation: Citation; isChanged: boolean }
  /** A source was attached to the claim that `words` name. */
  | { kind: 'used'; words: string; sourceId: string; tier: Tier };

/** What is opened at words once they are marked. */
export type Then = 'note' | 'source' | 'claim' | null;

/** The same for claims and their sources. */
export interface EvidenceActions {
  setClaimType(type: ClaimType): void;
  setAttribution(who: string): void;
  /** What is selected becomes a source of the claim in hand. */
  useAsSource(): void;
  takeBackSource(sourceId: string): void;
  judgeSource(tier: Tier): void;
  /** The claim that is shown is taken in hand, to look for sources elsewhere. */
  takeInHand(): void;
  putDown(): void;
  /** Shows the claim that cites the clicked passage. */
  openClaim(): void;
}

/** What the reader can do in the frame. Every call comes from a trusted event in our own document. */
export interface QuickActions {
  readonly evidence: EvidenceActions;
  mark(color: Color, then: Then): void;
  setColor(color: Color): void;
  typeNote(note: string): void;
  typeSource(source: QuickSource): void;
  edit(focus: 'note' | 'source'): void;
  save(): void;
  remove(): void;
  next(): void;
  undo(actionId: string): void;
  openSidebar(): void;
  close(): void;
}
