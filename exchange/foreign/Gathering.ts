import * as v from 'valibot';
import { NEVER_LOOKED } from '#model/neverLooked.ts';
import { isPlainJson } from '#model/plainJson.ts';
import type { Annotation, Article, Color } from '#model/records.ts';
import { AnnotationSchema, ArticleSchema } from '#model/schemas.ts';
import { CAPS, clip, LIMITS } from '#model/text.ts';
import { webAddress } from '#model/webAddress.ts';
import type { ForeignFormat } from './foreignFormats.ts';
import { readColor } from './readColor.ts';
import { readTime } from './readTime.ts';
import { stableId } from './stableId.ts';

/** A line or entry that was not taken, and why; `line` is its line in the file, or its number from 1 where it has none. */
export interface RefusedEntry {
  line: number;
  reason: string;
}

/** A block that was changed by hand in a Markdown file of ours. */
export interface EditedEntry {
  /** Where the block begins, from 1. */
  line: number;
  /** Of the annotation or the article. */
  id: string;
  /** What was changed: the reader's note, which is read, or something else, which is not. */
  what: 'note' | 'other';
  /** In words. */
  reason: string;
}

/** A colour as a file names it, and what was made of it. */
export interface NamedColor {
  /** As it stands in the file: a name, or `#rrggbb`. */
  name: string;
  color: Color;
  /** Of the annotations that have it. */
  ids: string[];
}

/** What a file of another program holds, as records of ours. */
export interface ForeignRecords {
  /** '' where nobody knows the file. */
  format: ForeignFormat | '';
  articles: Article[];
  annotations: Annotation[];
  refused: RefusedEntry[];
  /** Where the file is Markdown of ours: blocks that were changed by hand. */
  edited?: EditedEntry[];
  /** Colours that the file names. */
  colors?: NamedColor[];
  /** Ids of records that are our own and only came through the other program. */
  own?: string[];
}

interface ArticleFacts {
  url?: unknown;
  title?: unknown;
  authors?: unknown;
  site?: unknown;
  language?: unknown;
  publishedAt?: unknown;
  description?: unknown;
  tags?: unknown;
  note?: unknown;
  at?: unknown;
  ext?: Record<string, unknown>;
}

interface HighlightFacts {
  quote: unknown;
  prefix?: unknown;
  suffix?: unknown;
  start?: unknown;
  end?: unknown;
  note?: unknown;
  tags?: unknown;
  /** As the other program names it, or `#rrggbb`. */
  color?: unknown;
  at?: unknown;
  changedAt?: unknown;
  /** The other program's own id. */
  id?: unknown;
  ext?: Record<string, unknown>;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\r\n?/gu, '\n') : '');
const lineOf = (value: unknown): string | null => textOf(value).replace(/\s+/gu, ' ').trim() || null;

/** A list of names, from a list or from a text with commas; each once, clipped to what a record may hold. */
function namesOf(value: unknown, separator: RegExp, most: number): string[] {
  const all = Array.isArray(value) ? value : textOf(value).split(separator);
  const names = all.map((name) => clip(textOf(name).replace(/\s+/gu, ' ').trim(), LIMITS.name));
  return [...new Set(names)].filter(Boolean).slice(0, most);
}

/** Puts the records of one file together: one article for each address, each record checked as it comes. */
export class Gathering {
  readonly format: ForeignFormat;
  readonly refused: RefusedEntry[] = [];
  readonly #articles = new Map<string, Article>();
  readonly #annotations = new Map<string, Annotation>();
  readonly #keys = new Map<string, string>();
  readonly #colors = new Map<string, Set<string>>();
  readonly #own = new Set<string>();

  constructor(format: ForeignFormat) {
    this.format = format;
  }

  refuse(line: number, reason: string): void {
    this.refused.push({ line, reason });
  }

