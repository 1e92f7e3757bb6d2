/** A folder that is kept up to date with Markdown files, and how far it is. */
export interface VaultStanding {
  /** As the browser remembers it. */
  folder: FileSystemDirectoryHandle;
  /** The manner of Markdown. */
  preset: string;
  /** The library it was written from. */
  libraryId: string;
  /** The last write that is in the folder; -1 before everything was written once. */
  seq: number;
  /** A pass over everything: the write it began after, and the last article that is done. */
  pass: { seq: number; after: string | null } | null;
  /** When it was last brought up to date; null before. */
  at: string | null;
  /** Why it is not up to date: the name of a carrier's fault. */
  fault: string | null;
}

export interface VaultVerbs {
  readonly vault: {
    /** Null where no folder is kept. */
    standing(): Promise<VaultStanding | null>;
    begin(folder: FileSystemDirectoryHandle, preset: string): Promise<void>;
    /** Articles touched by writes after one; null where the log does not reach back so far. */
    changedSince(seq: number): Promise<{ seq: number; articleIds: string[] | null }>;
    /** Names of the files by the ids of their articles. */
    names(): Promise<Map<string, string>>;
    keepNames(names: Map<string, string>): Promise<void>;
    /** Remembers how it went; does nothing where no folder is kept any more. */
    note(change: Partial<Omit<VaultStanding, 'folder'>>): Promise<void>;
    /** Forgets folder and names. The files stay. */
    end(): Promise<void>;
  };
}
