import * as v from 'valibot';
import { NEVER_LOOKED } from '#model/neverLooked.ts';
import type { Annotation, Article } from '#model/records.ts';
import { AnnotationSchema, ArticleSchema } from '#model/schemas.ts';
import { CAPS, clip, LIMITS } from '#model/text.ts';
import { webAddress } from '#model/webAddress.ts';
import { extOf, mergedExt } from './extOf.ts';
import type { ForeignRecords, RefusedEntry } from './ForeignRecords.ts';
import type { ForeignFormat } from './foreignFormats.ts';
import { readColor } from './readColor.ts';
import { joined, lineOf, namesOf, offsetOf, textOf } from './readField.ts';
import { readTime } from './readTime.ts';
import { stableId } from './stableId.ts';

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
  /** Instead of `ext`, where entries of this program are written, too: what is kept is given back to the letter. */
  entry?: Record<string, unknown>;
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
  /** As of an article. */
  entry?: Record<string, unknown>;
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
          ...mergedExt(before.ext, this.#ext(line, facts).ext),
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
          ...this.#ext(line, facts),
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
      ext: this.#ext(line, facts).ext ?? {},
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
          ...mergedExt(filled(before.ext), filled(checked.output.ext)),
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

  #ext(line: number, { ext, entry }: Pick<ArticleFacts, 'ext' | 'entry'>): { ext?: Record<string, unknown> } {
    const { tooLong, ...kept } = extOf(this.format, entry ?? ext, entry !== undefined);
    if (tooLong.length > 0) this.refuse(line, `too long to be kept: ${tooLong.join(', ')}`);
    return kept;
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

const filled = (ext: Record<string, unknown>) => (Object.keys(ext).length > 0 ? ext : undefined);

function reasonOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  return issue ? `${v.getDotPath(issue) ?? 'record'}: ${issue.message}` : 'not a record';
}
