/** Who seems to assert a sentence. A suggestion to be confirmed by the reader; never saved by itself. */
export interface AttributionSuggestion {
  /** As written in the sentence. */
  who: string;
  kind: 'person' | 'organisation' | 'anonymous' | 'document';
}

/** Words separated by blanks as alternatives of a pattern, with a small or a capital first letter. */
const anyOf = (words: string): string =>
  words
    .split(' ')
    .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
    .join('|');

const SAYING =
  'said|says?|told|tells?|added|adds?|alleged?|alleges|announced|announces?|argued|argues?|asserted|believes?|claimed|claims?|confirmed|confirms?|declared|denied|denies|deny|estimated|estimates?|explained|insisted|insists?|noted|notes|predicted|predicts?|replied|reported|reports|ruled|stated|states|suggested|tweeted|warned|warns?|writes|wrote';
const SHOWING =
  'concluded|concludes?|found|finds?|indicated|indicates?|revealed|reveals?|showed|shows?|suggested|suggests?';

/** Speakers one cannot ask again, unless an office is named with them. */
const NAMELESS =
  'analysts? campaigners? critics? doctors? economists? employees? experts? insiders? lawyers? officers? officials? researchers? residents? scientists? sources? teachers? witness witnesses workers?';
const OFFICES =
  'agency airline airport association authority authorities bank board bureau charity commission committee company council court department firm foundation government hospital institute investigators ministry office operator opposition organi[sz]ation party police prosecutors? regulators? school society spokesman spokespeople spokesperson spokeswoman union university';
const PERSONS = 'chief director mayor minister president';
const PAPERS =
  'analysis audit bulletin data documents? figures filings? letter memo paper poll records report review statistics statement study survey';

/** Capitalised words that begin a sentence or a time, and so are no part of a name. */
const NO_NAME =
  'After|An?|And|As|Asked|At|Because|Before|But|By|During|Earlier|For|He|However|I|If|In|It|Last|Late|Later|Meanwhile|Next|On|She|Since|So|That|The|There|These|They|This|Those|We|What|When|While|Who|Yet|You|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const CAPITAL = String.raw`(?!(?:${NO_NAME})[\s,])\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*`;
const NAME = String.raw`${CAPITAL}(?:\s+(?:(?:of|for|the|and|de|van|von|der|la|al)\s+){0,3}${CAPITAL}){0,8}`;

const ROLE = anyOf(`${NAMELESS} ${OFFICES} ${PERSONS}`);
/** Words before the noun. A word fits in one way only, and they are counted: a hostile page must not cost time. */
const LEAD = String.raw`(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree|${CAPITAL})\s+){0,5}(?:[a-z-]+(?:['’]s)?\s+){0,2}?`;
const OWNER = String.raw`(?:the\s+)?(?:${NAME}|(?:[a-z-]+\s+)?(?:${ROLE})\b|[a-z-]+)`;
const PHRASE = String.raw`(?:people familiar with [\w ]{3,40}|${LEAD}(?:${ROLE})\b(?:\s+(?:of|for|at|from)\s+${OWNER})?)`;
const DOCUMENT = String.raw`${LEAD}(?:${anyOf(PAPERS)})\b(?:\s+(?:by|from|of|for)\s+${OWNER})?`;

/** Where a subject may begin: at the start, after a mark, a conjunction, or a time (“On Monday …”). */
const BEGIN = String.raw`(?:^|[.,;:”"]\s+|\b(?:[Bb]ut|[Aa]nd|[Aa]s|[Ww]hile|[Bb]ecause)\s+|^(?:On|In|Last|This|Earlier|Late)\s+[\p{L}\d]+\s+)`;
const ASIDE = String.raw`(?:,\s[^,;.]{3,60},)?`;
const THEN = String.raw`\s+(?:(?:has|have|had|also|later|repeatedly|then)\s+){0,2}`;

/** Most certain first. Each has one group: the speaker. */
const PATTERNS = [
  String.raw`[Aa]ccording to\s+(${PHRASE}|${DOCUMENT}|(?:the\s+)?${NAME})`,
  String.raw`[,”"’]\s+(?:${SAYING})\s+((?:the\s+)?${NAME}|${PHRASE})`,
  // “The bank's chief economist, Rolf Dahl, said”: the name is the better answer.
  String.raw`${BEGIN}${PHRASE},\s(${NAME}),${THEN}(?:${SAYING})\b`,
  String.raw`${BEGIN}(${PHRASE}|${NAME})${ASIDE}${THEN}(?:${SAYING})\b`,
  String.raw`${BEGIN}(${DOCUMENT})${ASIDE}${THEN}(?:${SHOWING}|${SAYING})\b`,
].map((pattern) => new RegExp(pattern, 'u'));

const has = (words: string): RegExp => new RegExp(String.raw`\b(?:${anyOf(words)})\b`, 'u');
const [PAPER_HEAD, NAMELESS_HEAD, OFFICE] = [has(PAPERS), has(`${NAMELESS} people`), has(OFFICES)];

function kindOf(who: string): AttributionSuggestion['kind'] {
  const [head = '', owner = ''] = who.split(/\s(?:of|for|at|from|by|with)\s/u);
  // The last word says what the rest belongs to: “the statistics office” is an office.
  const noun = head.split(' ').at(-1) ?? '';
  if (PAPER_HEAD.test(noun)) return 'document';
  if (NAMELESS_HEAD.test(head))
    return OFFICE.test(owner) && /\p{Lu}/u.test(owner) ? 'organisation' : 'anonymous';
  return OFFICE.test(head) || /^(?:the )?[A-Z]{2,6}$/u.test(head) ? 'organisation' : 'person';
}

/**
 * Suggests who asserts an English sentence, from “according to”, verbs of saying and verbs of showing. `null`
 * where no pattern fits or the speaker is only a pronoun: no suggestion is better than a wrong one.
 */
export function suggestAttribution(sentence: string): AttributionSuggestion | null {
  // One sentence is meant; the patterns are not made for a page of text.
  const text = sentence.slice(0, 1_000).replace(/\s+/gu, ' ');
  for (const pattern of PATTERNS) {
    const who = pattern
      .exec(text)?.[1]
      ?.replace(/(?:['’]s)?[\s,]*$/u, '')
      .replace(/\.$/u, '');
    if (who) return { who, kind: kindOf(who) };
  }
  return null;
}
