import { compareDigests } from '#article/compareDigests.ts';
import { locale, t } from '#components/strings.ts';
import { dayInWords } from '#components/When.tsx';
import type { PageVisit } from '#messaging/protocol.ts';

/** What changed in an article since the reader's last visit, as sentences; none where nothing did. */
export function changesInWords(visit: PageVisit | null, now = Date.now()): string[] {
  const since = visit?.since;
  if (!visit || !since) return [];
  const edits = compareDigests(since, visit.now, visit.headlines);
  if (!edits) return [];
  const when = momentInWords(since.lastSeenAt ?? since.seenAt, now);
  const sentences: string[] = [];
  if (edits.headline !== null) sentences.push(t('changes.headline', { when, title: edits.headline }));
  const parts = [
    edits.edited > 0 && t('changes.edited', edits.edited),
    edits.added > 0 && t('changes.added', edits.added),
    edits.removed > 0 && t('changes.removed', edits.removed),
  ].filter((part) => part !== false);
  const list = edits.rewritten ? t('changes.rewritten') : listOf(parts);
  // Paragraphs that were only added need no correction: the story went on.
  const note =
    edits.edited + edits.removed > 0 ? t(edits.corrected ? 'changes.corrected' : 'changes.silent') : '';
  if (list)
    sentences.push(note ? t('changes.textNoted', { list, when, note }) : t('changes.text', { list, when }));
  if (edits.undated) sentences.push(t('changes.undated'));
  return sentences;
}

const listOf = (parts: string[]) =>
  new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(parts);

/** The day; for today the time. */
function momentInWords(at: string, now: number): string {
  const date = new Date(at);
  if (date.toDateString() !== new Date(now).toDateString())
    return t('changes.onDay', { day: dayInWords(at, now) });
  const time = new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(date);
  return t('changes.atTime', { time });
}
