import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { Lexicon } from './Lexicon.ts';
import { spanish } from './spanish.ts';

const LEXICONS: Record<string, Lexicon> = { en: english, de: german, fr: french, es: spanish };

/** Small words that tell the four languages apart. */
const TELLING: Record<string, RegExp> = {
  en: /^(?:the|of|and|to|in|that|is|was|said|for|on|with|as|at|by|it|he|she|from|were|would|an|not)$/u,
  de: /^(?:der|die|das|und|ist|nicht|den|von|mit|dem|ein|eine|sagte|dass|zu|für|im|auf|es|hat|sei|wird|werden|laut)$/u,
  fr: /^(?:le|la|les|des|et|est|une|un|du|que|qui|dans|pour|selon|pas|au|aux|sur|ne|a|l'|d'|qu')$/u,
  es: /^(?:el|la|los|las|y|es|una|un|del|que|en|por|para|según|no|se|al|con|dijo|más)$/u,
};

/** The lexicon for a BCP 47 tag (“de-AT”); of a missing or another one, the language whose small words stand in the text. */
export function languageOf(text: string, language?: string | null): { code: string; lexicon: Lexicon } {
  const given = (language ?? '').toLowerCase().split(/[-_]/u)[0] ?? '';
  const known = LEXICONS[given];
  if (known) return { code: given, lexicon: known };
  const words = text.toLowerCase().match(/(?:[ldqu]+['’])|\p{L}+/gu) ?? [];
  const counts = Object.entries(TELLING).map(
    ([code, pattern]) => [code, words.filter((word) => pattern.test(word.replace('’', "'"))).length] as const,
  );
  const [code] = counts.reduce((best, next) => (next[1] > best[1] ? next : best));
  return { code, lexicon: LEXICONS[code] ?? english };
}
