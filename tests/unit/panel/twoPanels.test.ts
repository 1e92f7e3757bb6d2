import { expect, it, vi } from 'vitest';

vi.mock('#components/strings.ts', () => ({ t: (key: string) => key }));

import { typedKey } from '#model/typedKey.ts';
import { apartOf } from '#panel/apartOf.ts';
import { CardNotes } from '#panel/CardNotes.ts';
import { cardDeeds } from '#panel/cardDeeds.ts';
import { PanelClaims } from '#panel/PanelClaims.ts';
import { PanelTexts } from '#panel/PanelTexts.ts';
import type { Library } from '#storage/index.ts';
import { annotationDraft, library } from '../storage/fixtures.ts';

/** One highlight on two panels of the same library. */
async function twoPanels() {
  const { library: books } = await library();
  const { annotation } = await books.annotations.create(annotationDraft({ note: 'Steel fell' }));
  const { id } = annotation;
  const stored = async () => {
    const now = await books.annotations.get(id);
    if (!now) throw new Error('The highlight is gone.');
    return now;
  };
  return { id, stored, left: await panel(books, id), right: await panel(books, id) };
}

async function panel(books: Library, id: string) {
  let shown = await books.annotations.get(id);
  const fail = (error: unknown) => {
    throw error;
  };
  const texts = new PanelTexts(books.drafts, () => undefined);
  const notes = new CardNotes(books, texts);
  const said: string[] = [];
  const refresh = async () => {
    shown = await books.annotations.get(id);
  };
  const deeds = cardDeeds({
    library: books,
    texts,
    notes,
    claims: new PanelClaims({ texts, onChange: () => undefined, onFault: fail, write: async () => 1 }),
    stored: () => shown,
    articleOf: () => undefined,
    heldId: () => undefined,
    lookUpEarlierNotes: async () => undefined,
    refresh,
    say: (text) => said.push(text),
    fail,
  });
  return {
    refresh,
    type: (note: string) => deeds.editNote(id, note),
    save: () => texts.typed.finish(typedKey.note(id)),
    settle: async (which: NonNullable<ReturnType<typeof apartOf>>, text: string) => {
      const before = said.length;
      deeds.settleApart(id, which, text);
      await vi.waitUntil(() => said.length > before);
      await refresh();
    },
  };
}

it('asks which note stands with all that the other panel wrote, not with the beginning of it', async () => {
  const { stored, left, right } = await twoPanels();
  right.type('Writte');
  left.type('Written on the left.');
  await right.save();
  await left.save();
  right.type('Written on the right.');
  await right.save();
  expect(apartOf(await stored())).toMatchObject({
    of: 'note',
    here: 'Written on the right.',
    entry: { before: 'Written on the left.' },
  });
});

it.each(['Written on the left.', 'Both.'])(
  'keeps what the other panel wrote since the reader was asked: %s',
  async (decided) => {
    const { stored, left, right } = await twoPanels();
    right.type('Written on the right');
    left.type('Written on the left.');
    await right.save();
    await left.save();
    const asked = apartOf(await stored());
    if (!asked) throw new Error('Nothing was asked.');
    expect(asked.entry.before).toBe('Written on the right');
    await right.refresh();
    right.type('Written on the left. And a word more.');
    await right.save();
    await left.settle(asked, decided);
    const now = await stored();
    expect(now.note).toBe(decided);
    expect(now.history.map(({ before }) => before)).toEqual(['Written on the left. And a word more.']);
    expect(apartOf(now)?.entry.before).toBe('Written on the left. And a word more.');
  },
);

it('keeps as “this” what was typed since the question was drawn', async () => {
  const { stored, left, right } = await twoPanels();
  right.type('Right.');
  left.type('Left.');
  await right.save();
  await left.save();
  const asked = apartOf(await stored());
  if (!asked) throw new Error('Nothing was asked.');
  await left.refresh();
  left.type('Left. And more.');
  await left.settle(asked, asked.here);
  expect(await stored()).toMatchObject({ note: 'Left. And more.', history: [] });
});

it('settles a question for both panels', async () => {
  const { stored, left, right } = await twoPanels();
  right.type('Right.');
  left.type('Left.');
  await right.save();
  await left.save();
  const asked = apartOf(await stored());
  if (!asked) throw new Error('Nothing was asked.');
  await left.settle(asked, 'Right.');
  expect(await stored()).toMatchObject({ note: 'Right.', history: [] });
  expect(apartOf(await stored())).toBeUndefined();
});
