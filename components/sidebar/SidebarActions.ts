import type { TagChange } from '#model/drafts.ts';
import type { Claim, Color, Source } from '#model/records.ts';
import type { ArticleOwnActions } from '../ArticleOwn.tsx';
import type { HandedSource } from './handedSource.ts';
import type { Apart } from './SidebarState.ts';

/** What the source form yields. The entry point adds id, times and what it does not ask for. */
export interface SourceDraft extends Pick<Source, 'url' | 'title' | 'stance' | 'tier' | 'locator' | 'note'> {
  /** The very words in the source; empty for none. */
  quote: string;
}

/** Metadata fields the reader can correct. Times as `YYYY-MM-DDTHH:mm` in the reader's zone, or empty. */
export interface MetadataDraft {
  title: string;
  /** One name each. */
  authors: string[];
  site: string;
  section: string;
  language: string;
  publishedAt: string;
  modifiedAt: string;
}

/** What can be done with one annotation, told apart by id. */
export interface CardActions {
  /** Scrolls the page to the highlight (for `suggested`: to the candidate). */
  go(id: string): void;
  /** Every keystroke; the receiver debounces and reports through the card's `saving`. */
  editNote(id: string, note: string): void;
  /** The editor closed: write now what is not yet written. */
  finishNote(id: string): void;
  /** Try again what failed to save. */
  retry(id: string): void;
  /** The reader wants to see what the note said before. */
  lookUpEarlierNotes(id: string): void;
  setColor(id: string, color: Color): void;
  changeTags(id: string, change: TagChange): void;
  /** `undefined` takes the claim away. */
  setClaim(id: string, claim: Claim | undefined): void;
  addSource(id: string, draft: SourceDraft): void;
  /** Gets the fields that were changed: what another window wrote into the others stays. */
  editSource(id: string, sourceId: string, changed: Partial<SourceDraft>): void;
  removeSource(id: string, sourceId: string): void;
  /** The reader wants to add a source: which links stand there? */
  lookUpLinks(id: string): void;
  /** A source that was pasted or dropped: stored at once, and can be undone. */
  handSource(id: string, source: HandedSource): void;
  /** A checked copy of the source in a web archive. */
  archiveSource(id: string, sourceId: string, url: string): void;
  /** Shows every highlight that a source's address stands at, on the library page. */
  showCiting(url: string): void;
  /** Copies the draft of a correction request. */
  copyCorrection(id: string): void;
  /** Takes the claim in hand, to find sources elsewhere; the one in hand is put down. */
  toggleInHand(id: string): void;
  /** Shows a claim of another article. */
  openClaim(articleId: string, annotationId: string): void;
  remove(id: string): void;
  copyLink(id: string): void;
  /** State `changed`: the reader's decision about the new wording. */
  decideWording(id: string, decision: 'keep-old' | 'accept-new' | 'both'): void;
  /** State `suggested`: whether the candidate is the place. */
  decideSuggestion(id: string, yes: boolean): void;
  /** State `missing`: anchor it to what is selected in the page now. */
  anchorToSelection(id: string): void;
  /** Puts back what the note said before. */
  useEarlierNote(id: string, note: string): void;
  /** Two windows or devices wrote the same words at once: the text that shall stand. */
  settleApart(id: string, apart: Apart, text: string): void;
}

/** What can be done with the article and the page. */
export interface ArticleActions extends ArticleOwnActions {
  annotateAnyway(): void;
  /** Begins reading the page by sentence. */
  readSentences(): void;
  putDown(): void;
  /** A checked copy of the article in a web archive. */
  archiveArticle(url: string): void;
  /** The check as a file: to read, or its verdicts for programs. */
  exportCheck(as: 'markdown' | 'reviews'): void;
  reloadPage(): void;
  switchOnHere(): void;
  /** Only the fields that the reader changed: they win from then on, the others follow the page. */
  /** Gets the fields that were changed, and the names as they stood when the form was opened. */
  editMetadata(changed: Partial<MetadataDraft>, base: Pick<MetadataDraft, 'authors'>): void;
  /** This address shows another article: it goes, with what was noted there. */
  separateAddress(address: string): void;
  /** This article and a stored one are the same. */
  sameAs(articleId: string): void;
  copyMarkdown(): void;
  /** Opens the dialog with every format. */
  openExport(): void;
  /** In the form that was taken last. */
  exportAgain(): void;
  /** Shows the page of the whole library. */
  openLibrary(): void;
  openRecovery(): void;
  openOptions(): void;
}
