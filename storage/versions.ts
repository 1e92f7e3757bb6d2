import { VersionDraftSchema } from '#model/drafts.ts';
import type { Version } from '#model/records.ts';
import { LibraryError } from './errors.ts';
import type { Library } from './library.ts';
import { parse } from './parse.ts';
import type { Reader } from './read.ts';
import { sameJson } from './sameJson.ts';
import type { Writer } from './write.ts';

/** Largest digest, in bytes of JSON. */
const LARGEST = 4_096;
/** Digests kept of one article: the first one and the latest. */
const MOST = 200;
/** Looks at an article less than this apart are one visit, ms: a reload does not make old news of what changed. */
const ONE_VISIT = 30 * 60_000;
/** Earlier headlines handed out. */
const MOST_HEADLINES = 20;

export function versionVerbs(reader: Reader, writer: Writer, newId: () => string): Library['versions'] {
  return {
    async visit(articleId, draft) {
      const checked = parse(VersionDraftSchema, draft);
      const id = newId();
      // No view shows versions as such; what changed is told to the one who asked.
      const { result } = await writer.write({ quiet: () => true }, async (writing) => {
        await writing.article(articleId);
        const store = writing.transaction.objectStore('versions');
        const known = (await store.index('articleId').getAll(articleId)).sort(byLastSeen);
        const since = baselineOf(known, checked.seenAt);
        const headlines = headlinesOf(known);
        // One dated ahead, from when the clock was wrong, is no visit that later ones go on from.
        const latest = known.findLast((version) => lastSeen(version) <= checked.seenAt) ?? known.at(-1);
        if (latest && sameJson(contentOf(latest), contentOf(checked))) {
          const again = { ...latest, lastSeenAt: checked.seenAt };
          const version =
            lastSeen(latest) < checked.seenAt ? await writing.put('versions', latest, again) : latest;
          return { version, since, headlines };
        }
        // The text of one and the same load grew or changed.
        const same = known.find(({ seenAt }) => seenAt === checked.seenAt);
        const version: Version = { id: same?.id ?? id, articleId, ...checked };
        const bytes = new TextEncoder().encode(JSON.stringify(version)).length;
        if (bytes > LARGEST)
          throw new LibraryError('refused', `A version of ${bytes} bytes, at most ${LARGEST}`);
        if (!same && known.length >= MOST && known[1]) await writing.erase('versions', known[1].id);
        return { version: await writing.put('versions', same, version), since, headlines };
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

const lastSeen = ({ seenAt, lastSeenAt }: Version): string => lastSeenAt ?? seenAt;

/** What a visit is to be compared with: the version seen last before it; within the first half hour, the first. */
function baselineOf(known: Version[], seenAt: string): Version | null {
  const earlier = new Date(Date.parse(seenAt) - ONE_VISIT).toISOString();
  const others = known.filter((version) => version.seenAt !== seenAt);
  return others.findLast((version) => lastSeen(version) < earlier) ?? others[0] ?? null;
}

/** Headlines the article had, newest first, each once. */
function headlinesOf(known: Version[]): string[] {
  return [...new Set(known.map(({ headline }) => headline).reverse())].slice(0, MOST_HEADLINES);
}

function bySeenAt(a: Version, b: Version): number {
  return a.seenAt < b.seenAt ? -1 : 1;
}

function byLastSeen(a: Version, b: Version): number {
  return lastSeen(a) < lastSeen(b) ? -1 : 1;
}

function contentOf({ headline, modifiedAt, paragraphs, corrected }: Omit<Version, 'id' | 'articleId'>) {
  return { headline, modifiedAt, paragraphs, corrected };
}
