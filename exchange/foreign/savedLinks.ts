import type { Gathering } from './Gathering.ts';
import { fieldsOf, isFields, listOf, othersOf, type Reader, stringOf } from './Reader.ts';
import { printedList } from './readwise.ts';

/** Pocket: links with tags, no marks. */
export const pocketCsv: Reader = {
  format: 'pocket',
  knows: ({ table }) => table.has('title', 'url', 'time_added'),
  columns: { note: 'note', url: 'url', title: 'title', date: 'time_added', tags: 'tags' },
  tagsBetween: '|',
  *read({ table }, into) {
    for (const row of table.rows(into)) {
      yield;
      const { line, cell } = row;
      const url = cell('url');
      // Pocket writes the address where it knows no title.
      const title = cell('title') === url ? '' : cell('title');
      const tags = cell('tags').split('|');
      into.article(line, {
        url,
        title,
        tags,
        note: cell('note'),
        at: cell('time_added'),
        ext: row.others(['title', 'url', 'time_added', 'tags', 'note']),
      });
    }
  },
};

/** Instapaper: links, of which some carry the words that were selected when they were saved. */
export const instapaperCsv: Reader = {
  format: 'instapaper',
  knows: ({ table }) => table.has('url', 'title', 'selection', 'folder'),
  columns: { quote: 'selection', url: 'url', title: 'title', date: 'timestamp', tags: 'tags' },
  *read({ table }, into) {
    for (const row of table.rows(into)) {
      yield;
      const { line, cell } = row;
      const tags = tagsIn(cell('tags'));
      const at = cell('timestamp');
      const ext = row.others(['url', 'title', 'selection', 'timestamp', 'tags']);
      const article = into.article(line, { url: cell('url'), title: cell('title'), tags, at, ext });
      if (article && cell('selection').trim())
        into.highlight(line, article, { quote: cell('selection'), at });
    }
  },
};

/** Tags as JSON in a cell, names or objects with a name; or names with commas. */
function tagsIn(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return listOf(value).map((tag) => (isFields(tag) ? tag.name : tag));
  } catch {
    // No JSON: as it is printed.
    return printedList(text);
  }
}

/** “Highlight:…” and “Note:…” lines, as Raindrop and Diigo write them into one cell. */
function takeMarks(
  line: number,
  text: string,
  article: ReturnType<Gathering['article']>,
  into: Gathering,
  at: string,
): void {
  if (!article || text.trim() === '') return;
  const parts = text.split(/^[ \t]*(?=(?:highlight|note|comment|annotation|color)s?[ \t]*:)/gimu);
  let last: ReturnType<Gathering['highlight']>;
  for (const part of parts) {
    const [, kind = '', body = ''] = /^(\w+)[ \t]*:[ \t]*(.*)$/su.exec(part.trim()) ?? [];
    if (/^highlight/iu.test(kind))
      last = body.trim() ? into.highlight(line, article, { quote: body, at }) : undefined;
    else if (/^(?:note|comment|annotation)/iu.test(kind) && body.trim()) {
      if (last) into.addNote(last, body.trim());
      else into.article(line, { url: article.urls[0], title: article.title, note: body.trim() });
    } else if (kind === '' && part.trim()) last = into.highlight(line, article, { quote: part, at });
  }
}

export const raindropCsv: Reader = {
  format: 'raindrop',
  knows: ({ table }) => table.has('title', 'url', 'excerpt', 'highlights'),
  columns: { note: 'note', url: 'url', title: 'title', date: 'created', tags: 'tags' },
  *read({ table }, into) {
    for (const row of table.rows(into)) {
      yield;
      const { line, cell } = row;
      const at = cell('created');
      const known = ['title', 'note', 'excerpt', 'url', 'tags', 'created', 'highlights'];
      const article = into.article(line, {
        url: cell('url'),
        title: cell('title'),
        note: cell('note'),
        description: cell('excerpt'),
        tags: cell('tags'),
        at,
        ext: row.others(known),
      });
      takeMarks(line, cell('highlights'), article, into, at);
    }
  },
};

export const diigoCsv: Reader = {
  format: 'diigo',
  knows: ({ table }) => table.has('title', 'url', 'annotations', 'created_at'),
  columns: { note: 'comments', url: 'url', title: 'title', date: 'created_at', tags: 'tags' },
  *read({ table }, into) {
    for (const row of table.rows(into)) {
      yield;
      const { line, cell } = row;
      const at = cell('created_at');
      const tags = printedList(cell('tags').replace(/"/gu, '')).filter((tag) => tag !== 'no_tag');
      const note = [cell('description'), cell('comments')].filter((text) => text.trim()).join('\n\n');
      const known = ['title', 'url', 'tags', 'description', 'comments', 'annotations', 'created_at'];
      const ext = row.others(known);
      const article = into.article(line, { url: cell('url'), title: cell('title'), note, tags, at, ext });
      takeMarks(line, cell('annotations'), article, into, at);
    }
  },
};

/** Karakeep: bookmarks; its export holds no marks. */
export const karakeepJson: Reader = {
  format: 'karakeep',
  knows: ({ json }) => isFields(json) && Array.isArray(json.bookmarks),
  *read({ json }, into) {
    for (const [at, one] of listOf(fieldsOf(json).bookmarks).entries()) {
      yield;
      const bookmark = fieldsOf(one);
      const content = fieldsOf(bookmark.content);
      const tags = listOf(bookmark.tags).map((tag) => (isFields(tag) ? tag.name : tag));
      if (stringOf(content.type) === 'text' && !content.url) {
        into.refuse(at + 1, 'a text without an address');
        continue;
      }
      into.article(at + 1, {
        url: content.url ?? bookmark.url,
        title: bookmark.title ?? content.title,
        note: bookmark.note,
        tags,
        at: bookmark.createdAt,
        ext: othersOf(bookmark, 'content', 'title', 'note', 'tags', 'createdAt'),
      });
    }
  },
};
