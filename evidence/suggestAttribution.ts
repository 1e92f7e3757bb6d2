import type { Span } from '#model/Span.ts';
import { findSpeakers } from './attribution/findSpeakers.ts';
import { languageOf } from './attribution/languageOf.ts';
import { readTokens, type Token } from './attribution/readTokens.ts';
import type { Speaker } from './attribution/Speaker.ts';
import { type SpeakerKind, speakerKind } from './attribution/speakerKind.ts';

/** Who seems to assert a sentence. A suggestion to be confirmed by the reader; never saved by itself. */
export interface AttributionSuggestion {
  /** As written in the sentence. */
  who: string;
  kind: SpeakerKind;
  /** Where `who` stands in the sentence, UTF-16 units. */
  start: number;
  end: number;
}

/** One sentence is meant, not a page of text. */
const LONGEST = 1_000;

/** How far a stretch lies from what a speaker says, in units; 0 within it. */
function distance({ from, to, says }: Speaker, tokens: Token[], span: Span): number {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const middle = (span.start + span.end) / 2;
  if (middle >= start && middle <= end) return 0;
  const behind = middle > end;
  const wrong = (behind && says === 'before') || (!behind && says === 'after');
  return (behind ? middle - end : start - middle) + (wrong ? LONGEST : 0);
}

const BUT = /^(?:but|while|whereas|doch|aber|während|mais|tandis|pero|mientras|sino)$/u;

/** Whether a “but” stands between what a speaker says and the stretch: that is somebody else's. */
function opposed({ from, to }: Speaker, tokens: Token[], span: Span): boolean {
  return tokens.some(({ lower, quoted, start, end }, i) => {
    if (quoted || !BUT.test(lower)) return false;
    return (i >= to && end <= span.start) || (i < from && start >= span.end);
  });
}

/** “Police believe it was arson, Inspector Rook said.”: who stands at the end and says all that was before. */
function enclosing(speakers: Speaker[], tokens: Token[]): Speaker | undefined {
  const [first, last] = [speakers[0], speakers.at(-1)];
  if (!first || !last || first === last || last.phrase.pronoun || first.says !== 'after') return undefined;
  const comma = tokens[last.from - 1]?.text === ',';
  const ends = tokens.slice(last.to).every(({ word }) => !word);
  return comma && ends && (last.says === 'before' || last.cue === 'according to') ? last : undefined;
}

/** The speaker of the stretch; without one, the first named. */
function governing(speakers: Speaker[], tokens: Token[], span: Span | undefined): Speaker | undefined {
  if (!span) {
    const label = speakers.find(({ cue }) => cue === 'label');
    return label ?? (enclosing(speakers, tokens) || speakers[0]);
  }
  const near = speakers
    .filter((speaker) => !opposed(speaker, tokens, span))
    .map((speaker) => ({ speaker, far: distance(speaker, tokens, span) }))
    .sort((a, b) => a.far - b.far);
  const [first] = near;
  // “Falk said she thought …”: the pronoun is whoever was named before in the same breath.
  const outer = first?.speaker.phrase.pronoun
    ? near.find(
        ({ speaker }) =>
          !speaker.phrase.pronoun && speaker.says !== 'before' && speaker.to <= first.speaker.from,
      )
    : undefined;
  return (outer ?? first)?.speaker;
}

/**
 * Suggests who asserts a sentence, or the stretch of it that was marked (`quoteRange`, UTF-16 units), from “according to”, verbs
 * of saying and of showing and their word order, in English, German, French and Spanish (`language`, BCP 47; told from the words where missing).
 * Words within quotation marks name no speaker of the quotation. `null` where nothing fits or the speaker is only a pronoun: no
 * suggestion is better than a wrong one. Linear in the sentence; only its first 1,000 units are read.
 */
export function suggestAttribution(
  sentence: string,
  quoteRange?: Span | null,
  language?: string | null,
): AttributionSuggestion | null {
  const text = sentence.slice(0, LONGEST).replace(/\s/gu, ' ');
  const { code, lexicon } = languageOf(text, language);
  const tokens = readTokens(text, code === 'fr');
  const speaker = governing(findSpeakers(tokens, lexicon), tokens, quoteRange ?? undefined);
  if (!speaker || speaker.phrase.pronoun) return null;
  const { phrase } = speaker;
  const [first, last] = [tokens[phrase.from], tokens[phrase.to - 1]];
  if (!first || !last) return null;
  const who = text.slice(first.start, last.end).replace(/(?:['’]s)?[\s,]*$/u, '');
  return {
    who,
    kind: speakerKind(tokens, phrase, lexicon),
    start: first.start,
    end: first.start + who.length,
  };
}
