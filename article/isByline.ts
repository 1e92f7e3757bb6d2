/** Longer texts are sentences. */
const LONGEST = 140;
const MONTH =
  '(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|janv|févr|avr|juin|juil|août|ene|abr|ago|dic|gen|mag|giu|lug|ott)\\p{L}*\\.?';
const DATE = `(?:\\d{1,2}\\.?(?:st|nd|rd|th)?\\s+(?:de\\s+)?${MONTH}\\s+(?:de\\s+)?\\d{4}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})`;
const TIME =
  '(?:,?\\s*(?:at|um|à|a las|alle|kl\\.?|-|–|—|\\|)?\\s*\\d{1,2}[:.h]\\d\\d(?:\\s*(?:uhr|[ap]\\.?m\\.?|[a-z]{2,4}))?)?';
const BY =
  '(?:by|von|par|por|di|av|af|door|text|texte|words|autor(?:in|es|a)?|author|written by|reported by)\\s*:?\\s+';
const SAID =
  '(?:(?:first |last )?(?:published|updated|posted|modified|created|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato)(?:\\s+(?:on|am|le|el|il))?\\s*:?\\s*)?';
const NAMES =
  "[\\p{Lu}][\\p{L}\\p{M}'’.-]*(?:[\\s,&]+(?:and|und|et|y|e|og|och|en|de|van|von|der|da|di|[\\p{Lu}][\\p{L}\\p{M}'’.-]*)){0,9}";

/** Who wrote it, perhaps when; or only when. */
const BYLINE = new RegExp(`^${BY}${NAMES}(?:\\s*[,|•·–—-]?\\s*${SAID}${DATE}${TIME})?\\s*$`, 'iu');
const NAMED = new RegExp(`^${NAMES}$`, 'u');
const DATED = new RegExp(`^${SAID}${DATE}${TIME}(?:\\s*[,|•·–—-]?\\s*${SAID}${DATE}${TIME})?\\s*$`, 'iu');
/** What one of them can't do without, in a pattern that is quick to compile. */
const SIGN = new RegExp(`^${BY}|\\d{4}|\\d[./]\\d{1,2}[./]\\d\\d`, 'i');
const OPENS = new RegExp(`^${BY}\\p{Lu}`, 'iu');

/**
 * Whether a line on its own is a byline or a date line (“by Editor, Nov 01, 2025”): words about the article, not of it.
 */
export function isByline(line: string): boolean {
  const text = line.replace(/\s+/g, ' ').trim();
  if (text.length < 5 || text.length > LONGEST || /[!?]$/.test(text) || !SIGN.test(text)) return false;
  if (/[.]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(text)) return false;
  return (opensWithName(text) && BYLINE.test(text)) || isNameAndDate(text) || DATED.test(text);
}

/** “Ylva Brandt | 3 March 2024”. */
function isNameAndDate(text: string): boolean {
  const [, name = '', date = ''] = /^([^,|•·–—-]{3,60}?)\s*[,|•·–—-]\s*(.+)$/u.exec(text) ?? [];
  return NAMED.test(name) && DATED.test(date);
}

/** “By Ylva Brandt”, not “By Monday it had rained”: what follows is in capitals, word by word. */
const opensWithName = (text: string): boolean => {
  if (!OPENS.test(text)) return false;
  const words = text
    .replace(new RegExp(`^${BY}`, 'iu'), '')
    .split(/\s+/)
    .slice(0, 2);
  return words.every((word) => /^[\p{Lu}\d•·|–—&-]/u.test(word));
};
