import type { Lexicon } from './Lexicon.ts';
import { isRole, type NounPhrase, PARTICIPLE, readNounPhrase, readSpeakers } from './readNounPhrase.ts';
import type { Token } from './readTokens.ts';

/** A speaker with the clause that names them. Indexes of tokens. */
export interface Speaker {
  phrase: NounPhrase;
  cue: 'according to' | 'verb' | 'label';
  /** The clause: from its first token to behind its last. */
  from: number;
  to: number;
  /** Said behind the clause (“X said that …”), before it (“…, said X”), or around it. */
  says: 'after' | 'before' | 'around';
}

const MARK = /^[,;:–—()[\]]$/u;
const STOP = /^[.!?…]$/u;
/** What follows “claimed” where nothing is asserted: lives, a title, responsibility for itself. */
const NOT_SAID =
  /^(?:lives?|victims?|title|titles|medals?|gold|silver|bronze|victory|entry|access|bail|yes|no|goodbye|hello|sorry|nothing|little|prayers?|bankruptcy)$/u;
/** Words whose verb is no assertion unless a clause or a mark follows. */
const NEEDS_CLAUSE =
  /^(?:added?|adds|ruled?|rules|found|finds?|wrote|writes?|noted?|notes|claims|reports?|estimates?|states?|stated|forecasts?|projects|projected|fears?|hopes?|joked|asked|answered|posted|observed|observes|continued|agreed|agrees|hinted|expected|rejected|rejects|put|puts|disputed|disputes|disputing|held|holds|ajouté|añadido|agregado|note|notent|observe|observent|rapporte|juge|jugent|lance|glisse|tranche|plaide|relève|analyse|promet|promettent|pense|pensent|critique|critiquent|dénonce|cuenta|espera|informa|calcula|rechaza|critica|defiende|denuncia|contesta|gibt|gab|geben|gaben|wies|weist|wiesen|verwies|fand|kommt|kam|kommen|kamen|lobte|fügte|forderte|fordert|fordern|erinnerte|entschied|schreibt|schrieb|schrieben|meldet|meldete|rechnet|rechnen|verlangt|verlangte|zitierte|verkündete|verspricht|erwartet|erwarten|erzählt|erzählte)$/u;

