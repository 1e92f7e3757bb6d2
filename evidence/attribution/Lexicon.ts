/** What the reader of sentences must know of a language. Words in lower case; patterns match one whole word. */
export interface Lexicon {
  /** Finite verbs of asserting. */
  says: Set<string>;
  /** Their participles, after an auxiliary. */
  said: Set<string>;
  /** Verbs that count only where a clause or a quotation follows (“found that”), or a paper is the subject. */
  shows: Set<string>;
  auxiliaries: Set<string>;
  /** Words between subject and verb that change nothing: adverbs, days. */
  asides: Set<string>;
  articles: Set<string>;
  indefinites: Set<string>;
  pronouns: Set<string>;
  /** Pronouns that are objects before an inverted verb (“Das sagte …”). */
  objects: Set<string>;
  conjunctions: Set<string>;
  /** “that” and what else begins what is asserted. */
  that: Set<string>;
  /** Words that no speaker's name contains. */
  stops: Set<string>;
  /** Small words within names. */
  particles: Set<string>;
  /** Prepositions, articles fused with them, that bind a noun to the one before. */
  binders: Set<string>;
  /** The same, only behind people and offices (“spokesman for”). */
  officeBinders: Set<string>;
  /** Prepositions that begin a time or place at a sentence's head. */
  leaders: Set<string>;
  /** Ways to say “according to”, as lists of words; the longest first. */
  according: string[][];
  /** The same behind the speaker (German “zufolge”). */
  accordingAfter: Set<string>;
  nameless: RegExp;
  unnamed: RegExp;
  office: RegExp;
  spokesperson: RegExp;
  person: RegExp;
  paper: RegExp;
  /** Nouns are written with capitals. */
  capitalNouns: boolean;
  /** Adjectives may stand behind their noun. */
  adjectivesBehind: boolean;
  /** The subject may stand behind the verb anywhere. */
  invertsFreely: boolean;
}

export const wordsOf = (text: string): Set<string> => new Set(text.trim().split(/\s+/u));
export const phrases = (...list: string[]): string[][] => list.map((phrase) => phrase.split(' '));
/** A pattern for one whole word. */
export const oneOf = (text: string): RegExp =>
  new RegExp(`^(?:${text.trim().split(/\s+/u).join('|')})$`, 'iu');
