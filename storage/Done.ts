/** The result of a write that can be undone. `actionId` is absent when nothing had to change. */
export interface Done {
  actionId?: string;
}