export function findSpeakers(tokens: Token[], words: Lexicon): Speaker[] {
  const found: Speaker[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.quoted || !token.word) continue;
    const speaker = according(tokens, i, words) ?? byVerb(tokens, i, words);
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

function matches(tokens: Token[], at: number, list: string[]): boolean {
  return list.every((word, i) => tokens[at + i]?.lower === word.toLowerCase() && !tokens[at + i]?.quoted);
}

/** “The ministry's figures”, “Angaben der Polizei” before “zufolge”: what the figures are of. */
const STATEMENTS =
  /^(?:angaben|aussagen?|informationen|berechnungen|schätzungen|erkenntnissen|medienangaben)$/u;

function according(tokens: Token[], at: number, words: Lexicon): Speaker | undefined {
  const { lower = '' } = tokens[at] ?? {};
  if (words.accordingAfter.has(lower)) {
    for (let from = at - 1; from >= Math.max(0, at - 12); from--) {
      if (from > 0 && !isBoundary(tokens[from - 1], words)) continue;
      const phrase = readNounPhrase(tokens, from, words, at);
      if (!phrase || phrase.to !== at) continue;
      if (STATEMENTS.test(tokens[phrase.from]?.lower ?? '') && phrase.coreTo < at) {
        const preposition = /^vo[nm]$/u.test(tokens[phrase.coreTo]?.lower ?? '');
        const inner = readNounPhrase(tokens, phrase.coreTo + (preposition ? 1 : 0), words, at);
        if (inner) return { phrase: inner, cue: 'according to', from, to: at + 1, says: 'around' };
      }
      return { phrase, cue: 'according to', from, to: at + 1, says: 'around' };
    }
    return undefined;
  }
  if (words.capitalNouns && (lower === 'so' || lower === 'hieß' || lower === 'heißt')) {
    const german = soSpeaker(tokens, at, words);
    if (german) return german;
  }
  const list = words.according
    .filter((words) => matches(tokens, at, words))
    .sort((a, b) => b.length - a.length)[0];
  if (!list) return undefined;
  const begin = at + list.length;
  const phrase = readSpeakers(tokens, begin, words);
  if (!phrase) return undefined;
  const named = better(tokens, phrase, words);
  return { phrase: named, cue: 'according to', from: at, to: Math.max(named.to, phrase.to), says: 'around' };
}

/** “…, so der Minister” and “Aus Regierungskreisen hieß es”. */
function soSpeaker(tokens: Token[], at: number, words: Lexicon): Speaker | undefined {
  const before = tokens[at - 1];
  if (tokens[at]?.lower === 'so') {
    if (!before || !(before.text === ',' || before.quoted || before.text === '–')) return undefined;
    const phrase = readSpeakers(tokens, at + 1, words);
    if (!phrase || phrase.pronoun || OBLIQUE.test(tokens[phrase.from]?.lower ?? '')) return undefined;
    const after = tokens[phrase.to];
    if (
      !endsClause(after) &&
      !words.asides.has(after?.lower ?? '') &&
      !/^(?:im|in|bei|beim|gegenüber|vor)$/u.test(after?.lower ?? '')
    )
      return undefined;
    return {
      phrase: better(tokens, phrase, words),
      cue: 'according to',
      from: at,
      to: phrase.to,
      says: 'before',
    };
  }
  if (tokens[at + 1]?.lower !== 'es') return undefined;
  for (let from = at - 1; from >= Math.max(0, at - 6); from--) {
    if (!/^(?:aus|bei|von|vom|beim)$/u.test(tokens[from]?.lower ?? '')) continue;
    const phrase = readNounPhrase(tokens, from + 1, words, at);
    if (phrase?.to === at && !phrase.pronoun)
      return { phrase, cue: 'according to', from, to: at + 2, says: 'after' };
  }
  return undefined;
}

/** German articles that no subject has. */
const OBLIQUE = /^(?:den|dem|des|einen|einem|eines)$/u;

/** “the bank's chief economist, Rolf Dahl,”: the name is the better answer. */
function better(tokens: Token[], phrase: NounPhrase, words: Lexicon): NounPhrase {
  const core = tokens.slice(phrase.from, phrase.to);
  if (tokens[phrase.to]?.text !== ',' || phrase.article === 'none') return phrase;
  if (core.some((token) => words.paper.test(token.lower))) return phrase;
  if (!core.some((token) => isRole(token, words))) return phrase;
  const name = readNounPhrase(tokens, phrase.to + 1, words);
  if (!name || name.pronoun || name.article !== 'none') return phrase;
  const list = tokens.slice(name.from, name.coreTo);
  const capitals = list.filter(({ capital }) => capital).length;
  if (capitals < 2 || list.some((token) => isRole(token, words))) return phrase;
  const after = tokens[name.to];
  return !after || MARK.test(after.text) || STOP.test(after.text) || after.quoted ? name : phrase;
}

const isBoundary = (token: Token | undefined, words: Lexicon): boolean =>
  !token ||
  token.quoted ||
  MARK.test(token.text) ||
  STOP.test(token.text) ||
  words.conjunctions.has(token.lower) ||
  words.that.has(token.lower);

function endsClause(token: Token | undefined): boolean {
  return !token || token.quoted || MARK.test(token.text) || STOP.test(token.text);
}

/** The verb of saying at a token, with its auxiliary; `from` and `to` of the whole group. */
interface Verb {
  from: number;
  to: number;
  lower: string;
  showing: boolean;
}

function verbAt(tokens: Token[], at: number, words: Lexicon): Verb | undefined {
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
  if (words.says.has(lower)) return { from: at, to: at + 1, lower, showing: words.shows.has(lower) };
  if (words.shows.has(lower)) return { from: at, to: at + 1, lower, showing: true };
  return undefined;
}

function byVerb(tokens: Token[], at: number, words: Lexicon): Speaker | undefined {
  const verb = verbAt(tokens, at, words);
  if (!verb) return undefined;
  if (/-(?:il|elle|ils|elles|on|je|nous)$/u.test(tokens[at]?.lower ?? '')) {
    const phrase = { from: at, to: at + 1, coreTo: at + 1, pronoun: true, article: 'none' as const };
    return { phrase, cue: 'verb', from: at, to: verb.to, says: 'before' };
  }
  return subjectBefore(tokens, verb, words) ?? subjectBehind(tokens, verb, words);
}

/** English verbs in the form that only several speakers have; the same letters are often a noun (“an internal report”). */
const BASE_FORM =
  /^(?:say|tell|add|allege|announce|argue|assert|believe|claim|conclude|confirm|contend|declare|deny|acknowledge|admit|estimate|expect|explain|fear|hope|insist|maintain|note|predict|promise|report|rule|state|stress|suggest|think|warn|write|find|indicate|reveal|show|put|advise)$/u;
const PLURAL = /(?:s|people|police|men|women|data|media|staff|and)$/u;

/** Whether what follows or precedes the verb is an assertion. */
function asserts(tokens: Token[], verb: Verb, subject: NounPhrase, from: number, words: Lexicon): boolean {
  const many = tokens.slice(subject.from, subject.to).some(({ lower }) => PLURAL.test(lower));
  if (/^puts?$/u.test(verb.lower) && tokens[verb.to]?.lower === 'it') return true;
  if (BASE_FORM.test(verb.lower) && !many && !subject.pronoun) return false;
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
      (words.capitalNouns && later) ||
      /^(?:warns?|estimates?|estimated|reports?|reported|predict|expected|hopes?|fears?|rejected|rejects|disputed|disputes|states?|notes|claims|dénonce|critique|rechaza|critica|denuncia|contesta|defiende|forderte|fordert|fordern|forderten|erwartet|erwarten|rechnet|rechnen|calcula|juge|jugent|meldet|meldete|lobte|analyse|entschied|promet|promettent|verlangt|verlangte|verspricht|verkündete)$/u.test(
        verb.lower,
      )
    );
  }
  return true;
}

