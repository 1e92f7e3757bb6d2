import { fieldsOf, isFields, listOf, othersOf, type Reader, stringOf } from './Reader.ts';

const entriesOf = (
  json: unknown,
  test: (one: Record<string, unknown>) => boolean,
): Record<string, unknown>[] => {
  const list = listOf(json).filter(isFields);
  return list.length > 0 && list.some(test) ? list : [];
};

/** wallabag v2: articles with their annotations. */
export const wallabagJson: Reader = {
  format: 'wallabag',
  knows: ({ json }) =>
    Array.isArray(json) &&
    entriesOf(json, (one) => 'url' in one && ('is_archived' in one || 'annotations' in one)).length > 0,
  *read({ json }, into) {
    for (const [at, one] of listOf(json).entries()) {
      yield;
      const line = at + 1;
      const entry = fieldsOf(one);
      const tags = listOf(entry.tags).map((tag) => (isFields(tag) ? (tag.label ?? tag.slug) : tag));
      const article = into.article(line, {
        url: entry.given_url ?? entry.url,
        title: entry.title,
        authors: entry.published_by,
        site: entry.domain_name,
        language: entry.language,
        publishedAt: entry.published_at,
        tags,
        at: entry.created_at,
        // The copy of the text, which no record has room for, is the program's own.
        ext: othersOf(
          entry,
          'given_url',
          'url',
          'title',
          'published_by',
          'domain_name',
          'language',
          'published_at',
          'tags',
          'created_at',
          'annotations',
          'content',
        ),
      });
      if (!article) continue;
      for (const mark of listOf(entry.annotations).map(fieldsOf)) {
        // The ranges are XPaths into wallabag's own copy: kept, but no places in the page.
        const ext = othersOf(mark, 'text', 'quote', 'created_at', 'updated_at');
        const quote = stringOf(mark.quote);
        if (quote.trim())
          into.highlight(line, article, {
            quote,
            note: mark.text,
            at: mark.created_at,
            changedAt: mark.updated_at,
            ext,
          });
        else if (stringOf(mark.text).trim()) into.article(line, { url: article.urls[0], note: mark.text });
        else into.refuse(line, 'an annotation without words');
      }
    }
  },
};

/** Obsidian Web Clipper: highlights by page; newer files repeat them in full under `data`. */
export const obsidianClipperJson: Reader = {
  format: 'obsidianClipper',
  knows: ({ json }) =>
    entriesOf(json, (one) => 'url' in one && ('highlights' in one || 'data' in one)).length > 0,
  *read({ json }, into) {
    for (const [at, one] of listOf(json).entries()) {
      yield;
      const line = at + 1;
      const page = fieldsOf(one);
      const data = listOf(page.data).filter(isFields);
      const shown = listOf(page.highlights).filter(isFields);
      const times = shown.map(({ timestamp }) => timestamp);
      const ext = othersOf(page, 'url', 'title', 'highlights', 'data');
      const article = into.article(line, { url: page.url, title: page.title, at: times[0], ext });
      if (!article) continue;
      if (data.length === 0)
        for (const mark of shown)
          into.highlight(line, article, { quote: mark.text, note: notesOf(mark.notes), at: mark.timestamp });
      for (const group of grouped(data)) {
        const [first = {}] = group;
        const quote = group.map((part) => textOfHtml(stringOf(part.content))).join('\n');
        // The time stands only beside the shown words.
        const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();
        const twin = shown.find(({ text }) => flat(stringOf(text)) === flat(quote));
        into.highlight(line, article, {
          quote,
          prefix: fieldsOf(first.textQuote).prefix,
          suffix: fieldsOf(group.at(-1)?.textQuote).suffix,
          note: notesOf(group.flatMap((part) => listOf(part.notes))),
          at: twin?.timestamp ?? first.timestamp ?? timeOfId(first.id),
          color: first.color,
          id: first.id,
          ext: othersOf(first, 'content', 'notes', 'textQuote'),
        });
      }
    }
  },
};

