/** What stands at the end of a link, told from its address alone. */
export type LinkKind =
  | 'same outlet'
  | 'official'
  | 'court'
  | 'study'
  | 'dataset'
  | 'document'
  | 'social'
  | 'other';

/** A link of the article that may be a source of the highlighted words. */
export interface LinkCandidate {
  url: string;
  /** The link's own words. */
  text: string;
  /** Within the highlight, or in its sentence or the one next to it. */
  place: 'inside' | 'beside';
  kind: LinkKind;
}

/** The same as the page has it, before it is typed by where it leads: that takes the list of public suffixes, which is too large for pages. */
export type FoundLink = Omit<LinkCandidate, 'kind'>;
