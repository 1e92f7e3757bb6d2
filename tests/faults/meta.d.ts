import 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What a long test counted, for the table of faults: "50 of 50 kept". */
    figure?: string;
  }
}
