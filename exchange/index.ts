export type { ForeignFormat } from './foreign/foreignFormats.ts';
export type { ForeignRecords, RefusedEntry } from './foreign/Gathering.ts';
export { readForeign } from './foreign/readForeign.ts';
