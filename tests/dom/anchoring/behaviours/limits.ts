import { anchor, anchorSlices, indexSlices, indexText, type Target } from '#anchoring/index.ts';
import { type Behaviour, equal, isTrue } from './Behaviour.ts';
import { show } from './stage.ts';

const WORDS = 'gulls circle the pier while a pilot counts the lamps of the outer mole and writes them down ';
const MEGABYTES = 5_000_000;
const NODES = 200_000;
const target = (exact: string): Target => ({ exact, prefix: '', suffix: '', start: 0, end: exact.length });

export const limits: Behaviour[] = [
  {
    name: 'a page of more than 5 MB of text is read up to there, and says so',
    check: () => {
      const root = show('');
      const chunk = document.createElement('p');
      chunk.textContent = WORDS.repeat(1100);
      for (let i = 0; i < 56; i++) root.append(chunk.cloneNode(true));
      const index = indexText(root);
      equal(index.truncated, true, 'truncated');
      isTrue(index.text.length <= MEGABYTES, `at most ${MEGABYTES} units, got ${index.text.length}`);
      isTrue(index.text.length > MEGABYTES - 120_000, `nearly all of them, got ${index.text.length}`);
    },
  },
  {
    name: 'a page of more than 200,000 text nodes is read up to there, and says so',
    check: () => {
      const root = show('');
      const many = document.createDocumentFragment();
      for (let i = 0; i < NODES + 500; i++) many.append(i % 2 ? 'a' : document.createTextNode('b'));
      root.append(many);
      const index = indexText(root);
      equal([index.truncated, index.nodes.length], [true, NODES]);
    },
  },
  {
    name: 'an ordinary page is not cut',
    check: () => equal(indexText(show(`<p>${WORDS}</p>`)).truncated, false),
  },
  {
    name: 'a page nested 20,000 deep is read',
    check: () => {
      const root = show('');
      let inner: Element = root;
      for (let i = 0; i < 20_000; i++) inner = inner.appendChild(document.createElement('span'));
      inner.textContent = 'At the bottom.';
      equal(indexText(root).text, 'At the bottom.');
    },
  },
  {
    name: 'a page of one endless word, or of one repeated word, does not hang the search',
    check: () => {
      for (const text of ['y'.repeat(400_000), 'yes '.repeat(100_000)]) {
        const index = indexText(show(`<p>${text}</p>`));
        const found = anchor(index, target('yes yes yes no yes yes yes yes yes'));
        isTrue(found.state !== 'exact', `not exact, got ${found.state}`);
      }
    },
  },
  {
    name: 'a quote as long as its page is found',
    check: () => {
      const text = Array.from({ length: 400 }, (_, i) => `${i} ${WORDS}`)
        .join('')
        .trim();
      const index = indexText(show(`<p>Put before.</p><p>${text}</p>`));
      equal(anchor(index, target(text)).state, 'exact');
    },
  },
  {
    name: 'reading and searching a large page stop whenever their time is up, and go on',
    check: () => {
      const root = show(Array.from({ length: 2000 }, (_, i) => `<p>${i} ${WORDS}</p>`).join(''));
      const reading = indexSlices(root, 0);
      let pauses = 0;
      let step = reading.next();
      for (; !step.done; step = reading.next()) pauses++;
      isTrue(pauses > 0, `pauses while reading, got ${pauses}`);
      equal(step.value.text, indexText(root).text.slice(0), 'read');
      const targets = Array.from({ length: 50 }, (_, i) => target(`${i * 30} gulls circle`));
      const batches = [...anchorSlices(step.value, targets, { budgetMs: 0 })];
      isTrue(batches.length > 10, `several batches, got ${batches.length}`);
      equal(batches.flatMap(({ anchors }) => anchors).length, 50, 'anchored');
    },
  },
];
