import { accordingTo } from './accordingTo.ts';
import { asserts, NEEDS_CLAUSE } from './asserts.ts';
import { betterName } from './betterName.ts';
import { endsClause, isBoundary, MARK, OBLIQUE, STOP } from './clauseBounds.ts';
import type { Lexicon } from './Lexicon.ts';
import { isRole, type NounPhrase, PARTICIPLE, readNounPhrase, readSpeakers } from './readNounPhrase.ts';
import type { Token } from './readTokens.ts';
import type { Speaker } from './Speaker.ts';
import { unquoteIncises } from './unquoteIncises.ts';
import { type Verb, verbAt } from './verbAt.ts';

export function findSpeakers(given: Token[], words: Lexicon): Speaker[] {
  const tokens = words.adjectivesBehind ? unquoteIncises(given, words) : given;
  const found: Speaker[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.quoted || !token.word) continue;
    const speaker = accordingTo(tokens, i, words) ?? byVerb(tokens, i, words);
    if (!speaker) continue;
    if (found.some(({ from, to }) => speaker.from < to && speaker.to > from && speaker.phrase.from >= from))
      continue;
    found.push(speaker);
  }
  const label = labelled(tokens, words);
  if (label) found.unshift(label);
  return found;
}

/** “X: “…””. */
function labelled(tokens: Token[], words: Lexicon): Speaker | undefined {
  const at = tokens.findIndex(({ text, quoted }, i) => text === ':' && !quoted && tokens[i + 1]?.quoted);
  if (at < 1) return undefined;
  const phrase = readNounPhrase(tokens, 0, words, at);
  if (!phrase || phrase.pronoun || phrase.to !== at) return undefined;
  const core = tokens.slice(phrase.from, phrase.coreTo);
  const capitals = core.filter(({ capital }) => capital).length;
  const role = core.some((token) => isRole(token, words));
  if (!role && !(phrase.article === 'none' && capitals >= 2)) return undefined;
  return { phrase, cue: 'label', from: 0, to: at + 1, says: 'after' };
}

/** “Falk, Hale and Quist said”: the names before the last two belong to them. */
function listed(tokens: Token[], phrase: NounPhrase | undefined, words: Lexicon): NounPhrase | undefined {
  if (!phrase || phrase.pronoun) return phrase;
  const joined = tokens
    .slice(phrase.from, phrase.to)
    .some(({ lower }) => /^(?:and|und|et|y|e|sowie)$/u.test(lower));
  if (!joined) return phrase;
  let { from } = phrase;
  while (tokens[from - 1]?.text === ',') {
    let start = from - 2;
    while (start > 0 && !isBoundary(tokens[start - 1], words)) start--;
    const one = readNounPhrase(tokens, start, words, from - 1);
    if (!one || one.pronoun || one.to !== from - 1) break;
    from = start;
  }
  return { ...phrase, from };
}

function byVerb(tokens: Token[], at: number, words: Lexicon): Speaker | undefined {
  // “Le juge”, “the report”: a noun behind its article, and no verb.
  const noun = isRole(tokens[at], words) && words.articles.has(tokens[at - 1]?.lower ?? '');
  const verb = noun ? undefined : verbAt(tokens, at, words);
  if (!verb) return undefined;
  if (/-(?:il|elle|ils|elles|on|je|nous)$/u.test(tokens[at]?.lower ?? '')) {
    const phrase = { from: at, to: at + 1, coreTo: at + 1, pronoun: true, article: 'none' as const };
    return { phrase, cue: 'verb', from: at, to: verb.to, says: 'before' };
  }
  const before = subjectBefore(tokens, verb, words);
  return before === null ? undefined : (before ?? subjectBehind(tokens, verb, words));
}

