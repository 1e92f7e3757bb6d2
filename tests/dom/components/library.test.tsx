import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { LibraryProps } from '#components/library/LibraryProps.ts';
import { LibraryView } from '#components/library/LibraryView.tsx';
import './english.ts';
import { accessibilityFaults } from './audit.ts';
import { LIBRARY_STATES, libraryProps, sampleRows } from './libraryStates.ts';

afterEach(cleanup);

function show(props: LibraryProps) {
  const calls: unknown[][] = [];
  const actions = new Proxy(props.actions, {
    get:
      (_, called) =>
      (...given: unknown[]) => {
        if (called === 'hrefOf') return '#';
        if (called !== 'see') calls.push([called, ...given]);
      },
  });
  return { calls, ...render(<LibraryView {...props} actions={actions} />) };
}

describe('the list of the library', () => {
  it('draws only what is in sight, and tells where each row stands', async () => {
    await page.viewport(1280, 800);
    const { getByTestId } = show(libraryProps({ rows: sampleRows(100_000) }));
    const list = getByTestId('mark-list');
    expect(list.querySelectorAll('[role=option]').length).toBeLessThan(40);
    list.focus();
    await userEvent.keyboard('{End}');
    const { nodes } = (await cdp().send('Accessibility.getFullAXTree' as never)) as unknown as {
      nodes: { role?: { value: string }; properties?: { name: string; value: { value: unknown } }[] }[];
    };
    expect(nodes.filter(({ role }) => role?.value === 'option').length).toBeLessThan(60);
    const id = list.getAttribute('aria-activedescendant') ?? '';
    const row = document.getElementById(id);
    expect(row?.getAttribute('aria-setsize')).toBe('100006');
    expect(row?.getAttribute('aria-posinset')).toBe('100006');
    const [box, outer] = [row?.getBoundingClientRect(), list.getBoundingClientRect()];
    expect(box && box.top >= outer.top && box.bottom <= outer.bottom + 1).toBe(true);
  });

  it('is a list box for the keyboard: moves, chooses one, a range, all', async () => {
    await page.viewport(1280, 800);
    const { getByTestId, calls } = show(libraryProps());
    getByTestId('mark-list').focus();
    await userEvent.keyboard('{ArrowDown} ');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(calls.filter(([name]) => name !== 'open')).toEqual([
      ['select', ['one'], 'add'],
      ['selectRange', 1, 2],
      ['selectRange', 1, 3],
      ['selectAll'],
    ]);
    await userEvent.keyboard('{Home} ');
    expect(calls.at(-1)).toEqual(['toggleGroup', 'a']);
  });

  it('opens with Enter, and goes on in the reading pane', async () => {
    await page.viewport(1280, 800);
    const { getByTestId, calls } = show(LIBRARY_STATES.reading as LibraryProps);
    const list = getByTestId('mark-list');
    list.focus();
    await userEvent.keyboard('{Enter}');
    expect(calls).toContainEqual(['open', { group: 'a', id: 'one' }]);
    expect(document.activeElement).toBe(getByTestId('reading'));
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(list);
  });

  it('opens by mouse, and chooses with Shift, Control and the box', async () => {
    await page.viewport(1280, 800);
    const { getAllByTestId, calls } = show(libraryProps());
    const rows = getAllByTestId('row');
    rows[0]?.click();
    rows[1]?.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
    rows[2]?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    rows[2]?.querySelector<HTMLElement>('.row-check')?.click();
    expect(calls).toEqual([
      ['open', { group: 'a', id: 'one' }],
      ['select', ['two'], 'add'],
      ['selectRange', 2, 3],
      ['select', ['three'], 'add'],
    ]);
  });

  it('leads the focus on when what had it is gone: to the mark that came instead, else to the list', async () => {
    await page.viewport(1280, 800);
    const before = LIBRARY_STATES.reading as LibraryProps;
    const { getByTestId, rerender } = show(before);
    getByTestId('delete').focus();
    const { reading } = before.state;
    if (reading.kind !== 'card') throw new Error('no card');
    const card = { ...reading.card, annotation: { ...reading.card.annotation, id: 'another' } };
    rerender(<LibraryView {...libraryProps({ reading: { ...reading, card } })} />);
    expect(document.activeElement).toBe(getByTestId('reading'));
    getByTestId('delete').focus();
    rerender(<LibraryView {...libraryProps()} />);
    expect(document.activeElement).toBe(getByTestId('mark-list'));
  });

  it('leads the focus to the list after Undo in the message, and after a deed from the palette', async () => {
    await page.viewport(1280, 800);
    const toast = { id: 'deed', text: 'Moved', undo: true };
    const palette = { browserKeys: [], onChangeKeys: () => undefined };
    const { getByTestId, rerender } = show({ ...libraryProps({}, { palette }), toast });
    getByTestId('undo').focus();
    rerender(<LibraryView {...libraryProps({}, { palette })} />);
    expect(document.activeElement).toBe(getByTestId('mark-list'));
    const some = LIBRARY_STATES.selected as LibraryProps;
    rerender(<LibraryView {...some} palette={palette} />);
    getByTestId('bulk-remove').focus();
    await userEvent.keyboard('{Control>}k{/Control}delete what{Enter}');
    expect(document.activeElement).toBe(getByTestId('bulk-remove'));
    rerender(<LibraryView {...libraryProps({}, { palette })} />);
    expect(document.activeElement).toBe(getByTestId('mark-list'));
    // Whoever pressed beside everything had the focus nowhere.
    rerender(<LibraryView {...libraryProps({}, { palette })} toast={toast} />);
    getByTestId('undo').focus();
    getByTestId('undo').blur();
    await Promise.resolve();
    rerender(<LibraryView {...libraryProps({}, { palette })} />);
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the library page', () => {
  it('writes conditions into the search', async () => {
    await page.viewport(1280, 800);
    const { getByTestId, calls } = show(libraryProps());
    await userEvent.click(getByTestId('chip-unsourced'));
    await userEvent.selectOptions(getByTestId('chip-tag'), 'two words (1)');
    expect(calls).toEqual([
      ['goTo', { query: 'is:unsourced' }],
      ['goTo', { query: 'tag:"two words"' }],
    ]);
  });

  it('shows only what cites a source, and completes the condition', async () => {
    await page.viewport(1280, 800);
    const head = { key: 'https://port.example/tariff', title: 'Tariff list', count: 3 };
    const { calls, container, getByTestId } = show(
      libraryProps({
        address: { view: 'notes', query: 'source:tar', group: 'source', open: { group: head.key } },
        reading: { kind: 'group', head, own: null },
      }),
    );
    expect(getByTestId('reading').textContent).toContain('cited at 3 highlights');
    const offered = [...container.querySelectorAll('datalist option')].map((one) =>
      one.getAttribute('value'),
    );
    expect(offered).toEqual(['source:"Tariff list"']);
    await userEvent.click(getByTestId('show-citing'));
    expect(calls).toEqual([
      ['goTo', { query: 'source:https://port.example/tariff', group: 'article', open: null }],
    ]);
  });

  it('changes all that is selected', async () => {
    await page.viewport(1280, 800);
    const { getByTestId, calls } = show(LIBRARY_STATES.selected as LibraryProps);
    expect(getByTestId('selected-count').textContent).toBe('3 selected');
    await userEvent.click(getByTestId('bulk-tag'));
    await userEvent.type(getByTestId('bulk-tag-input'), '#harbour{Enter}');
    await userEvent.click(getByTestId('bulk-color'));
    await userEvent.click(getByTestId('bulk-color-pink'));
    await userEvent.click(getByTestId('bulk-progress'));
    await userEvent.click(getByTestId('bulk-progress-settled'));
    await userEvent.click(getByTestId('bulk-remove'));
    await userEvent.click(getByTestId('select-all'));
    expect(calls).toEqual([
      ['tagSelected', 'harbour', true],
      ['recolorSelected', 'pink'],
      ['progressSelected', 'settled'],
      ['removeSelected'],
      ['selectAll'],
    ]);
  });

  it('says what putting together does before it is done, and keeps the focus', async () => {
    await page.viewport(1280, 800);
    const props = LIBRARY_STATES['putting together'] as LibraryProps;
    const { getByTestId, getAllByTestId, calls, rerender } = show(props);
    await userEvent.click(getByTestId('bulk-join'));
    expect(calls).toEqual([['previewJoin']]);
    expect(getByTestId('join-preview').textContent).toBe(
      '2 articles with 13 highlights become one. Addresses, tags and notes of all are kept.',
    );
    expect(await accessibilityFaults(getByTestId('selection'))).toEqual([]);
    const choices = getAllByTestId('join-into') as HTMLInputElement[];
    expect(choices.map(({ checked }) => checked)).toEqual([true, false]);
    await userEvent.click(choices[1] as HTMLElement);
    await userEvent.click(getByTestId('join-do'));
    expect(calls.at(-1)).toEqual(['joinSelected', 'b']);
    expect(document.activeElement).toBe(getByTestId('bulk-join'));
    const one = { articles: props.state.join?.articles.slice(0, 1) ?? [], tooMany: false };
    rerender(<LibraryView {...props} state={{ ...props.state, join: one }} />);
    await userEvent.click(getByTestId('bulk-join'));
    expect(getByTestId('selection').textContent).toContain('stands in one article');
    // Another selection takes the preview away; one press asks for it again.
    rerender(<LibraryView {...props} state={{ ...props.state, join: null }} />);
    expect(getByTestId('bulk-join').getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(getByTestId('bulk-join'));
    expect(getByTestId('bulk-join').getAttribute('aria-expanded')).toBe('true');
  });

  it('leads to the search field with a slash', async () => {
    const { getByTestId } = show(libraryProps());
    getByTestId('mark-list').focus();
    await userEvent.keyboard('/');
    expect(document.activeElement).toBe(getByTestId('search'));
  });
});
