/** The claim that the reader took in hand, to find sources for it on other pages. */
export interface InHand {
  /** The annotation's id. */
  id: string;
  /** What is claimed, cut short: every offer names it. */
  words: string;
}
