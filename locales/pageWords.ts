/** What the background and the views in pages say: whole groups, or single keys. A test holds them to their code. */
const PAGE_WORDS = [
  'badge',
  'menu',
  'color',
  'quick',
  'claimType',
  'claimPrompt',
  'stance',
  'cited.here',
  'cited.changed',
  'cited.open',
  'tier',
  'tierHint',
  'inHand.take',
  'inHand.how',
  'save',
  'note.label',
  'note.placeholder',
  'note.edit',
  'source.url',
  'source.title',
  'source.stance',
  'source.list',
  'source.problem.url',
  'source.untitled',
  'claim.type',
  'claim.attribution',
  'claim.suggested',
  'toast.undo',
];

/** Whether a key belongs to what the background carries in every language. */
export const isPageWord = (key: string): boolean =>
  PAGE_WORDS.some((name) => key === name || key.startsWith(`${name}.`) || key.startsWith(`${name}#`));

/** Whether a key belongs to what the script for reading by sentence carries; the rest it says has come with the page's words. */
export const isSentenceWord = (key: string): boolean => key.startsWith('sentences.') || key === 'quick.close';

/** Whether the companion's page says it: its own words, and what can be wrong with a server. */
export const isCompanionWord = (key: string): boolean => /^(?:companion|syncFault)\./.test(key);
