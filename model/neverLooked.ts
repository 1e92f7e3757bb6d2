import type { AnchorReport, AnchorState } from './records.ts';

/** When an imported mark was last looked for: its page was not opened yet, so it waits for a visit. */
export const NEVER_LOOKED = '1970-01-01T00:00:00.000Z';

/** What the last look found, or `waiting` where the page was never looked at: a mark of another program or device. */
export const lookedState = ({ state, checkedAt }: AnchorReport): AnchorState | 'waiting' =>
  checkedAt === NEVER_LOOKED ? 'waiting' : state;
