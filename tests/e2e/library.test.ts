import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourcingStatus } from '#evidence/sourcingStatus.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/until.ts';
import { fillLibrary } from './fillLibrary.ts';
import { BROWSERS, launch } from './launch.ts';
import { readLibrary } from './readLibrary.ts';

const SIZE = 300;
const LIST = '[data-testid=mark-list]';

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
    browser.waitUntilWithin(
      20_000,
      (page, words, isAny) =>
        page.find('[data-testid=library-count]')?.textContent === words &&
        isAny === (page.find('[data-testid=row] .row-quote') !== null),
      count(number),
      number > 0,
    );
  const click = (testid: string) => browser.evaluate((page, id) => page.click(id), testid);
  const focusList = () =>
    browser.evaluate((page, list) => {
      page.get(list).focus();
    }, LIST);
  const query = async (text: string) => {
    await browser.evaluate((_page, text) => {
      location.hash = `#${new URLSearchParams({ q: text })}`;
    }, text);
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
    await browser.waitUntil(() => location.hash === '#q=color%3Ablue');
    await click('chip-unsourced');
    await browser.waitUntil(() => location.hash.includes('unsourced'));
    await browser.back();
    await shows(blue);
    await query('');
    await shows(SIZE);
  });

  it('does by name what can be done, from the palette', async () => {
    await focusList();
    await browser.press(['Control', 'k']);
    await browser.waitUntil((page) => page.focused() === 'palette-filter');
    await browser.waitUntil((page) => page.byTestId('palette').textContent.includes('Open Claimlight'));
    await browser.typeText('figures');
    await browser.waitUntil((page) => page.all('[data-testid=palette-action]').length === 1);
    await browser.press(['Enter']);
    await browser.waitUntil((page) => location.hash === '#view=figures' && !page.has('palette'));
    await browser.press(['?']);
    await browser.waitUntil((page) => page.has('palette'));
    await browser.press(['Escape']);
    await browser.waitUntil((page) => !page.has('palette'));
    await query('');
    await shows(SIZE);
  });

  it('chooses a range by keyboard, tags it as one step, and takes that back', async () => {
    await focusList();
    await browser.press(['Home']);
    await browser.press(['ArrowDown']);
    for (let step = 0; step < 3; step++) await browser.press(['Shift', 'ArrowDown']);
    await browser.waitUntil(
      (page) => page.find('[data-testid=selected-count]')?.textContent === '4 selected',
    );
    await click('bulk-tag');
    await browser.waitUntil((page) => page.has('bulk-tag-input'));
    await browser.evaluate((page) => {
      page.byTestId('bulk-tag-input').focus();
    });
    await browser.typeText('weighed');
    await browser.press(['Enter']);
    await browser.waitUntil((page) => page.has('undo'));
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
      (page) =>
        page.find('[data-testid=card]')?.dataset.annotationId === page.find('#row-1')?.dataset.markId &&
        location.hash.includes('mark='),
    );
    const id = await browser.evaluate((page) => page.byTestId('card').dataset.annotationId);
    const address = await browser.evaluate(() => location.href);
    expect(address).toContain(`mark=${id}`);
    await browser.newTab(address);
    await browser.waitUntil((page, id) => page.find('[data-testid=card]')?.dataset.annotationId === id, id);
    await browser.evaluate((page) => {
      page.get('[data-testid=card] :is(.note-open, .note-edit)').click();
    });
    await browser.waitUntil((page) => page.find('.note-input') !== null);
    await browser.evaluate((page) => {
      page.get('.note-input').focus();
      page.get('.note-input').select();
    });
    await browser.typeText('Weighed twice.');
    await until('the note to be stored', async () => {
      const { annotations } = await readLibrary(browser);
      return annotations.some((one) => one.id === id && one.note === 'Weighed twice.');
    });
    await browser.closeTab();
    await browser.waitUntil((page) => page.byTestId('card').textContent.includes('Weighed twice.'));
    await browser.evaluate(() => {
      location.hash = '#view=steps';
    });
    await browser.waitUntil((page) => page.find('[data-testid=history]')?.textContent.includes('Note on “'));
    await browser.evaluate(() => {
      location.hash = '#';
    });
    await shows(SIZE);
  });

  it('puts articles together that are one story, and takes that back', async () => {
    await query('color:blue');
    const blue = marks.filter(({ color }) => color === 'blue').length;
    await shows(blue);
    await focusList();
    await browser.press(['Home']);
    await browser.press([' ']);
    await browser.waitUntil((page) => page.has('select-all'));
    await click('select-all');
    await click('bulk-join');
    await browser.waitUntil((page) => page.all('[data-testid=join-into]').length === 6);
    expect(await browser.evaluate((page) => page.byTestId('join-preview').textContent)).toBe(
      `6 articles with ${SIZE} highlights become one. Addresses, tags and notes of all are kept.`,
    );
    const live = async () =>
      (await readLibrary(browser)).articles.filter(({ deletedAt }) => deletedAt === undefined).length;
    await click('join-do');
    await until('the articles to be one', async () => (await live()) === 1);
    await shows(blue);
    await browser.waitUntil((page) => page.has('undo'));
    await click('undo');
    await until('the articles to be six again', async () => (await live()) === 6);
    await query('');
    await shows(SIZE);
  });

  it('deletes from the list, and brings back from the trash', async () => {
    await focusList();
    await browser.press(['Home']);
    await browser.press([' ']);
    await browser.waitUntil((page) => page.find('[data-testid=selected-count]')?.textContent.includes('50'));
    await browser.press(['Delete']);
    await shows(SIZE - 50);
    await browser.evaluate(() => {
      location.hash = '#view=trash';
    });
    await browser.waitUntil((page) => page.has('restore'));
    await click('restore');
    await browser.waitUntil((page) => page.all('[data-testid=restore]').length === 49);
    await browser.evaluate(() => {
      location.hash = '#';
    });
    await shows(SIZE - 49);
  });
});
