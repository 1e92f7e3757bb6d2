/** The programs whose files can be read; the names of views and of kept fields. */
export const FOREIGN_FORMATS = [
  'claimlight',
  'hypothesis',
  'webAnnotation',
  'obsidianClipper',
  'zotero',
  'wallabag',
  'karakeep',
  'readwise',
  'readwiseReader',
  'raindrop',
  'diigo',
  'pocket',
  'instapaper',
  'kindle',
  'markdown',
  'omnivore',
  'table',
] as const;
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];
