import type { HistoryKind } from '#model/records.ts';

/**
 * The words of an export. They are English whatever the interface speaks: a file is read by programs, by other people and
 * one day by the import, so they are part of the format.
 */
export const WORDS = {
  open: 'Open in the article',
  openPage: 'Open the article (no link leads to these very words)',
  untitled: 'Untitled article',
  noQuote: 'Note',
  claim: 'Claim',
  quoted: 'Quoted',
  saidBy: 'said by',
  judgeOn: 'to be judged on',
  verdict: 'My verdict',
  sourcing: 'Sourcing',
  tags: 'Tags',
  firstMarked: 'First marked as',
  changed: 'Changed on the page',
  seen: 'seen',
  missing: 'Not found on the page any more',
  waiting: 'Not looked for on the page yet',
  checked: 'checked',
  lastSeen: 'last seen',
  suggested: 'Not found for sure; perhaps now',
  published: 'published',
  modified: 'changed',
  accessed: 'accessed',
  archived: 'archived copy',
  wire: 'wire copy of',
  headlineOn: 'Headline on',
  correction: 'Correction noted',
  library: 'Claimlight library',
  stance: { supports: 'supports', disputes: 'disputes', context: 'context' },
  tier: { primary: 'primary', secondary: 'secondary', unknown: 'tier not judged' },
} as const;

export const HISTORY_WORDS: Record<HistoryKind, string> = {
  'wording-accepted': 'New wording accepted',
  'wording-kept': 'Old wording kept',
  reanchored: 'Anchored anew',
  'note-conflict': 'Note edited in two places',
  'claim-conflict': 'Claim edited in two places',
  'suggestion-accepted': 'New place confirmed',
  'suggestion-refused': 'Not this place',
  'both-kept': 'Both wordings kept',
};
