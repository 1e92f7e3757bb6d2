/** `at`: when a backup was last verified by reading it back; `unsaved`: notes made since. */
export interface BackupAge {
  at: string | null;
  unsaved: number;
}
