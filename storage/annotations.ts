import * as v from 'valibot';
import {
  AnnotationDraftSchema,
  AnnotationPatchSchema,
  ReportedAnchorSchema,
  SourceDraftSchema,
  SourcePatchSchema,
} from '#model/drafts.ts';
import type { AnchorReport, Annotation, Source } from '#model/records.ts';
import { applyAnnotationPatch, applyClaimPatch, applySourcePatch, newSource, stamped } from './applyPatch.ts';
import { findOrStore, revived } from './articlesAt.ts';
import { claimEntries, dueEntries } from './claimEntries.ts';
import type { Done } from './Done.ts';
import { earlierNotes } from './earlierNotes.ts';
import { LibraryError } from './errors.ts';
import type { AnnotationVerbs } from './library.ts';
import { makingOf } from './makingOf.ts';
import { parse } from './parse.ts';
import { inDocumentOrder, type Reader } from './read.ts';
import { inOrder } from './readMany.ts';
import { sameJson } from './sameJson.ts';
import { storedBefore } from './storedBefore.ts';
import { discarded, takeOut } from './trash.ts';
import type { Writer, Writing } from './write.ts';

/** An unchanged report is written down again after this time, so that "last looked" stays roughly true. */
const RECHECK_AFTER = 24 * 3_600_000;
/** Records changed in one transaction. */
const BATCH = 1_000;

