import type { Lexicon } from './Lexicon.ts';
import type { Token } from './readTokens.ts';

/** Verbs that as often do something to a thing: “recalled the cars”, “a lancé un satellite”, “erklärte den Krieg”. */
const DOING =
  /^(?:recall(?:ed|s)|maintain(?:ed|s)?|admit(?:ted|s)?|conced(?:ed|es)|counter(?:ed|s)|assert(?:ed|s)?|declar(?:ed|es?)|advised?|disclos(?:ed|es)|signalled|retorted|shouted|erklärten?|behaupteten?|glaubt|glaubten?|glauben|äußerten?|rappelle(?:nt)?|rappelait|rappelé|admis|admet(?:tent)?|soutien(?:t|nent)|soutenu|soutenait|lancé|lance|confié|confie|relevé|relève|conclut|conclu(?:ent)?|prévient|préviennent|prévenu|avertit|avertissent|averti|écrit|écrivent|constaté|constate|reconnaît|reconnaissent|reconnu|plaidé|tranché|répondu|répond|noté|déclaré|déclare(?:nt)?|recuerdan?|recordó|recordado|admitido|admiten?|admitió|sostienen?|sostuvo|sostenido|reconoció|reconocen?|reconocido|avanzado|contado|cuentan?|contó|concluyen?|concluyó|concluido|declaró|declaran?|declararon|declarado|avisó|avisan?|escribió|escriben?|escrito|defendido|defendieron|respondió|responden?|apuntan?|apuntó|celebran?|celebró)$/u;

const MARK = /^[,;:–—()[\].!?…]$/u;
/** “admitted he …”, “reconnaît avoir …”, “glaubt nicht, dass”. */
const CLAUSE_HEAD = /^(?:he|she|they|it|we|i|there|to|having|avoir|être|ne|n'|haber|ser|estar|no|nicht|zu)$/u;
/** Whom, when, where: what asserts may stand behind it. */
const BETWEEN =
  /^(?:on|in|at|to|during|after|before|last|this|under|am|im|in|bei|beim|vor|gegenüber|nach|auf|à|au|aux|a|al|ante|en|dans|lors|devant|tras|durante|sobre|sur|après|pendant|upon|über|el|mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ayer)$/u;
/** An English clause needs no “that”, but a verb: “admitted the files were gone”. */
const FINITE = /^(?:was|were|is|are|had|has|have|would|could|will|should|did|does|might|may|can|must)$/u;
const RELATIVE = /^(?:that|which|who|whose|whom)$/u;
const FAR = 10;

/** Whether such a verb is followed by what is asserted; `undefined` for any other verb. */
export function clauseFollows(
  tokens: Token[],
  verb: { to: number; lower: string },
  words: Lexicon,
): boolean | undefined {
  if (!DOING.test(verb.lower)) return undefined;
  const rest = tokens.slice(verb.to, verb.to + FAR);
  const [next] = rest;
  if (!next || next.quoted || MARK.test(next.text)) return true;
  if (words.that.has(next.lower) || CLAUSE_HEAD.test(next.lower)) return true;
  if (BETWEEN.test(next.lower) || words.asides.has(next.lower) || words.said.has(next.lower))
    return rest.some(
      ({ lower, quoted, text }) =>
        words.that.has(lower) || quoted || text === ':' || (words.capitalNouns && text === ','),
    );
  // German objects may stand between: “erklärte der Zeitung, dass …”.
  if (words.capitalNouns)
    return rest.some(({ lower, quoted, text }) => words.that.has(lower) || quoted || text === ':');
  if (words.adjectivesBehind) return false;
  const mark = rest.findIndex(({ text, quoted }) => quoted || MARK.test(text));
  const clause = rest.slice(0, mark < 0 ? rest.length : mark);
  const finite = clause.findIndex(({ lower }) => FINITE.test(lower));
  return finite > 0 && !clause.slice(0, finite).some(({ lower }) => RELATIVE.test(lower));
}
