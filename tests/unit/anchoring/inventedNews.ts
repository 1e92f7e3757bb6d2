/** Invented news text, the same for the same seed: sentences with names, figures and directions. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WHO =
  'Ferry operator Halvane|Mayor Odile Brandt|The harbour board|Union chair Tomas Reuel|Inspector Mirela Stan|The Lindholm council|Analyst Priya Vance|School head Jorun Aske|Marine biologist Leto Amari|The regional court|Minister Casper Dune|Baker Ines Okoro'.split(
    '|',
  );
const DID =
  'announced|confirmed|predicted|recalled|calculated|warned|explained|insisted|promised|complained|noted|reported'.split(
    '|',
  );
const WHAT =
  'that ticket prices rose by|that the bridge would lose|that repairs had cost|that the valley had gained|that visitors bought|that the reservoir dropped by|that the tram line carried|that volunteers collected|that the orchard produced|that the archive held|that the festival drew|that engineers replaced'.split(
    '|',
  );
const UNIT =
  'percent|tonnes of gravel|thousand crowns|passengers a day|square metres|bottles of cider|old photographs|wooden beams|litres each second|signatures|school places|fishing permits'.split(
    '|',
  );
const WHEN =
  'since the spring storm|before the autumn fair|in the week after the vote|during the long strike|on the northern shore|near the abandoned quarry|under the new timetable|despite heavy fog|beside the painted chapel|through the winter months|along the eastern canal|after the museum reopened'.split(
    '|',
  );

const SYLLABLES = 'bra|del|fin|gor|hal|jun|kel|lor|mar|nev|ost|pra|quil|ras|sol|tam|urd|vel|win|zor'.split(
  '|',
);

/** A name nobody has, so that two articles share turns of phrase but not their subjects. */
function inventedName(random: () => number): string {
  const syllable = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
  const name = syllable() + syllable() + syllable();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function inventedSentence(random: () => number): string {
  const pick = (list: string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const figure = 2 + Math.floor(random() * 9700);
  const who = `${pick(WHO)} of ${inventedName(random)}`;
  const where = `${pick(WHEN)} at ${inventedName(random)}`;
  return `${who} ${pick(DID)} ${pick(WHAT)} ${figure} ${pick(UNIT)} ${where}.`;
}

/** Paragraphs of three or four sentences. */
export function inventedArticle(seed: number, paragraphs = 12): string[] {
  const random = randomFrom(seed);
  return Array.from({ length: paragraphs }, () =>
    Array.from({ length: 3 + Math.floor(random() * 2) }, () => inventedSentence(random)).join(' '),
  );
}

/** Paragraphs that share no word with the others: an article on quite another subject. */
export function foreignArticle(seed: number, paragraphs = 12): string[] {
  const random = randomFrom(seed);
  return Array.from({ length: paragraphs }, () =>
    Array.from({ length: 60 }, () => inventedName(random).toLowerCase()).join(' '),
  );
}
