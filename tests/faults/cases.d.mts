export interface FaultCase {
  number: number;
  what: string;
  expected: string;
  tests: [file: string, title: string][];
}
export const CASES: FaultCase[];
