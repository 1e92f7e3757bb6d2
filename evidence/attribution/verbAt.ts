import { endsClause, isBoundary } from './clauseBounds.ts';
import type { Lexicon } from './Lexicon.ts';
import type { Token } from './readTokens.ts';

/** The verb of saying at a token, with its auxiliary; `from` and `to` of the whole group. */
export interface Verb {
  from: number;
  to: number;
  lower: string;
  showing: boolean;
}

/** The verb of saying that begins at a token. */
export function verbAt(tokens: Token[], at: number, words: Lexicon): Verb | undefined {
  const { lower = '', capital = false } = tokens[at] ?? {};
  // A verb with a pronoun behind a hyphen is French: “a-t-il dit”, “affirme-t-elle”.
  const inverted = /^(\p{L}+?)(?:-t)?-(?:il|elle|ils|elles|on|je|nous)$/u.exec(lower)?.[1];
  if (inverted && (words.says.has(inverted) || words.auxiliaries.has(inverted))) {
    return { from: at, to: at + 1, lower: inverted, showing: false };
  }
  if (capital && at > 0 && !isBoundary(tokens[at - 1], words) && words.says.has(lower)) return undefined;
  if (words.auxiliaries.has(lower)) {
    let end = at + 1;
    while (
      end < at + 4 &&
      (words.auxiliaries.has(tokens[end]?.lower ?? '') ||
        /^(?:été|est|ha|haber|have)$/u.test(tokens[end]?.lower ?? ''))
    )
      end++;
    while (end < at + 5 && words.asides.has(tokens[end]?.lower ?? '')) end++;
    const participle = tokens[end]?.lower ?? '';
    if (/^(?:laissé|entender)$/u.test(participle)) {
      const hinted = tokens[end + 1]?.lower === 'entendre';
      return hinted ? { from: at, to: end + 2, lower: participle, showing: false } : undefined;
    }
    if (participle === 'fait') {
      const made = /^(?:savoir|valoir|remarquer|observer|part|état)$/u.test(tokens[end + 1]?.lower ?? '');
      return made ? { from: at, to: end + 2, lower: participle, showing: false } : undefined;
    }
    if (words.said.has(participle) && !tokens[end]?.quoted)
      return { from: at, to: end + 1, lower: participle, showing: false };
    if (words.capitalNouns) {
      // The German participle ends the clause.
      for (let i = at + 1; i < Math.min(tokens.length, at + 16); i++) {
        if (endsClause(tokens[i])) break;
        if (words.said.has(tokens[i]?.lower ?? '') && endsClause(tokens[i + 1]))
          return { from: at, to: at + 1, lower: tokens[i]?.lower ?? '', showing: false };
      }
      return undefined;
    }
    if (/^(?:s'|se)$/u.test(lower) && words.says.has(tokens[at + 1]?.lower ?? ''))
      return { from: at, to: at + 2, lower: tokens[at + 1]?.lower ?? '', showing: false };
    return undefined;
  }
  if (/^(?:geht|gehen|ging|gingen)$/u.test(lower) && words.capitalNouns) {
    const supposes = tokens.slice(at + 1, at + 8).some(({ lower }) => lower === 'davon');
    return supposes ? { from: at, to: at + 1, lower: 'meint', showing: false } : undefined;
  }
  if (words.capitalNouns && !hasParticle(tokens, at)) return undefined;
  if (words.says.has(lower)) return { from: at, to: at + 1, lower, showing: words.shows.has(lower) };
  if (words.shows.has(lower)) return { from: at, to: at + 1, lower, showing: true };
  return undefined;
}

/** German verbs that say something only together with a word further on: “teilte … mit”. */
const PARTICLES: readonly [verb: RegExp, particle: RegExp][] = [
  [/^teil(?:t|te|en|ten)$/u, /^mit$/u],
  [/^kündig(?:t|te|en|ten)$/u, /^an$/u],
  [/^räum(?:t|te|en|ten)$/u, /^ein$/u],
  [/^stell(?:t|te|en|ten)$/u, /^(?:fest|klar)$/u],
  [/^deute(?:t|te|ten)$/u, /^an$/u],
];

function hasParticle(tokens: Token[], at: number): boolean {
  const needed = PARTICLES.find(([verb]) => verb.test(tokens[at]?.lower ?? ''))?.[1];
  const { lower = '' } = tokens[at] ?? {};
  // “Die Stadt sagte das Fest ab”, “glaubt an Wunder”.
  if (/^(?:sag(?:t|te|en|ten))$/u.test(lower)) {
    const end = tokens.findIndex((token, i) => i > at && endsClause(token));
    if (tokens[end - 1]?.lower === 'ab') return false;
  }
  if (/^glaub/u.test(lower) && tokens[at + 1]?.lower === 'an') return false;
  return !needed || tokens.slice(at + 1, at + 30).some(({ lower, quoted }) => !quoted && needed.test(lower));
}