export function annotationVerbs(reader: Reader, writer: Writer, newId: () => string): AnnotationVerbs {
  /** Changes one source list inside the transaction. */
  async function changeSources(
    id: string,
    change: (sources: Source[], writing: Writing) => { sources: Source[]; source?: Source },
  ) {
    const { result, ...done } = await writer.write({ kind: 'edit' }, async (writing) => {
      const before = await writing.annotation(id);
      const { sources, source } = change(before.sources, writing);
      const after = stamped(before, { ...before, sources }, writing.now);
      const annotation = await writing.put('annotations', before, after);
      return { annotation, source: annotation.sources.find((one) => one.id === source?.id) };
    });
    return { ...result, ...done };
  }

  /** One action on many annotations, a batch at a time, so that no transaction holds up others for long. */
  async function changeMany(
    kind: 'edit' | 'remove',
    ids: string[],
    change: (before: Annotation, now: string) => Annotation | undefined,
  ): Promise<Done & { changed: number }> {
    const actionId = newId();
    const total: Done & { changed: number } = { changed: 0 };
    for (let at = 0; at < ids.length; at += BATCH) {
      const options = ids.length > BATCH ? { kind, actionId } : { kind };
      const done = await writer.write(options, async (writing) => {
        const store = writing.transaction.objectStore('annotations');
        const puts: Promise<boolean>[] = [];
        for (const before of await inOrder(store, [...new Set(ids.slice(at, at + BATCH))])) {
          const after = change(before, writing.now);
          if (after) puts.push(writing.put('annotations', before, after).then((put) => put !== before));
        }
        return (await Promise.all(puts)).filter(Boolean).length;
      });
      total.changed += done.result;
      if (done.actionId !== undefined) total.actionId = done.actionId;
    }
    return total;
  }

  function present(source: Source | undefined, id: string): Source {
    if (!source) throw new LibraryError('gone', `No source ${id}`);
    return source;
  }

  return {
    forArticle: (articleId) =>
      reader.read(async (transaction) => {
        const all = await transaction.objectStore('annotations').index('articleId').getAll(articleId);
        return all.filter(({ deletedAt }) => deletedAt === undefined).sort(inDocumentOrder);
      }),

    get: (id) => reader.read((transaction) => transaction.objectStore('annotations').get(id)),

    some: (ids) => reader.read((transaction) => inOrder(transaction.objectStore('annotations'), ids)),

    claims: (ids) => reader.read((transaction) => claimEntries(transaction, ids)),

    due: (day) => reader.read((transaction) => dueEntries(transaction, day)),

    async create(draft) {
      const checked = parse(AnnotationDraftSchema, draft);
      const ids = { annotation: checked.id ?? newId(), article: newId(), source: newId() };
      const { result, ...done } = await writer.write({ kind: 'create' }, async (writing) => {
        const { now, transaction } = writing;
        // The same call again after an unclear failure: it was stored the first time.
        const before = await storedBefore(writing, ids.annotation, checked);
        if (before) return before;
        const byId = checked.articleId && (await transaction.objectStore('articles').get(checked.articleId));
        if (!byId && !checked.article) throw new LibraryError('gone', `No article ${checked.articleId}`);
        const found =
          byId || !checked.article
            ? await revived(writing, byId || (await writing.article(checked.articleId ?? '')))
            : await findOrStore(writing, checked.article, ids.article);
        const annotation = await writing.put('annotations', undefined, {
          id: ids.annotation,
          articleId: found.id,
          url: checked.url,
          target: checked.target,
          anchor: checked.anchor ?? { state: 'exact', checkedAt: now, lastSeenAt: now },
          color: checked.color,
          note: checked.note ?? '',
          tags: checked.tags ?? [],
          claim: checked.claim && applyClaimPatch(undefined, checked.claim),
          sources: checked.source ? [newSource(checked.source, ids.source, now)] : [],
          history: [],
          createdAt: now,
          updatedAt: now,
          revision: 1,
          ext: {},
        });
        // Activity brings an article to the top of the recent ones.
        const active = found.updatedAt === now ? found : { ...found, updatedAt: now };
        const article = await writing.put('articles', found, active);
        if (checked.besideId !== undefined)
          writing.joins = await makingOf(transaction, checked.besideId, article.id);
        return { article, annotation };
      });
      return { ...result, ...done };
    },

    async patch(id, patch, base) {
      const checked = parse(AnnotationPatchSchema, patch);
      const onlyNote = Object.keys(checked).join() === 'note';
      const typing = onlyNote ? `annotations/${id}` : undefined;
      const { result, ...done } = await writer.write({ kind: 'edit', typing }, async (writing) => {
        const before = await writing.annotation(id);
        const { annotation, conflict } = applyAnnotationPatch(before, checked, base, writing.now);
        return { annotation: await writing.put('annotations', before, annotation), conflict };
      });
      return { ...result, ...done };
    },

    async addSource(id, draft) {
      const checked = parse(SourceDraftSchema, draft);
      const sourceId = checked.id ?? newId();
      const { source, ...rest } = await changeSources(id, (sources, { now }) => {
        const known = sources.find((one) => one.id === sourceId);
        if (known) {
          // Sent again after an unclear failure, and perhaps corrected before.
          const { id: _, ...said } = checked;
          const corrected = applySourcePatch(known, said);
          return { sources: sources.map((one) => (one === known ? corrected : one)), source: corrected };
        }
        const added = newSource(checked, sourceId, now);
        return { sources: [...sources, added], source: added };
      });
      return { ...rest, source: present(source, sourceId) };
    },

    async patchSource(id, sourceId, patch) {
      const checked = parse(SourcePatchSchema, patch);
      const { source, ...rest } = await changeSources(id, (sources) => {
        const changed = applySourcePatch(
          present(
            sources.find((one) => one.id === sourceId),
            sourceId,
          ),
          checked,
        );
        return { sources: sources.map((one) => (one.id === sourceId ? changed : one)), source: changed };
      });
      return { ...rest, source: present(source, sourceId) };
    },

    async removeSource(id, sourceId) {
      const { source: _, ...rest } = await changeSources(id, (sources) => ({
        sources: sources.filter((one) => one.id !== sourceId),
      }));
      return rest;
    },

    async reportAnchors(articleId, reports) {
      const checked = parse(v.array(ReportedAnchorSchema), reports);
      let visible = false;
      await writer.write({ quiet: () => !visible }, async (writing) => {
        visible = false;
        for (const { id, anchor } of checked) {
          const before = await writing.transaction.objectStore('annotations').get(id);
          if (before?.articleId !== articleId) continue;
          const next = newReport(before, anchor);
          if (!next) continue;
          visible ||= next.state !== before.anchor.state || next.textNow !== before.anchor.textNow;
          await writing.put('annotations', before, { ...before, anchor: next });
        }
      });
    },

    earlierNotes: (id) => reader.read((transaction) => earlierNotes(transaction, id)),

    async patchAll(ids, patch) {
      const { claim, ...plain } = parse(AnnotationPatchSchema, patch);
      return changeMany('edit', ids, (before, now) => {
        if (before.deletedAt !== undefined) return undefined;
        const own = claim !== undefined && before.claim ? { ...plain, claim } : plain;
        return applyAnnotationPatch(before, own, undefined, now).annotation;
      });
    },

    async remove(ids) {
      const { changed: _, ...done } = await changeMany('remove', ids, discarded);
      return done;
    },

    async restore(ids) {
      const { result: _, ...done } = await writer.write({ kind: 'restore' }, (writing) =>
        takeOut(writing, ids),
      );
      return done;
    },

    count: () =>
      reader.read(async (transaction) => {
        const annotations = transaction.objectStore('annotations');
        return (await annotations.count()) - (await annotations.index('deletedAt').count());
      }),
  };
}

/** Pure: the report to keep, or undefined where the stored one says the same recently enough. */
function newReport({ anchor: known }: Annotation, report: AnchorReport): AnchorReport | undefined {
  const found = report.state === 'exact' || report.state === 'changed';
  const lastSeenAt = report.lastSeenAt ?? (found ? report.checkedAt : known.lastSeenAt);
  const next: AnchorReport = { ...report, ...(lastSeenAt !== undefined && { lastSeenAt }) };
  const same = known.state === next.state && known.textNow === next.textNow;
  const age = Date.parse(next.checkedAt) - Date.parse(known.checkedAt);
  if (same && age >= 0 && age < RECHECK_AFTER) return undefined;
  return sameJson(known, next) ? undefined : next;
}
