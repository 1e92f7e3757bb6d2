/** The kinds of Markdown that notes are written in: CommonMark, and what four programs make of it. */
export const MARKDOWN_PRESETS = ['plain', 'github', 'obsidian', 'logseq', 'pandoc'] as const;
export type MarkdownPreset = (typeof MARKDOWN_PRESETS)[number];
