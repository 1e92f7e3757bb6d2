import type { Gathering } from './Gathering.ts';
import { readQuotes } from './markdownQuotes.ts';
import { fieldsOf, isFields, listOf, othersOf, stringOf } from './Reader.ts';

/** Files of an archive by their path, read as text when asked for. */
export type Archive = Map<string, () => string>;

const METADATA = /(?:^|\/)metadata_\d+_to_\d+\.json$/u;

export const isOmnivore = (archive: Archive): boolean =>
  [...archive.keys()].some((path) => METADATA.test(path));

/** Omnivore's export: what was saved in `metadata_*.json`, the marks only in `highlights/SLUG.md`. */
export function* readOmnivore(archive: Archive, into: Gathering): Generator<void, void> {
  const slugs = new Map<string, { url: unknown; title: unknown }>();
  let line = 0;
  for (const [path, read] of archive) {
    if (!METADATA.test(path)) continue;
    for (const one of entriesOf(read())) {
      yield;
      line++;
      if (!isFields(one)) {
        into.refuse(line, `${path}: not an article`);
        continue;
      }
      const article = into.article(line, {
        url: one.url,
        title: one.title,
        authors: one.author,
        description: one.description,
        publishedAt: one.publishedAt,
        tags: one.labels,
        at: one.savedAt,
        ext: othersOf(one, 'url', 'title', 'author', 'description', 'publishedAt', 'labels', 'savedAt'),
      });
      if (article) slugs.set(stringOf(one.slug), { url: one.url, title: one.title });
    }
  }
  for (const [path, read] of archive) {
    const slug = /(?:^|\/)highlights\/(.*)\.md$/u.exec(path)?.[1];
    if (slug === undefined) continue;
    const facts = slugs.get(slug);
    if (facts) yield* readQuotes(read(), path, into, facts);
    else into.refuse(++line, `${path}: its article is not in the file`);
  }
}

function entriesOf(text: string): unknown[] {
  try {
    return listOf(JSON.parse(text) as unknown).map((one) => (isFields(one) ? fieldsOf(one) : one));
  } catch {
    // Cut or damaged: it counts as one entry that can't be read.
    return [null];
  }
}
