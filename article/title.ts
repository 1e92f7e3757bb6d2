import { cleanText, keyOf } from './cleanText';

export interface TitleSources {
  headline: string;
  og: string;
  twitter: string;
  document: string;
  /** All main headings of the page. */
  h1: string[];
}

/** How much each source is trusted; what two of them say beats either alone. */
const TRUST = { headline: 1.2, h1: 1.25, og: 1, twitter: 0.4, document: 0.6 };

/**
 * The headline: what most sources agree on, with the outlet's name cut off where it stands as head or tail.
 * `names` are the outlet's names and host name. Empty when there is none.
 */
export function chooseTitle(sources: TitleSources, names: string[]): string {
  const outlet = names.map(keyOf).filter((key) => key.length > 1);
  const bare = (text: string) => withoutOutlet(cleanText(text, 500), outlet);
  const said = {
    headline: bare(sources.headline),
    og: bare(sources.og),
    twitter: bare(sources.twitter),
    document: bare(sources.document),
  };
  const others = Object.values(said).filter(Boolean);
  const headings = sources.h1
    .map((text) => cleanText(text, 500))
    .filter((text) => keyOf(text) !== '' && !outlet.includes(keyOf(text)));
  const likest = (text: string) => Math.max(0, ...others.map((other) => likeness(text, other)));
  const h1 = headings.reduce((best, text) => (best === '' || likest(text) > likest(best) ? text : best), '');

  const votes = new Map<string, { text: string; weight: number }>();
  for (const [source, text] of Object.entries({ ...said, h1 })) {
    if (text === '') continue;
    // A decorated heading that no other source resembles may belong to another part of the page.
    const weight =
      source === 'h1' && others.length > 0 && likest(h1) < 0.3 ? 0.5 : TRUST[source as keyof typeof TRUST];
    const vote = votes.get(keyOf(text)) ?? { text, weight: 0 };
    vote.weight += weight;
    votes.set(keyOf(text), vote);
  }
  let best = { text: '', weight: 0 };
  for (const vote of votes.values()) if (vote.weight > best.weight) best = vote;
  return best.text;
}

/** Cuts `… | Outlet`, `… - Desk - Outlet` and `Outlet: …` where the cut part is the outlet's name. */
function withoutOutlet(text: string, outlet: string[]): string {
  let at = text;
  for (let round = 0; round < 3; round++) {
    const tail = /^(.{8,})(?:\s+[-–—·•:»~/]+\s+|\s*[|｜»ㅣ：]\s*)([^|｜–—·•»：]{2,60})$/.exec(at);
    const head = /^([^|｜–—·•»]{2,40}?)\s*(?:[|｜»]|\s[-–—·:]\s)\s*(.{12,})$/.exec(at);
    if (tail?.[1] && isOutlet(tail[2] ?? '', outlet)) at = tail[1].trim();
    else if (head?.[2] && isOutlet(head[1] ?? '', outlet)) at = head[2].trim();
    else break;
  }
  return at;
}

function isOutlet(part: string, outlet: string[]): boolean {
  const key = keyOf(part);
  return (
    key.length > 1 &&
    outlet.some(
      (name) =>
        name === key || (key.length > 2 && name.includes(key)) || (name.length > 3 && key.includes(name)),
    )
  );
}

/** Share of the shorter text's words found in the other, 0..1; 2 where they are the same. */
function likeness(a: string, b: string): number {
  if (keyOf(a) === keyOf(b)) return 2;
  const [wordsA, wordsB] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  if (!wordsA?.size || !wordsB?.size) return 0;
  let shared = 0;
  for (const word of wordsA) if (wordsB.has(word)) shared++;
  return shared / Math.min(wordsA.size, wordsB.size);
}
