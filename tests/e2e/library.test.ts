import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourcingStatus } from '#evidence/sourcingStatus.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { fillLibrary } from './fillLibrary.ts';
import { BROWSERS, launch } from './launch.ts';
import { readLibrary } from './readLibrary.ts';

const SIZE = 300;
const LIST = '[data-testid=mark-list]';
const at = (testid: string) => `document.querySelector('[data-testid=${testid}]')`;

describe.each(BROWSERS)('the library page in %s', (name) => {
  let browser: Driver;
  let marks: Awaited<ReturnType<typeof fillLibrary>>['annotations'];
  beforeAll(async () => {
    browser = await launch(name);
    ({ annotations: marks } = await fillLibrary(browser, SIZE));
    await browser.open(`${browser.root}/library.html`);
    await shows(SIZE);
  });
  afterAll(() => browser?.close());

  const count = (number: number) =>
    number === 0 ? 'No highlights' : number === 1 ? '1 highlight' : `${number} highlights`;
  const shows = (number: number) =>
    browser.waitUntil(
      `${at('library-count')}?.textContent === ${JSON.stringify(count(number))} &&
        ${number > 0} === (document.querySelector('[data-testid=row] .row-quote') !== null)`,
      20_000,
    );
  const click = (testid: string) => browser.evaluate(`(${at(testid)}.click(), true)`);
  const focusList = () => browser.evaluate(`(document.querySelector('${LIST}').focus(), true)`);
  const query = async (text: string) => {
    await browser.evaluate(
      `(location.hash = '#' + new URLSearchParams({ q: ${JSON.stringify(text)} }), true)`,
    );
  };

  it('finds by every condition, and its address holds the search', async () => {
    const is = (test: (mark: (typeof marks)[number]) => boolean) => marks.filter(test).length;
    const status = (mark: (typeof marks)[number]) => sourcingStatus(mark.sources);
    for (const [text, number] of [
      ['is:claim', is(({ claim }) => claim !== undefined)],
      ['is:unsourced', is((mark) => mark.claim !== undefined && status(mark) === 'unsourced')],
      ['is:contested', is((mark) => status(mark) === 'contested')],
      ['is:changed', is(({ anchor }) => anchor.state === 'changed')],
      ['is:missing', is(({ anchor }) => anchor.state === 'missing')],
      ['color:pink', is(({ color }) => color === 'pink')],
      ['after:2025 -color:pink', is(({ color, createdAt }) => color !== 'pink' && createdAt >= '2025')],
    ] as const) {
      await query(text);
      await shows(number);
    }
    await browser.reload();
    await shows(is(({ color, createdAt }) => color !== 'pink' && createdAt >= '2025'));
    await query('');
    await shows(SIZE);
  });

  it('searches from a slash on, and goes back and forward', async () => {
    await focusList();
    await browser.press(['/']);
    await browser.typeText('color:blue');
    const blue = marks.filter(({ color }) => color === 'blue').length;
    await shows(blue);
    await browser.waitUntil(`location.hash === '#q=color%3Ablue'`);
    await click('chip-unsourced');
    await browser.waitUntil(`location.hash.includes('unsourced')`);
    await browser.back();
    await shows(blue);
    await query('');
    await shows(SIZE);
  });

  it('does by name what can be done, from the palette', async () => {
    await focusList();
    await browser.press(['Control', 'k']);
    await browser.waitUntil(`document.activeElement === ${at('palette-filter')}`);
    await browser.waitUntil(`${at('palette')}.textContent.includes('Open Claimlight')`);
    await browser.typeText('figures');
    await browser.waitUntil(`document.querySelectorAll('[data-testid=palette-action]').length === 1`);
    await browser.press(['Enter']);
    await browser.waitUntil(`location.hash === '#view=figures' && ${at('palette')} === null`);
    await browser.press(['?']);
    await browser.waitUntil(`${at('palette')} !== null`);
    await browser.press(['Escape']);
    await browser.waitUntil(`${at('palette')} === null`);
    await query('');
    await shows(SIZE);
  });

  it('chooses a range by keyboard, tags it as one step, and takes that back', async () => {
    await focusList();
    await browser.press(['Home']);
    await browser.press(['ArrowDown']);
    for (let step = 0; step < 3; step++) await browser.press(['Shift', 'ArrowDown']);
    await browser.waitUntil(`${at('selected-count')}?.textContent === '4 selected'`);
    await click('bulk-tag');
    await browser.waitUntil(`${at('bulk-tag-input')} !== null`);
    await browser.evaluate(`(${at('bulk-tag-input')}.focus(), true)`);
    await browser.typeText('weighed');
    await browser.press(['Enter']);
    await browser.waitUntil(`${at('undo')} !== null`);
    const tagged = async () =>
      (await readLibrary(browser)).annotations.filter(({ tags }) => tags.includes('weighed')).length;
    expect(await tagged()).toBe(4);
    await query('tag:weighed');
    await shows(4);
    await click('undo');
    await until('the tag to be gone', async () => (await tagged()) === 0);
    await shows(0);
    await query('');
    await shows(SIZE);
  });

  it('edits the mark in hand; two pages and the last steps stay true', async () => {
    await focusList();
    await browser.press(['Home']);
    await browser.press(['ArrowDown']);
    await browser.waitUntil(
      `${at('card')}?.dataset.annotationId === document.getElementById('row-1').dataset.markId && location.hash.includes('mark=')`,
    );
    const id = await browser.evaluate<string>(`${at('card')}.dataset.annotationId`);
    const address = await browser.evaluate<string>('location.href');
    expect(address).toContain(`mark=${id}`);
    await browser.newTab(address);
    await browser.waitUntil(`${at('card')}?.dataset.annotationId === ${JSON.stringify(id)}`);
    await browser.evaluate(`(${at('card')}.querySelector('.note-open, .note-edit').click(), true)`);
    await browser.waitUntil(`document.querySelector('.note-input') !== null`);
    await browser.evaluate(
      `(document.querySelector('.note-input').focus(), document.querySelector('.note-input').select(), true)`,
    );
    await browser.typeText('Weighed twice.');
    await until('the note to be stored', async () => {
      const { annotations } = await readLibrary(browser);
      return annotations.some((one) => one.id === id && one.note === 'Weighed twice.');
    });
    await browser.closeTab();
    await browser.waitUntil(`${at('card')}.textContent.includes('Weighed twice.')`);
    await browser.evaluate(`(location.hash = '#view=steps', true)`);
    await browser.waitUntil(`${at('history')}?.textContent.includes('Note on “')`);
    await browser.evaluate(`(location.hash = '#', true)`);
    await shows(SIZE);
  });

  it('puts articles together that are one story, and takes that back', async () => {
    await query('color:blue');
    const blue = marks.filter(({ color }) => color === 'blue').length;
    await shows(blue);
    await focusList();
    await browser.press(['Home']);
    await browser.press([' ']);
    await browser.waitUntil(`${at('select-all')} !== null`);
    await click('select-all');
    await click('bulk-join');
    await browser.waitUntil(`document.querySelectorAll('[data-testid=join-into]').length === 6`);
    expect(await browser.evaluate(`${at('join-preview')}.textContent`)).toBe(
      `6 articles with ${SIZE} highlights become one. Addresses, tags and notes of all are kept.`,
    );
    const live = async () =>
      (await readLibrary(browser)).articles.filter(({ deletedAt }) => deletedAt === undefined).length;
    await click('join-do');
    await until('the articles to be one', async () => (await live()) === 1);
    await shows(blue);
    await browser.waitUntil(`${at('undo')} !== null`);
    await click('undo');
    await until('the articles to be six again', async () => (await live()) === 6);
    await query('');
    await shows(SIZE);
  });

  it('deletes from the list, and brings back from the trash', async () => {
    await focusList();
    await browser.press(['Home']);
    await browser.press([' ']);
    await browser.waitUntil(`${at('selected-count')}?.textContent.includes('50')`);
    await browser.press(['Delete']);
    await shows(SIZE - 50);
    await browser.evaluate(`(location.hash = '#view=trash', true)`);
    await browser.waitUntil(`${at('restore')} !== null`);
    await click('restore');
    await browser.waitUntil(`document.querySelectorAll('[data-testid=restore]').length === 49`);
    await browser.evaluate(`(location.hash = '#', true)`);
    await shows(SIZE - 49);
  });
});