  /** The article with an address, or with a title where it has none; made, or filled up, from what is known here. */
  article(line: number, facts: ArticleFacts): Article | undefined {
    const typed = textOf(facts.url).trim();
    const url = webAddress(typed);
    const title = lineOf(facts.title);
    if (typed !== '' && url === undefined) {
      this.refuse(line, `no web address: ${clip(typed, 80)}`);
      return undefined;
    }
    if (url === undefined && title === null) {
      this.refuse(line, 'neither an address nor a title');
      return undefined;
    }
    const authors = namesOf(facts.authors, /\s*[;,]\s*|\s+(?:and|und|et|y)\s+/u, CAPS.authors);
    const key = url ?? `${title}\u0000${authors.join(',')}`;
    const at = readTime(facts.at) ?? NEVER_LOOKED;
    const before = this.#articles.get(key);
    const tags = namesOf(facts.tags, /\s*,\s*/u, CAPS.tags);
    const note = clip(textOf(facts.note), LIMITS.note);
    const draft = before
      ? {
          ...before,
          tags: [...new Set([...before.tags, ...tags])].slice(0, CAPS.tags),
          note: joined(before.note, note),
          title: before.title ?? title,
          authors: [...new Set([...before.authors, ...authors])].slice(0, CAPS.authors),
          site: before.site ?? lineOf(facts.site),
          language: before.language ?? lineOf(facts.language),
          publishedAt: before.publishedAt ?? readTime(facts.publishedAt),
          description: before.description ?? lineOf(facts.description),
          ...mergedExt(before.ext, this.#ext(line, facts.ext).ext),
          createdAt:
            at !== NEVER_LOOKED && (before.createdAt === NEVER_LOOKED || at < before.createdAt)
              ? at
              : before.createdAt,
        }
      : {
          title,
          authors,
          site: lineOf(facts.site),
          section: null,
          language: lineOf(facts.language),
          publishedAt: readTime(facts.publishedAt),
          modifiedAt: null,
          canonicalUrl: null,
          description: lineOf(facts.description),
          image: null,
          id: stableId(this.format, 'article', key),
          urls: url === undefined ? [] : [url],
          titleHistory: [],
          kind: 'article',
          tags,
          note,
          edited: [],
          createdAt: at,
          updatedAt: at,
          revision: 1,
          ...this.#ext(line, facts.ext),
        };
    const checked = v.safeParse(ArticleSchema, draft);
    if (!checked.success) {
      this.refuse(line, reasonOf(checked.issues));
      return undefined;
    }
    this.#articles.set(key, checked.output);
    this.#keys.set(checked.output.id, key);
    return checked.output;
  }

  /** A record of ours that came through another program; marks of the same address are put with its article. */
  ownArticle(article: Article): void {
    this.#own.add(article.id);
    this.#articles.set(article.id, article);
    // Two of one file may share an address.
    for (const url of article.urls)
      if ((this.#articles.get(url) ?? article).id === article.id) this.#articles.set(url, article);
  }

  ownAnnotation(annotation: Annotation): void {
    this.#own.add(annotation.id);
    this.#annotations.set(annotation.id, annotation);
  }

  /** A marked passage of an article. @returns undefined where it is refused. */
  highlight(line: number, article: Article, facts: HighlightFacts): Annotation | undefined {
    const exact = textOf(facts.quote).trim();
    if (exact === '') {
      this.refuse(line, 'no marked words');
      return undefined;
    }
    const start = offsetOf(facts.start) ?? 0;
    const at = readTime(facts.at) ?? article.createdAt;
    const foreign = textOf(facts.id);
    const own = foreign || `${exact}\u0000${textOf(facts.prefix)}\u0000${start}\u0000${at}`;
    const id = stableId(this.format, 'highlight', article.id, own);
    const draft = {
      id,
      articleId: article.id,
      url: article.urls[0] ?? '',
      target: {
        exact,
        prefix: textOf(facts.prefix),
        suffix: textOf(facts.suffix),
        start,
        end: Math.max(offsetOf(facts.end) ?? start + exact.length, start),
      },
      anchor: { state: 'missing', checkedAt: NEVER_LOOKED },
      color: readColor(facts.color),
      note: textOf(facts.note),
      tags: namesOf(facts.tags, /\s*,\s*/u, CAPS.tags),
      sources: [],
      history: [],
      createdAt: at,
      updatedAt: readTime(facts.changedAt) ?? at,
      revision: 1,
      origin: { format: this.format, ...(foreign && { id: clip(foreign, LIMITS.line) }) },
      ext: this.#ext(line, facts.ext).ext ?? {},
    };
    const checked = v.safeParse(AnnotationSchema, draft);
    if (!checked.success) {
      this.refuse(line, reasonOf(checked.issues));
      return undefined;
    }
    const named = lineOf(facts.color);
    if (named !== null) this.#colors.set(named, (this.#colors.get(named) ?? new Set()).add(id));
    // The same passage twice in one file is one, with what both rows say: programs repeat rows.
    const before = this.#annotations.get(id);
    const one = before
      ? {
          ...before,
          note: joined(before.note, checked.output.note),
          tags: [...new Set([...before.tags, ...checked.output.tags])].slice(0, CAPS.tags),
        }
      : checked.output;
    this.#annotations.set(id, one);
    return one;
  }

  /** Adds to the note of a passage that came before: an answer, a comment on the next line. */
  addNote({ id }: Pick<Annotation, 'id'>, note: string): void {
    const annotation = this.#annotations.get(id);
    if (annotation) this.#annotations.set(id, { ...annotation, note: joined(annotation.note, note) });
  }

  annotation(id: string): Annotation | undefined {
    return this.#annotations.get(id);
  }

  /** Fields of the other program that have no place in ours, kept as they came under its name; what is too long is told. */
  #ext(line: number, fields: Record<string, unknown> | undefined): { ext?: Record<string, unknown> } {
    const kept = Object.entries(fields ?? {}).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    );
    const tooLong: string[] = [];
    while (kept.length > 0) {
      const ext = { [this.format]: asPlain(Object.fromEntries(kept)) };
      if (isPlainJson(ext, 5, 20_000) && JSON.stringify(ext).length <= LIMITS.note) {
        if (tooLong.length > 0) this.refuse(line, `too long to be kept: ${tooLong.join(', ')}`);
        return { ext };
      }
      const longest = kept.reduce((most, one) => (lengthOf(one) > lengthOf(most) ? one : most));
      kept.splice(kept.indexOf(longest), 1);
      tooLong.push(clip(longest[0], 80));
    }
    if (tooLong.length > 0) this.refuse(line, `too long to be kept: ${tooLong.join(', ')}`);
    return {};
  }

  done(): ForeignRecords {
    const { format, refused } = this;
    return {
      format,
      articles: [...new Map([...this.#articles.values()].map((article) => [article.id, article])).values()],
      annotations: [...this.#annotations.values()],
      refused,
      ...(this.#own.size > 0 && { own: [...this.#own] }),
      ...(this.#colors.size > 0 && {
        colors: [...this.#colors].map(([name, ids]) => ({ name, color: readColor(name), ids: [...ids] })),
      }),
    };
  }
}

/** Two notes on one thing, one below the other; what is said already, word for word, is not said again. */
function joined(before: string, note: string): string {
  const isThere = before.split('\n\n').includes(note) || before === note;
  return isThere ? before : clip(`${before}\n\n${note}`.trim(), LIMITS.note);
}

/** Records may be nested so deep and no deeper; what is deeper is kept as its text. */
const asPlain = (fields: Record<string, unknown>): Record<string, unknown> =>
  isPlainJson(fields, 3, 20_000) ? fields : { json: JSON.stringify(fields) };

const lengthOf = ([, value]: [string, unknown]): number => JSON.stringify(value)?.length ?? 0;

/** What several rows say of one article: a field that they fill in differently holds all of it. */
function mergedExt(
  before: Record<string, unknown> | undefined,
  now: Record<string, unknown> | undefined,
): { ext?: Record<string, unknown> } {
  if (!before || !now) return before || now ? { ext: { ...before, ...now } } : {};
  const [[format, old], [, fresh]] = [
    Object.entries(before)[0] ?? ['', {}],
    Object.entries(now)[0] ?? ['', {}],
  ];
  const fields = { ...(old as object) } as Record<string, unknown>;
  for (const [name, value] of Object.entries(fresh as object)) {
    const all = fields[name] === undefined ? [] : [fields[name]].flat();
    const isThere = all.some((one) => JSON.stringify(one) === JSON.stringify(value));
    if (!isThere) fields[name] = all.length === 0 ? value : [...all, value];
  }
  const ext = { [format]: fields };
  return { ext: isPlainJson(ext, 5, 20_000) && JSON.stringify(ext).length <= LIMITS.note ? ext : before };
}

const offsetOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
};

function reasonOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  return issue ? `${v.getDotPath(issue) ?? 'record'}: ${issue.message}` : 'not a record';
}
