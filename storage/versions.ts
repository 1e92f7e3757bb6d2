import { VersionDraftSchema } from '@/model/drafts';
import type { Version } from '@/model/records';
import { LibraryError } from './errors';
import type { Library } from './library';
import { parse } from './parse';
import type { Reader } from './read';
import { sameJson } from './sameJson';
import type { Writer } from './write';

/** Largest digest, in bytes of JSON. */
const LARGEST = 4_096;
/** Digests kept of one article: the first one and the latest. */
const MOST = 200;

export function versionVerbs(reader: Reader, writer: Writer, newId: () => string): Library['versions'] {
  return {
    async add(articleId, draft) {
      const checked = parse(VersionDraftSchema, draft);
      const id = newId();
      const { result } = await writer.write({}, async (writing) => {
        await writing.article(articleId);
        const store = writing.transaction.objectStore('versions');
        const known = (await store.index('articleId').getAll(articleId)).sort(bySeenAt);
        const latest = known.at(-1);
        if (latest && sameJson(contentOf(latest), contentOf(checked))) return latest;
        const version: Version = { id, articleId, ...checked };
        const bytes = new TextEncoder().encode(JSON.stringify(version)).length;
        if (bytes > LARGEST)
          throw new LibraryError('refused', `A version of ${bytes} bytes, at most ${LARGEST}`);
        if (known.length >= MOST && known[1]) await writing.erase('versions', known[1].id);
        return writing.put('versions', undefined, version);
      });
      return result;
    },

    forArticle: (articleId) =>
      reader.read(async (transaction) => {
        const all = await transaction.objectStore('versions').index('articleId').getAll(articleId);
        return all.sort(bySeenAt);
      }),
  };
}

function bySeenAt(a: Version, b: Version): number {
  return a.seenAt < b.seenAt ? -1 : 1;
}

function contentOf({ headline, modifiedAt, paragraphs, corrected }: Omit<Version, 'id' | 'articleId'>) {
  return { headline, modifiedAt, paragraphs, corrected };
}