/** Pronouns that stand before a French or Spanish verb: “le parquet lui reproche”. */
const CLITIC = /^(?:lui|leur|nous|vous|me|te|m'|t'|le|la|les|l'|en|y|lo|los|las|nos)$/u;

/** What stands around an aside. */
const ASIDE = /^[,–—]$/u;

/** “The mayor, who took office in May, has repeatedly denied”. `null` where the verb has its subject, and it asserts nothing. */
function subjectBefore(tokens: Token[], verb: Verb, words: Lexicon): Speaker | null | undefined {
  let end = verb.from;
  // Adverbs and days between subject and verb.
  while (end > 0) {
    const { lower = '', quoted = true } = tokens[end - 1] ?? {};
    if (quoted) break;
    if (/^(?:on|late|earlier|last|am|was|is|quoted|as)$/u.test(lower) && end < verb.from + 1) {
      if (/^(?:was|is|quoted|as)$/u.test(lower) && verb.lower !== 'saying') break;
      end--;
      continue;
    }
    if (
      !words.asides.has(lower) &&
      !(lower.endsWith('ly') && words.binders.has('of')) &&
      !(words.adjectivesBehind && CLITIC.test(lower)) &&
      !words.auxiliaries.has(lower)
    )
      break;
    end--;
  }
  const begin = Math.max(0, verb.from - 40);
  if (ASIDE.test(tokens[end - 1]?.text ?? '')) {
    // An aside: back to the comma that begins it, and over another one.
    for (let i = end - 2; i >= begin; i--) {
      const edge = ASIDE.test(tokens[i]?.text ?? '');
      if (!edge && tokens[i]?.quoted !== true) continue;
      if (!edge) break;
      const speaker = endingAt(tokens, i, begin, words);
      if (speaker && !speaker.pronoun) {
        if (!asserts(tokens, verb, speaker, speaker.from, words)) return null;
        // Not an enumeration or a clause of its own: “…, the ministry, said” needs its speaker at a clause's head.
        const phrase = betterName(tokens, speaker, words);
        return {
          phrase,
          cue: 'verb',
          from: speaker.from,
          to: verb.to,
          says: sideOf(tokens, speaker.from, verb.to, words),
        };
      }
    }
    return undefined;
  }
  const phrase = listed(tokens, endingAt(tokens, end, begin, words), words);
  if (!phrase) return undefined;
  if (words.capitalNouns && OBLIQUE.test(tokens[phrase.from]?.lower ?? '')) return undefined;
  if (words.objects.has(tokens[phrase.from]?.lower ?? '') && phrase.to === phrase.from + 1) return undefined;
  if (
    phrase.pronoun &&
    /^(?:what|which|who|that|qui|quien|quienes|que|was|wer|it|es|this)$/u.test(
      tokens[phrase.from]?.lower ?? '',
    )
  )
    return undefined;
  if (!asserts(tokens, verb, phrase, phrase.from, words)) return undefined;
  return {
    phrase,
    cue: 'verb',
    from: phrase.from,
    to: verb.to,
    says: sideOf(tokens, phrase.from, verb.to, words),
  };
}

/** The phrase that ends exactly before a token and begins its clause; the longest such. */
function endingAt(tokens: Token[], end: number, begin: number, words: Lexicon): NounPhrase | undefined {
  let best: NounPhrase | undefined;
  for (let from = end - 1; from >= Math.max(begin, end - 16); from--) {
    if (tokens[from]?.quoted || MARK.test(tokens[from]?.text ?? '') || STOP.test(tokens[from]?.text ?? ''))
      break;
    if (!atClauseHead(tokens, from, words)) continue;
    const phrase = readSpeakers(tokens, from, words, end);
    if (
      phrase &&
      phrase.to < end &&
      PARTICIPLE.test(tokens[phrase.to]?.lower ?? '') &&
      end - phrase.to < 8 &&
      !phrase.pronoun
    ) {
      if (
        !words.capitalNouns &&
        !tokens
          .slice(phrase.to, end)
          .some((token) => words.says.has(token.lower) && !PARTICIPLE.test(token.lower))
      )
        return phrase;
    }
    if (phrase?.to === end && !words.conjunctions.has(tokens[from]?.lower ?? '')) best = phrase;
  }
  if (best && tokens[best.from - 1] && /^(?:what|which|was|ce)$/u.test(tokens[best.from - 1]?.lower ?? ''))
    return undefined;
  return best;
}

const PREPOSITION = /^(?:on|in|at|during|since|by|en|dans|à|au|tras|durante)$/u;

/** At the start, after a mark or a conjunction, or after a time (“On Monday Falk said”, “Last year the agency”). */
function atClauseHead(tokens: Token[], at: number, words: Lexicon): boolean {
  const before = tokens[at - 1];
  if (isBoundary(before, words)) return true;
  // A German verb stands second: behind “Im Radio” it comes before its subject.
  if (words.capitalNouns) return false;
  for (let back = 1; back <= 4; back++) {
    const leader = tokens[at - back];
    if (!leader || leader.quoted) return false;
    if (words.leaders.has(leader.lower)) {
      // What stands right behind a preposition belongs to it.
      if (back === 1 && PREPOSITION.test(leader.lower)) return false;
      const first = isBoundary(tokens[at - back - 1], words);
      const between = tokens.slice(at - back + 1, at);
      return (
        first &&
        between.every(
          (token) =>
            words.asides.has(token.lower) ||
            /^\d+$/u.test(token.text) ||
            (back <= 2 && !isRole(token, words) && !words.articles.has(token.lower)) ||
            /^(?:year|week|month|january|february|march|april|may|june|july|august|september|october|november|december)$/u.test(
              token.lower,
            ),
        )
      );
    }
  }
  return !!before && words.asides.has(before.lower) && isBoundary(tokens[at - 2], words);
}

function sideOf(tokens: Token[], from: number, to: number, words: Lexicon): Speaker['says'] {
  const before = tokens[from - 1];
  const opens = !before || STOP.test(before.text) || words.conjunctions.has(before.lower);
  const rest = tokens.slice(to);
  const ends =
    rest.length === 0 ||
    rest.every(
      ({ word, text }, i) => !word || (i < 6 && !/^[,:;]$/u.test(text) && !rest.some(({ quoted }) => quoted)),
    );
  if (opens) return 'after';
  if (ends && (before.text === ',' || before.quoted))
    return rest.some(({ lower }) => words.that.has(lower)) ? 'after' : 'before';
  return rest.some(({ quoted }) => quoted) || tokens.slice(to, to + 1).some(({ text }) => text === ',')
    ? 'around'
    : before.quoted
      ? 'before'
      : 'after';
}

/** “said Tomas Lind”, “sagte der Minister”, “a déclaré à l'agence le maire”. */
function subjectBehind(tokens: Token[], verb: Verb, words: Lexicon): Speaker | undefined {
  const object = /^(?:l'|le|lo)$/u.test(tokens[verb.from - 1]?.lower ?? '') && words.adjectivesBehind;
  const before = tokens[verb.from - (object ? 2 : 1)];
  const wie =
    before?.lower === 'wie' ||
    before?.lower === 'as' ||
    before?.lower === 'comme' ||
    before?.lower === 'como';
  const afterMark =
    !before || before.text === ',' || before.quoted || before.text === '–' || before.text === '—' || wie;
  if (!words.invertsFreely && !afterMark) return undefined;
  if (!words.capitalNouns && !afterMark && !words.objects.has(before?.lower ?? '')) return undefined;
  if (words.capitalNouns && before && !before.word && !afterMark) return undefined;
  let at = verb.to;
  // To whom, when: “a déclaré mardi à l'AFP”, “explicó ayer a los medios”.
  for (let skipped = 0; skipped < 3; skipped++) {
    const { lower = '', quoted = true } = tokens[at] ?? {};
    if (quoted) break;
    if (lower === 'el' && words.asides.has(tokens[at + 1]?.lower ?? '')) at += 2;
    else if (words.asides.has(lower) && !words.articles.has(lower) && !words.pronouns.has(lower)) {
      at++;
      while (words.asides.has(tokens[at]?.lower ?? '') && !words.articles.has(tokens[at]?.lower ?? '')) at++;
    } else if (/^(?:à|au|aux|a|al|auprès|devant|ante)$/u.test(lower) && words.adjectivesBehind) {
      const whom = readNounPhrase(tokens, at + (/^(?:auprès)$/u.test(lower) ? 2 : 1), words);
      if (!whom) break;
      // “à l'AFP le maire”: the addressee ends where an article begins.
      at = whom.to;
    } else break;
  }
  // “sagte ihr Bruder” is no “sagte ihr”.
  const reflexive =
    /^(?:mir|uns|ihm|ihnen|sich|me|nous)$/u.test(tokens[at]?.lower ?? '') ||
    (tokens[at]?.lower === 'ihr' && !tokens[at + 1]?.capital);
  if (reflexive) at++;
  const phrase = readSpeakers(tokens, at, words);
  if (!phrase) return undefined;
  if (words.capitalNouns && OBLIQUE.test(tokens[phrase.from]?.lower ?? '')) return undefined;
  if (
    phrase.pronoun &&
    /^(?:what|which|who|that|qui|quien|que|was|wer|es|this|it)$/u.test(tokens[phrase.from]?.lower ?? '')
  )
    return undefined;
  if (!phrase.pronoun && !words.adjectivesBehind && !words.capitalNouns) {
    const core = tokens.slice(phrase.from, phrase.coreTo);
    // English inverts only around a quotation or a clause; “, said the plan …” would have its subject before.
    const after = tokens[phrase.to];
    if (!core.some((token) => token.capital || isRole(token, words)) && !endsClause(after)) return undefined;
  }
  if (words.adjectivesBehind && before?.word && !wie && !words.objects.has(before.lower)) return undefined;
  if (words.capitalNouns && before?.word && !wie && NEEDS_CLAUSE.test(verb.lower)) {
    const later = tokens
      .slice(phrase.to)
      .some(
        ({ lower, text, quoted }) =>
          words.that.has(lower) ||
          quoted ||
          text === ',' ||
          text === ':' ||
          /^(?:an|bekannt|hinzu|zurück|ein|mit|davon)$/u.test(lower),
      );
    if (!later) return undefined;
  }
  if (
    verb.showing &&
    !words.says.has(verb.lower) &&
    !tokens.slice(phrase.from, phrase.coreTo).some((token) => words.paper.test(token.lower))
  )
    return undefined;
  const named = phrase.pronoun ? phrase : betterName(tokens, phrase, words);
  const that = tokens
    .slice(named.to, named.to + 6)
    .some(({ lower, text }) => words.that.has(lower) || text === ':');
  const quotedNext = tokens.slice(named.to, named.to + 8).some(({ quoted }) => quoted);
  const says = that ? 'after' : afterMark && before ? (quotedNext ? 'around' : 'before') : 'after';
  return { phrase: named, cue: 'verb', from: verb.from, to: Math.max(named.to, verb.to), says };
}