/** “The mayor, who took office in May, has repeatedly denied”. */
function subjectBefore(tokens: Token[], verb: Verb, words: Lexicon): Speaker | undefined {
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
      !words.auxiliaries.has(lower)
    )
      break;
    end--;
  }
  const begin = Math.max(0, verb.from - 40);
  let gapTo = end;
  if (tokens[end - 1]?.text === ',') {
    // An aside: back to the comma that begins it, and over another one.
    for (let i = end - 2; i >= begin; i--) {
      if (tokens[i]?.text !== ',' && tokens[i]?.quoted !== true) continue;
      if (tokens[i]?.text !== ',') break;
      const speaker = endingAt(tokens, i, begin, words);
      if (speaker && !speaker.pronoun) {
        if (!asserts(tokens, verb, speaker, speaker.from, words)) return undefined;
        // Not an enumeration or a clause of its own: “…, the ministry, said” needs its speaker at a clause's head.
        const phrase = better(tokens, speaker, words);
        return {
          phrase,
          cue: 'verb',
          from: speaker.from,
          to: verb.to,
          says: sideOf(tokens, speaker.from, verb.to, words),
        };
      }
    }
    gapTo = end - 1;
    if (!words.capitalNouns) return undefined;
  }
  const phrase = endingAt(tokens, gapTo, begin, words);
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

/** At the start, after a mark or a conjunction, or after a time (“On Monday Falk said”, “Last year the agency”). */
function atClauseHead(tokens: Token[], at: number, words: Lexicon): boolean {
  const before = tokens[at - 1];
  if (isBoundary(before, words)) return true;
  for (let back = 1; back <= 4; back++) {
    const leader = tokens[at - back];
    if (!leader || leader.quoted) return false;
    if (words.leaders.has(leader.lower)) {
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
    if (words.asides.has(lower) && !words.articles.has(lower) && !words.pronouns.has(lower)) {
      at++;
      while (words.asides.has(tokens[at]?.lower ?? '') && !words.articles.has(tokens[at]?.lower ?? '')) at++;
    } else if (/^(?:à|au|aux|a|al|auprès|devant|ante)$/u.test(lower) && words.adjectivesBehind) {
      const whom = readNounPhrase(tokens, at + (/^(?:auprès)$/u.test(lower) ? 2 : 1), words);
      if (!whom) break;
      // “à l'AFP le maire”: the addressee ends where an article begins.
      at = whom.to;
    } else break;
  }
  const reflexive = /^(?:mir|uns|ihm|ihr|ihnen|sich|me|nous)$/u.test(tokens[at]?.lower ?? '');
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
  const named = phrase.pronoun ? phrase : better(tokens, phrase, words);
  const that = tokens
    .slice(named.to, named.to + 6)
    .some(({ lower, text }) => words.that.has(lower) || text === ':');
  const quotedNext = tokens.slice(named.to, named.to + 8).some(({ quoted }) => quoted);
  const says = that ? 'after' : afterMark && before ? (quotedNext ? 'around' : 'before') : 'after';
  return { phrase: named, cue: 'verb', from: verb.from, to: Math.max(named.to, verb.to), says };
}
