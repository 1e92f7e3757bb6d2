/** Of path and query, UTF-16 units; what comes later is state. */
const LONGEST = 2_000;

/** By what an address names its story: numbers and ids, and the words of its slug. */
interface StoryMarks {
  ids: string[];
  slug: string;
}

/**
 * Whether one address, by its spelling alone, names another story than the other: both carry ids or slugs and none is
 * the same, or the second names no story at all, as sections and front pages do. A reworded slug without a common id
 * counts as another story: follow-ups and parts of a series are spelled just so, and so is what a single-page site
 * leaves in its head from the story before. Where the first address names no story itself nothing speaks against the
 * second.
 */
export function namesAnother(own: URL, claimed: URL): boolean {
  const [a, b] = [marksOf(own), marksOf(claimed)];
  if (a.ids.some((id) => b.ids.includes(id)) || (a.slug !== '' && a.slug === b.slug)) return false;
  const isBare = ({ ids, slug }: StoryMarks) => ids.length === 0 && slug === '';
  if (isBare(a)) return speaksOfElse(own, b);
  return isBare(b) || (a.ids.length > 0 && b.ids.length > 0) || (a.slug !== '' && b.slug !== '');
}

/** Whether both addresses carry one id or one slug. */
export function sharesStory(one: URL, other: URL): boolean {
  const [a, b] = [marksOf(one), marksOf(other)];
  return a.ids.some((id) => b.ids.includes(id)) || (a.slug !== '' && a.slug === b.slug);
}

/** Two words make no sure slug, but where the other has one and shares none of them, they are not its short form. */
function speaksOfElse(own: URL, { slug }: StoryMarks): boolean {
  const last = wordsOf(
    readable(own)
      .split(/[/?]/)
      .findLast((part) => part.includes('-')) ?? '',
  );
  return (
    last.length === 2 &&
    last.every(isPlain) &&
    slug !== '' &&
    !last.some((word) => slug.split('-').includes(word))
  );
}

function marksOf(address: URL): StoryMarks {
  const path = readable(address);
  return { ids: idsIn(path), slug: slugIn(path) };
}

/** Long numbers that are no dates, and strings in which letters and digits take turns as in no word (4x400meter). */
const idsIn = (path: string): string[] => [
  ...(path.match(/\d{5,}/g) ?? []).filter(
    (number) => !/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-3]\d)?$/.test(number),
  ),
  ...(path.match(/[a-z\d]{8,}/g) ?? []).filter((id) => /(?:\d+[a-z]+){2}\d|(?:[a-z]+\d+){2}[a-z]/.test(id)),
];

/** The words of the part of the path that has most of them, from three plain ones on; without ids and the file's ending. */
function slugIn(path: string): string {
  const slugs = path.split(/[/?&=]/).map(wordsOf);
  const longest = slugs.reduce((long, words) => (words.length > long.length ? words : long), []);
  return longest.filter(isPlain).length > 2 ? longest.join('-') : '';
}

const wordsOf = (part: string): string[] =>
  part
    .replace(/\.\w{2,5}$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && idsIn(word).length === 0);

const isPlain = (word: string): boolean => !/\d/.test(word);

function readable(address: URL): string {
  const path = `${address.pathname.replace(/;[^/]*/g, '')}${address.search}`.slice(0, LONGEST);
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    // Escapes of an old encoding: what is written in them stays unread.
    return path.toLowerCase();
  }
}
