export interface FaultCase {
  number: number;
  what: string;
  expected: string;
  tests: [file: string, title: string][];
  /** What this version does not have yet, where the case has no subject. */
  notYet?: string;
}
export const CASES: FaultCase[];
