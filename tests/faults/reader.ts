import type { Driver } from '../e2e/driver/Driver.ts';
import type { PageParts } from '../e2e/driver/pageParts.ts';
import { PAGES } from '../e2e/launch.ts';
import { annotatorIn } from '../e2e/mark.ts';

/** Selects some words of the story, others for each number. Text nodes are long enough for three places each. */
const selectPlace = (page: PageParts, number: number) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const places: [Text, number][] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const { data, parentElement } = text;
    if (!parentElement?.closest('main p, article p, .story p') || data.trim().length < 60) continue;
    const from = data.length - data.trimStart().length;
    for (const at of [0, 20, 40]) places.push([text, from + at]);
  }
  const [text, at] = places[number % places.length] ?? [];
  if (!text || at === undefined) throw new Error('The story has no place to mark');
  page.select((range) => {
    range.setStart(text, at);
    range.setEnd(text, at + 18);
  });
};

/** Marks words of a story and writes a note as a reader does; ends the moment that "Saved" is shown. */
export async function writeNote(browser: Driver, site: string, number: number, note: string): Promise<void> {
  await browser.open(site + PAGES.tram);
  await annotatorIn(browser, 20_000);
  await browser.evaluate(selectPlace, number);
  await browser.press(['Alt', 'Shift', 'H']);
  const editor = await browser.quick();
  await editor.waitUntil((page) => page.focused() === 'note-input');
  await browser.typeText(note);
  await editor.waitUntil(
    (page, words) =>
      page.byTestId('save-state').dataset.state === 'saved' && page.byTestId('note-input').value === words,
    note,
  );
}

/** What stands in the database, read past all of our own code. */
export interface Stored {
  /** Notes of annotations, sorted. */
  notes: string[];
  /** What is not as one committed action leaves it. */
  faults: string[];
}

/** Reads it all in one transaction, and looks for what can't be. */
const readAll = async (page: PageParts): Promise<Stored> => {
  const database = await page.open();
  const transaction = database.transaction(['articles', 'annotations', 'actions', 'changes', 'log', 'meta']);
  const read = <T>(name: string) => page.done<T[]>(transaction.objectStore(name).getAll());
  type Change = Record<'store' | 'id', string>;
  const [articles, annotations, actions, batches, log, [meta]] = await Promise.all([
    read<{ id: string }>('articles'),
    read<{ id: string; articleId: string; note: string } & Record<string, unknown>>('annotations'),
    read<{ seq: number; parts: number }>('actions'),
    read<{ action: number; changes: Change[] }>('changes'),
    read<{ seq: number }>('log'),
    read<{ count: number; seq: number }>('meta'),
  ]);
  database.close();
  const ids = new Set([...articles, ...annotations].map(({ id }) => id));
  const faults: string[] = [];
  if (!meta) faults.push('no record of the library');
  else {
    if (meta.count !== annotations.length) faults.push(`count ${meta.count} of ${annotations.length}`);
    if (meta.seq !== Math.max(0, ...log.map(({ seq }) => seq))) faults.push('log ends before the last write');
  }
  for (const one of annotations) {
    if (!ids.has(one.articleId)) faults.push(`no article of ${one.id}`);
    for (const name of ['target', 'anchor', 'note', 'sources', 'createdAt', 'revision'])
      if (one[name] === undefined) faults.push(`${one.id} lacks ${name}`);
  }
  for (const { seq, parts } of actions) {
    const own = batches.filter(({ action }) => action === seq);
    if (own.length !== parts) faults.push(`action ${seq} has ${own.length} of ${parts} batches`);
    for (const { changes } of own)
      for (const { store, id } of changes)
        if (store !== 'versions' && !ids.has(id))
          faults.push(`action ${seq} names ${id}, which is not there`);
  }
  return { notes: annotations.map(({ note }) => note).sort(), faults: faults.slice(0, 20) };
};

/** Reads the database in a page of the extension's, in a tab of its own. */
export async function readStored(browser: Driver): Promise<Stored> {
  // The style sheet of the rescue page, because no script of ours runs in it.
  await browser.newTab(`${browser.root}/rescue.css`);
  try {
    return await browser.evaluate(readAll);
  } finally {
    await browser.closeTab();
  }
}