/** A selection over several paragraphs is one highlight: its parts share a group. */
function grouped(data: Record<string, unknown>[]): Record<string, unknown>[][] {
  const groups = new Map<unknown, Record<string, unknown>[]>();
  for (const part of data) {
    const key = part.groupId ?? part.id ?? part;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()];
}

const notesOf = (notes: unknown): string =>
  listOf(notes)
    .map((note) => (isFields(note) ? stringOf(note.text) : stringOf(note)))
    .filter(Boolean)
    .join('\n\n');

/** Ids begin as times in milliseconds. */
const timeOfId = (id: unknown): string | undefined => /^\d{13}/u.exec(stringOf(id))?.[0];

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a piece of HTML: tags out, a line for each block, references read. Nothing is run or loaded. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)\s*>/giu, '')
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/blockquote)\b[^>]*>/giu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/giu, (whole, decimal, hex, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
        ? String.fromCodePoint(code)
        : '';
    })
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n\s*/gu, '\n')
    .trim();
}

/** Zotero's annotations of snapshots: items with a page and its marks. */
export const zoteroJson: Reader = {
  format: 'zotero',
  knows: ({ json }) =>
    zoteroItems(json).some(
      (one) =>
        'annotationText' in one ||
        'annotationComment' in one ||
        ('sortIndex' in one && 'position' in one) ||
        ('comment' in one && 'text' in one && 'sortIndex' in one),
    ),
  *read({ json }, into) {
    const whole = fieldsOf(json);
    for (const [at, one] of zoteroItems(json).entries()) {
      yield;
      const line = at + 1;
      const parent = fieldsOf(one.parentItem ?? one.item ?? whole.item ?? whole.parent ?? whole);
      const url = stringOf(one.url) || stringOf(parent.url);
      const title = stringOf(parent.title) || stringOf(one.title) || stringOf(whole.title);
      const article = into.article(line, {
        url,
        title,
        authors: creatorsOf(parent.creators),
        publishedAt: parent.date,
        at: one.dateAdded ?? one.dateModified,
      });
      if (!article) continue;
      const position = fieldsOf(one.position ?? parsed(one.annotationPosition));
      const refined = fieldsOf(position.refinedBy);
      const tags = listOf(one.tags).map((tag) => (isFields(tag) ? (tag.tag ?? tag.name) : tag));
      into.highlight(line, article, {
        quote: one.text ?? one.annotationText,
        note: one.comment ?? one.annotationComment,
        color: one.color ?? one.annotationColor,
        tags,
        start: refined.start,
        end: refined.end,
        at: one.dateAdded ?? one.dateModified ?? one.dateCreated,
        changedAt: one.dateModified,
        id: one.key ?? one.id,
        ext: othersOf(
          one,
          'text',
          'comment',
          'color',
          'tags',
          'annotationText',
          'annotationComment',
          'annotationColor',
        ),
      });
    }
  },
};

function zoteroItems(json: unknown): Record<string, unknown>[] {
  const list = Array.isArray(json) ? json : listOf(fieldsOf(json).annotations ?? fieldsOf(json).items);
  return list.filter(isFields).flatMap((one) => {
    const data = isFields(one.data) ? one.data : one;
    const inner = listOf(data.annotations).filter(isFields);
    return inner.length > 0
      ? inner.map((mark) => ({ ...mark, parentItem: mark.parentItem ?? data }))
      : [data];
  });
}

const creatorsOf = (creators: unknown): string[] =>
  listOf(creators)
    .map(fieldsOf)
    .map(
      ({ firstName, lastName, name }) =>
        stringOf(name) || `${stringOf(firstName)} ${stringOf(lastName)}`.trim(),
    )
    .filter(Boolean);

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(stringOf(text));
  } catch {
    // A position in a form of its own: the words are enough.
    return undefined;
  }
}
