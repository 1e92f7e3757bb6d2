import type { Driver } from '../e2e/driver/Driver.ts';
import { until } from '../e2e/driver/Driver.ts';
import { PAGES } from '../e2e/launch.ts';

/** Selects some words of the story, others for each number. Text nodes are long enough for three places each. */
const selectPlace = (number: number) => `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const places = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!parentElement.closest('main p, article p, .story p') || data.trim().length < 60) continue;
    const from = data.length - data.trimStart().length;
    for (const at of [0, 20, 40]) places.push([walker.currentNode, from + at]);
  }
  const [node, at] = places[${number} % places.length];
  node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
  getSelection().setBaseAndExtent(node, at, node, at + 18);
  return true;
})()`;

/** Marks words of a story and writes a note as a reader does; ends the moment that "Saved" is shown. */
export async function writeNote(browser: Driver, site: string, number: number, note: string): Promise<void> {
  await browser.open(site + PAGES.tram);
  await until(
    'an annotator',
    () => browser.evaluate<boolean>(`CSS.highlights.has('claimlight-focus')`),
    20_000,
  );
  await browser.evaluate(selectPlace(number));
  await browser.press(['Alt', 'Shift', 'H']);
  const editor = await browser.quick();
  await editor.waitUntil(`document.activeElement?.dataset.testid === 'note-input'`);
  await browser.typeText(note);
  await editor.waitUntil(
    `document.querySelector('[data-testid=save-state]').dataset.state === 'saved' && document.querySelector('[data-testid=note-input]').value === ${JSON.stringify(note)}`,
  );
}

/** What stands in the database, read past all of our own code. */
export interface Stored {
  /** Notes of annotations, sorted. */
  notes: string[];
  /** What is not as one committed action leaves it. */
  faults: string[];
}

const READ = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('claimlight');
  opening.onerror = () => reject(opening.error);
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onsuccess = () => {
    const database = opening.result;
    const names = ['articles', 'annotations', 'actions', 'changes', 'log', 'meta'];
    const transaction = database.transaction(names);
    const all = Object.fromEntries(names.map((name) => [name, transaction.objectStore(name).getAll()]));
    transaction.oncomplete = () => {
      database.close();
      const read = (name) => all[name].result;
      const ids = new Map([...read('articles'), ...read('annotations')].map((one) => [one.id, one]));
      const faults = [];
      const meta = read('meta')[0];
      if (!meta) faults.push('no record of the library');
      else {
        if (meta.count !== read('annotations').length) faults.push('count ' + meta.count + ' of ' + read('annotations').length);
        if (meta.seq !== Math.max(0, ...read('log').map(({ seq }) => seq))) faults.push('log ends before the last write');
      }
      for (const one of read('annotations')) {
        if (!ids.has(one.articleId)) faults.push('no article of ' + one.id);
        for (const name of ['target', 'anchor', 'note', 'sources', 'createdAt', 'revision'])
          if (one[name] === undefined) faults.push(one.id + ' lacks ' + name);
      }
      for (const { seq, parts } of read('actions')) {
        const own = read('changes').filter(({ action }) => action === seq);
        if (own.length !== parts) faults.push('action ' + seq + ' has ' + own.length + ' of ' + parts + ' batches');
        for (const { changes } of own)
          for (const { store, id } of changes)
            if (store !== 'versions' && !ids.has(id)) faults.push('action ' + seq + ' names ' + id + ', which is not there');
      }
      resolve({ notes: read('annotations').map(({ note }) => note).sort(), faults: faults.slice(0, 20) });
    };
    transaction.onerror = () => reject(transaction.error);
  };
})`;

/** Reads the database in a page of the extension's, in a tab of its own. */
export async function readStored(browser: Driver): Promise<Stored> {
  // The style sheet of the rescue page, because no script of ours runs in it.
  await browser.newTab(`${browser.root}/rescue.css`);
  try {
    return await browser.evaluate<Stored>(READ);
  } finally {
    await browser.closeTab();
  }
}
