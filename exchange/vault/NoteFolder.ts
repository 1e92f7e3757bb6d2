/** A text file as it was found. */
export interface FoundFile {
  text: string;
  /** Changes whenever the file does. */
  stamp: string;
}

/** The folder of Markdown files, as it is used here. */
export interface NoteFolder {
  /** Undefined where there is none of that name; null where it is no text in UTF-8, and so not ours. */
  read(name: string): Promise<FoundFile | null | undefined>;
  /**
   * Puts a text in the place of a file, whole or not at all.
   * @param stamp of the file as it was read; undefined where there was none
   * @returns false where somebody else changed the file meanwhile: nothing was written
   */
  write(name: string, text: string, stamp: string | undefined): Promise<boolean>;
}
