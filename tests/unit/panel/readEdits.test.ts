import { describe, expect, it } from 'vitest';
import { readMarkdown, writeMarkdown } from '#exchange/index.ts';
import { readEdits } from '#panel/readEdits.ts';
import { annotationDraft, articleDraft, clock, library, metadata } from '#tests/unit/storage/fixtures.ts';

async function written() {
  const time = clock();
  const { library: books } = await library({ now: time.now });
  const { annotation, article } = await books.annotations.create(
    annotationDraft({
      article: articleDraft({ metadata: metadata({ title: 'Tolls' }) }),
      note: 'The council did not vote.',
    }),
  );
  time.pass(60_000);
  const text = writeMarkdown({ article, annotations: [annotation] }, 'obsidian');
  return { books, annotation, text };
}
const words = (changes: { kind: string; text: string }[], kind: string) =>
  changes.filter((one) => one.kind === kind).map(({ text }) => text.trim());

describe('notes that were changed in a Markdown file', () => {
  it('are told beside the ones that are here', async () => {
    const { books, annotation, text } = await written();
    const edits = await readEdits(books, readMarkdown(text.replace('did not vote', 'voted')));
    expect(edits).toMatchObject({ count: 1, unread: 0, notes: [{ id: annotation.id, fate: 'comes' }] });
    expect(edits?.notes[0]?.name).toBe(annotation.target.exact);
    expect(words(edits?.notes[0]?.changes ?? [], 'added')).toEqual(['voted']);
  });

  it('stay as they are here where they were changed here, too', async () => {
    const { books, annotation, text } = await written();
    await books.annotations.patch(annotation.id, { note: 'The council was divided.' });
    const edits = await readEdits(books, readMarkdown(text.replace('did not vote', 'voted')));
    expect(edits?.notes).toMatchObject([{ fate: 'stays' }]);
  });

  it('are told whole where only case differs', async () => {
    const { books, text } = await written();
    const edits = await readEdits(books, readMarkdown(text.replace('The council', 'THE council')));
    expect(words(edits?.notes[0]?.changes ?? [], 'added')).toEqual(['THE council did not vote.']);
  });

  it('are counted apart from what was changed beside the note; an untouched file has none', async () => {
    const { books, annotation, text } = await written();
    expect(await readEdits(books, readMarkdown(text))).toBeUndefined();
    const edits = await readEdits(books, readMarkdown(text.replace(annotation.target.exact, 'Other words')));
    expect(edits).toMatchObject({ count: 0, notes: [], unread: 1 });
  });
});
