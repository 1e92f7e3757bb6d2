import { github, plain } from './commonDialects.ts';
import type { Dialect } from './Dialect.ts';
import { logseq } from './logseq.ts';
import type { MarkdownPreset } from './MarkdownPreset.ts';
import { obsidian } from './obsidian.ts';
import { pandoc } from './pandoc.ts';

export const DIALECTS: Record<MarkdownPreset, Dialect> = { plain, github, obsidian, logseq, pandoc };
