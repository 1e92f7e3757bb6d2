import type { Claim } from '#model/records.ts';

/** What a highlight has that was just called a claim. */
export const NEW_CLAIM: Claim = { statement: '', type: 'other', attribution: '', status: 'open' };
