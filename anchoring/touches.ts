import { MARK, type Tokens } from './tokens.ts';

/** What a changed word is about. */
export type Touch = 'figure' | 'date' | 'negation' | 'direction' | 'name';

const set = (words: string): Set<string> => new Set(words.split(/\s+/));

/** Words that turn a sentence round, in the languages most read here. */
const NEGATIONS = set(
  `not no never none nobody nothing neither nor cannot without nowhere hardly barely scarcely unless except
  false untrue deny denies denied denying refuse refuses refused fail fails failed lack lacks lacked
  nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder kaum
  ne pas jamais rien aucun aucune sans personne non ni sin nunca nadie nada ningún ninguna jamás tampoco
  senza mai nessuno nessuna niente nulla neppure não nem sem ninguém nenhum nenhuma
  niet geen nooit niemand niets zonder nergens inte aldrig ingen inget inga utan ikke aldri ingen uden uten
  nie nigdy nikt nic bez не нет никогда никто ничего без değil hayır yok
  لا لم لن ليس ليست لیست ما غير بدون לא אין בלי never 不 没 沒 無 无 未 非 別 别 勿 ない ません ず`,
);

const NUMBER_WORDS = set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand
  thousands million millions billion billions trillion trillions dozen dozens half third thirds quarter quarters
  once twice thrice double doubled triple tripled first second fourth fifth sixth seventh eighth ninth tenth
  percent percentage percentages point points pp bn mn tn million millions milliard milliards millionen milliarde
  milliarden billionen mio mrd tausend prozent prozentpunkt prozentpunkte pourcent millier milliers millones mil milioni
  miliardi miljoen miljard miljoner miljarder tonnes tons kilos kilometres miles metres acres hectares litres gallons
  euro euros dollar dollars pound pounds pence cents degrees celsius fahrenheit majority minority all most some few many several both each every`,
);

const DATES = set(
  `january february march april may june july august september october november december jan feb mar apr jun jul
  aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
  morning afternoon evening week weeks month months year years decade decades century day days hour hours minute
  minutes spring summer autumn winter ago`,
);

/** Words that say which way, how certain, or how much: their change turns a claim. */
const DIRECTIONS = set(
  `up down rise rises rose risen rising fall falls fell fallen falling increase increases increased increasing
  decrease decreases decreased decreasing grow grows grew grown growing shrink shrinks shrank shrunk gain gains gained
  lose loses lost losing loss losses win wins won winning more less fewer higher lower highest lowest above below
  over under before after best worst better worse larger smaller greater bigger largest smallest most least faster
  slower climb climbs climbed drop drops dropped dropping decline declines declined declining surge surges surged
  plunge plunges plunged soar soared slump slumped jump jumped raise raises raised cut cuts reduce reduces reduced
  expand expanded widen widened narrow narrowed improve improved worsen worsened support supports supported oppose
  opposes opposed approve approves approved reject rejects rejected accept accepts accepted allow allows allowed ban
  bans banned legal illegal guilty innocent true confirm confirms confirmed dispute disputes disputed agree agrees
  agreed disagree disagrees disagreed with against for pro anti start starts started end ends ended open opens opened
  close closes closed in out inside outside left right north south east west import imports imported export exports
  exported buy buys bought sell sells sold alive dead always sometimes often rarely may might must can could will
  would should shall is are was were only alleged allegedly reportedly suspected possible impossible likely unlikely`,
);

const YEAR = /^(1[5-9]|20)\d\d$/;
const HAS_DIGIT = /\p{N}/u;
const UPPER = /^\p{Lu}/u;
const SENTENCE_END = /[.!?:"“”'‘’(]\s*$/;

/** Most telling subject of tokens `from..to` of a text, or undefined if none is known. */
export function touchOf(text: string, tokens: Tokens, from: number, to: number): Touch | undefined {
  let best: Touch | undefined;
  for (let i = from; i < to; i++) {
    const touch = touchOfToken(text, tokens, i);
    if (touch && (best === undefined || RANK[touch] < RANK[best])) best = touch;
  }
  return best;
}

const RANK: Record<Touch, number> = { figure: 0, negation: 1, date: 2, direction: 3, name: 4 };

function touchOfToken(text: string, tokens: Tokens, at: number): Touch | undefined {
  const start = tokens.start[at] ?? 0;
  const end = tokens.end[at] ?? 0;
  const word = text.slice(start, end);
  if (tokens.kind[at] === MARK)
    return /[%‰$€£¥]/.test(word) || isSign(text, start, end) ? 'figure' : undefined;
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (YEAR.test(lower)) return 'date';
  if (HAS_DIGIT.test(lower)) return 'figure';
  if (NEGATIONS.has(lower) || lower.endsWith("n't")) return 'negation';
  if (DATES.has(lower) && (lower !== 'may' || UPPER.test(word))) return 'date';
  if (NUMBER_WORDS.has(lower)) return 'figure';
  if (DIRECTIONS.has(lower)) return 'direction';
  if (UPPER.test(word) && !SENTENCE_END.test(text.slice(0, start)) && start > 0) return 'name';
  return undefined;
}

/** A dash right before a digit and not after a letter or digit is a minus sign. */
const isSign = (text: string, start: number, end: number): boolean =>
  /[-−–]/.test(text.slice(start, end)) &&
  /\d/.test(text.charAt(end)) &&
  !/[\p{L}\p{N}]/u.test(text.charAt(start - 1));
