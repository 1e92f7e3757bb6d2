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
  *read({ text }, into) {
    let line = 1;
    const marks: Mark[] = [];
    const notes: { line: number; title: string; place: Place; words: string; facts: ArticleFacts }[] = [];
    const records = text.split(/^={8,}[^\S\n]*\r?$/mu);
    for (const [at, record] of records.entries()) {
      yield;
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
      const facts = { title: name, authors: author };
      const article = into.article(first, { ...facts, at: when });
      if (!article) continue;
      if (NOTE.test(parts[0] ?? '')) {
        // It may stand before the mark it belongs to.
        if (words) notes.push({ line: first, title, place: placeOf(place), words, facts });
      } else if (words === '') into.refuse(first, isCut ? 'the last clipping is cut off' : 'no marked words');
      else {
        const ext = { place: parts.slice(0, -1).join(' | ') };
        const made = into.highlight(first, article, { quote: words, at: when, ext });
        if (made) marks.push({ title, place: placeOf(place), made });
      }
    }
    for (const { line: first, title, place, words, facts } of notes) {
      const own = markOf(marks, title, place);
      if (own) into.addNote(own.made, words);
      else into.article(first, { ...facts, note: words });
    }
  },
};

interface Place {
  start: number;
  end: number;
}
interface Mark {
  title: string;
  place: Place;
  made: Annotation;
}
interface ArticleFacts {
  title: string;
  authors: string[];
}

/** “170-172”, and “170-72”, whose end leaves out what it shares with the start. NaN where there is no number. */
function placeOf(text: string): Place {
  const [, start = '', end = start] = PLACE.exec(text) ?? [];
  const whole = end.length < start.length ? start.slice(0, start.length - end.length) + end : end;
  return start === '' ? { start: Number.NaN, end: Number.NaN } : { start: Number(start), end: Number(whole) };
}

/** The mark in which a note stands: the last one of the book that ends there, else one around it. */
function markOf(marks: Mark[], title: string, { start, end }: Place): Mark | undefined {
  const ofBook = marks.filter((mark) => mark.title === title);
  return (
    ofBook.findLast(({ place }) => place.end === start || place.end === end) ??
    ofBook.findLast(({ place }) => place.start <= start && start <= place.end)
  );
}

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
