export type { EditedEntry, ForeignRecords, RefusedEntry } from './foreign/ForeignRecords.ts';
export type { ForeignFormat } from './foreign/foreignFormats.ts';
export { readForeign, readForeignInSteps } from './foreign/readForeign.ts';
export { MARKDOWN_PRESETS, type MarkdownPreset } from './presets/MarkdownPreset.ts';
export { readMarkdown } from './presets/readMarkdown.ts';
export { updateMarkdown } from './presets/updateMarkdown.ts';
export { writeMarkdown } from './presets/writeMarkdown.ts';
