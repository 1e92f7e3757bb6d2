/** What can be done while an article is read by sentence, in the order of the sheet of keys, and the keys that do it. */
export const SENTENCE_KEYS = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  first: ['Home'],
  last: ['End'],
  repeat: ['r'],
  mark: ['m'],
  claim: ['c'],
  note: ['Enter'],
  source: ['s'],
  use: ['u'],
  keys: ['?'],
  leave: ['Escape'],
} as const satisfies Record<string, readonly string[]>;

export type SentenceDeed = keyof typeof SENTENCE_KEYS;

export const SENTENCE_DEEDS = Object.keys(SENTENCE_KEYS) as SentenceDeed[];

interface Pressed {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/**
 * What a key does while reading by sentence; null for any other, and for chords, which are the browser's. Where a keyboard
 * writes no Latin letters, the place of the letter counts.
 */
export function deedOf({ key, code, ctrlKey, altKey, metaKey }: Pressed): SentenceDeed | null {
  if (ctrlKey || altKey || metaKey) return null;
  const isLatin = key.length > 1 || /[\p{Script=Latin}\p{Script=Common}]/u.test(key);
  const typed = isLatin ? key : code.replace(/^Key/u, '');
  const wanted = typed.length === 1 ? typed.toLowerCase() : typed;
  return SENTENCE_DEEDS.find((deed) => (SENTENCE_KEYS[deed] as readonly string[]).includes(wanted)) ?? null;
}
