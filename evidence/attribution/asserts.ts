import { endsClause } from './clauseBounds.ts';
import { clauseFollows } from './clauseFollows.ts';
import { judges } from './judges.ts';
import type { Lexicon } from './Lexicon.ts';
import type { NounPhrase } from './readNounPhrase.ts';
import type { Token } from './readTokens.ts';
import type { Verb } from './verbAt.ts';

/** What follows “claimed” where nothing is asserted: lives, a title, responsibility for itself. */
const NOT_SAID =
  /^(?:lives?|victims?|title|titles|medals?|gold|silver|bronze|victory|entry|access|bail|yes|no|goodbye|hello|sorry|nothing|little|prayers?|bankruptcy|adieu|merci|non|oui|adiós|gracias|keine?n?|nichts|wenig|rien|peu|nada|poco)$/u;
/** Words whose verb is no assertion unless a clause or a mark follows. */
export const NEEDS_CLAUSE =
  /^(?:added?|adds|ruled?|rules|found|finds?|wrote|writes?|noted?|notes|claims|reports?|estimates?|states?|stated|forecasts?|projects|projected|fears?|hopes?|joked|asked|answered|posted|observed|observes|continued|agreed|agrees|hinted|expected|rejected|rejects|put|puts|disputed|disputes|disputing|held|holds|ajouté|añadido|agregado|note|notent|observe|observent|rapporte|juge|jugent|lance|glisse|tranche|plaide|relève|analyse|promet|promettent|pense|pensent|critique|critiquent|dénonce|cuenta|recuerda|recuerdan|recordó|rappelle|rappellent|espera|informa|calcula|rechaza|critica|defiende|denuncia|contesta|gibt|gab|geben|gaben|wies|weist|wiesen|verwies|fand|kommt|kam|kommen|kamen|lobte|fügte|forderte|fordert|fordern|erinnerte|entschied|schreibt|schrieb|schrieben|meldet|meldete|rechnet|rechnen|verlangt|verlangte|verkündete|verspricht|erwartet|erwarten|erzählt|erzählte)$/u;

/** English verbs in the form that only several speakers have; the same letters are often a noun (“an internal report”). */
const BASE_FORM =
  /^(?:say|tell|add|allege|announce|argue|assert|believe|claim|conclude|confirm|contend|declare|deny|acknowledge|admit|estimate|expect|explain|fear|hope|insist|maintain|note|predict|promise|report|rule|state|stress|suggest|think|warn|write|find|indicate|reveal|show|put|advise)$/u;
const PLURAL = /(?:s|people|police|men|women|data|media|staff|and)$/u;

/** Whether what follows or precedes the verb is an assertion. */
export function asserts(
  tokens: Token[],
  verb: Verb,
  subject: NounPhrase,
  from: number,
  words: Lexicon,
): boolean {
  const head = tokens[subject.coreTo - 1]?.lower ?? '';
  const many =
    (PLURAL.test(head) && !/'s?$/u.test(head)) ||
    tokens.slice(subject.from, subject.to).some(({ lower }) => lower === 'and');
  if (/^puts?$/u.test(verb.lower)) {
    const [next, noun, at] = tokens.slice(verb.to, verb.to + 3).map(({ lower }) => lower);
    return (
      next === 'it' ||
      (next === 'the' && at === 'at' && /^(?:figure|number|total|toll|cost|damage)$/u.test(noun ?? ''))
    );
  }
  if (BASE_FORM.test(verb.lower) && !many && !subject.pronoun) return false;
  const judged = judges(tokens, verb, subject, words);
  if (judged !== undefined) return judged;
  const clauseBehind = clauseFollows(tokens, verb, words);
  if (clauseBehind !== undefined) return clauseBehind;
  const next = tokens[verb.to];
  const paper = tokens.slice(subject.from, subject.coreTo).some((token) => words.paper.test(token.lower));
  const following = tokens.slice(verb.to, verb.to + 4).filter(({ quoted }) => !quoted);
  if (
    !endsClause(next) &&
    following.slice(0, 2).some(({ lower }) => NOT_SAID.test(lower)) &&
    !following.some(({ lower }) => words.that.has(lower))
  )
    return false;
  const clause =
    endsClause(next) ||
    following.some(({ lower, text }, i) => words.that.has(lower) || (i === 1 && text === ',')) ||
    words.pronouns.has(next?.lower ?? '');
  const before = tokens[from - 1];
  const parenthetical = before && (before.text === ',' || before.quoted) && endsClause(next);
  if (verb.showing && !words.says.has(verb.lower))
    return paper || !!following.slice(0, 1).some(({ lower }) => words.that.has(lower)) || !!parenthetical;
  if (/^(?:is|are|was|were|to|for|of|rose|fell)$/u.test(next?.lower ?? '') && NEEDS_CLAUSE.test(verb.lower))
    return false;
  if (NEEDS_CLAUSE.test(verb.lower) && !paper) {
    const later = tokens
      .slice(verb.to, verb.to + 14)
      .some(({ lower, quoted, text }) => words.that.has(lower) || quoted || text === ':');
    return (
      clause ||
      !!parenthetical ||
      (words.capitalNouns && (later || germanClause(tokens, verb))) ||
      /^(?:warns?|estimates?|estimated|reports?|reported|predict|expected|hopes?|fears?|rejected|rejects|disputed|disputes|states?|notes|claims|dénonce|critique|rechaza|critica|denuncia|contesta|defiende|forderte|fordert|fordern|forderten|erwartet|erwarten|rechnet|rechnen|calcula|juge|jugent|meldet|meldete|lobte|analyse|entschied|promet|promettent|verlangt|verlangte|verspricht|verkündete)$/u.test(
        verb.lower,
      )
    );
  }
  return true;
}

/** “schrieb in einem Brief, der Verkauf …”, “wies die Vorwürfe zurück”. */
function germanClause(tokens: Token[], verb: Verb): boolean {
  const rest = tokens.slice(verb.to, verb.to + 12);
  if (/^(?:wies|weist|wiesen|weisen)$/u.test(verb.lower)) return rest.some(({ lower }) => lower === 'zurück');
  const where = /^(?:in|im|auf|an|am|bei|gegenüber|vor)$/u.test(rest[0]?.lower ?? '');
  const comma = rest.findIndex(({ text }) => text === ',');
  return where && comma > 0 && rest.slice(0, comma).every((token) => !endsClause(token));
}
