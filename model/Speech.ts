/** In which language to speak, and the words for it by key. */
export interface Speech {
  /** BCP 47, for dates and figures. */
  tag: string;
  words: Readonly<Record<string, string>>;
}
