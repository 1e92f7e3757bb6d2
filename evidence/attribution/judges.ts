import type { Lexicon } from './Lexicon.ts';
import { isRole, type NounPhrase } from './readNounPhrase.ts';
import type { Token } from './readTokens.ts';

/** Verbs that people and bodies assert something by, and that storms, prices and buildings can have too. */
const JUDGES: readonly [verb: RegExp, needs: RegExp | null][] = [
  [/^(?:accused?|accuses|blame[ds]?)$/u, null],
  [/^(?:urge[ds]?|threaten(?:s|ed)?)$/u, /^to$/u],
  [/^(?:describe[ds]?|dismiss(?:es|ed)?|condemn(?:s|ed)?|critici[sz]e[ds]?)$/u, null],
  [/^(?:droh(?:t|te|en|ten))$/u, /^(?:,|mit)$/u],
  [/^(?:warf|wirft|werfen|warfen)$/u, /^vor$/u],
  [/^(?:hält|halten|hielt|hielten)$/u, /^für$/u],
  [/^(?:bezeichne(?:t|te|n|ten))$/u, /^als$/u],
  [/^(?:nannte|nennt|nennen)$/u, /^[„“»«"]$/u],
  [/^(?:menace(?:nt)?|menaçait)$/u, /^(?:de|d')$/u],
  [/^(?:amenaza|amenazan|amenazó)$/u, /^con$/u],
  [/^(?:accusent|accusait|acusan?|acusó|acusaron)$/u, /^(?:de|d')$/u],
  [/^(?:qualifient|qualifie|califican?|calificó)$/u, /^(?:de|d')$/u],
  [/^(?:reproche(?:nt)?)$/u, /^(?:de|d')$/u],
  // A demand alone asserts nothing.
  [
    /^(?:réclame(?:nt)?|demande(?:nt)?|exige(?:nt)?|reclaman?|reclamó|exigen|exigió|exigieron)$/u,
    /^(?:que|qu'|«)$/u,
  ],
  [/^(?:celebran?|celebró)$/u, null],
];

/** How far behind the verb what it needs may stand. */
const FAR = 14;

/** People, bodies and names; no storms. */
function canSpeak(tokens: Token[], subject: NounPhrase, words: Lexicon): boolean {
  const core = tokens.slice(subject.from, subject.coreTo);
  if (core.some((token) => words.paper.test(token.lower))) return false;
  return core.some((token) => isRole(token, words)) || (subject.article === 'none' && !!core[0]?.capital);
}

/** Whether a verb that things can have too asserts something here; `undefined` for any other verb. */
export function judges(
  tokens: Token[],
  verb: { to: number; lower: string },
  subject: NounPhrase,
  words: Lexicon,
): boolean | undefined {
  const found = JUDGES.find(([pattern]) => pattern.test(verb.lower));
  if (!found) return undefined;
  const next = tokens[verb.to]?.lower ?? '';
  // “The minister blamed for the loss”: a participle, and nobody's words.
  if (/^(?:by|as|for|of)$/u.test(next)) return false;
  if (subject.pronoun || !canSpeak(tokens, subject, words)) return false;
  const [, needs] = found;
  return !needs || tokens.slice(verb.to, verb.to + FAR).some(({ lower }) => needs.test(lower));
}
