import type { Annotation } from '#model/records.ts';
import type { Reader } from './Reader.ts';

const END = /^={8,}\s*$/mu;
/** Words of the line that says what a clipping is, in the languages of the device. */
const NOTE = /\b(?:note|notiz|nota|notitie)\b|メモ|笔记|筆記|заметка|notatka|anteckning|مذكرة/iu;
const BOOKMARK =
  /bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|ブックマーク|书签|закладка|zakładka/iu;
const PLACE = /(\d+)(?:\s*[-–]\s*(\d+))?/u;

/** Kindle's “My Clippings”: a title, a line of labels in the device's language, the words, a line of `=`. */
export const kindleClippings: Reader = {
  format: 'kindle',
  knows: ({ text }) => END.test(text) && /^[\uFEFF\s]*[^\n]+\r?\n\s*-\s[^\n]*\|/u.test(text),
  read({ text }, into) {
    let line = 1;
    let last: { title: string; end: string; made: Annotation } | undefined;
    const records = text.split(/^={8,}[^\S\n]*\r?$/mu);
    for (const [at, record] of records.entries()) {
      const first = line + (record.startsWith('\n') ? 1 : 0);
      line += record.match(/\n/gu)?.length ?? 0;
      const [rawTitle = '', label = '', ...rest] = record.replace(/^[\r\n]+/u, '').split(/\r?\n/u);
      const title = rawTitle.replace(/\uFEFF/gu, '').trim();
      const words = rest.join('\n').trim();
      if (title === '' && label === '' && words === '') continue;
      const isCut = at === records.length - 1;
      if (!/^\s*-\s/u.test(label)) {
        into.refuse(first, isCut ? 'the last clipping is cut off' : 'no clipping');
        continue;
      }
      if (BOOKMARK.test(label)) continue;
      const { name, author } = titleOf(title);
      const parts = label
        .replace(/^\s*-\s*/u, '')
        .split('|')
        .map((part) => part.trim());
      const when = parts.length > 1 ? (parts.at(-1) ?? '') : '';
      const place = parts.slice(0, -1).findLast((part) => PLACE.test(part)) ?? '';
      const [, start = '', end = start] = PLACE.exec(place) ?? [];
      const article = into.article(first, { title: name, authors: author, at: when });
      if (!article) continue;
      if (NOTE.test(parts[0] ?? '') && last?.title === title && (last.end === start || last.end === end))
        into.addNote(last.made, words);
      else if (NOTE.test(parts[0] ?? '') && words)
        into.article(first, { title: name, authors: author, note: words });
      else if (words === '') into.refuse(first, isCut ? 'the last clipping is cut off' : 'no marked words');
      else {
        const made = into.highlight(first, article, {
          quote: words,
          at: when,
          ext: { place: parts.slice(0, -1).join(' | ') },
        });
        if (made) last = { title, end, made };
      }
    }
  },
};

/** “The Title (Author, A.)”: the last brackets hold the author. */
function titleOf(title: string): { name: string; author: string[] } {
  const [, name, author] = /^(.*)\s*\(([^()]*)\)\s*$/su.exec(title) ?? [];
  if (name === undefined || author === undefined) return { name: title, author: [] };
  const people = author.split(';').map((one) => {
    const [family, given] = one.split(',').map((part) => part.trim());
    return given && family ? `${given} ${family}` : one.trim();
  });
  return { name: name.trim(), author: people };
}
