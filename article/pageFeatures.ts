/**
 * Named numbers about a page, most of them 0 or 1, none far above 4. The first letter of a name is the reason it
 * belongs to (see `reasons.ts`).
 */
export type Features = Record<string, number>;

export const flag = (value: unknown) => (value ? 1 : 0);
export const log = (value: number) => Math.log10(1 + value);
/** A count as a share of the most that makes a difference. */
export const share = (value: number, most: number) => Math.min(value, most) / most;
