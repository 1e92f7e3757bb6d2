import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { LibraryView } from '#components/library/LibraryView.tsx';
import { libraryOffers } from '#components/library/libraryOffers.ts';
import { ACTIONS } from '#components/palette/ACTIONS.ts';
import { PopupView } from '#components/popup/PopupView.tsx';
import { popupOffers } from '#components/popup/popupOffers.ts';
import { SidebarView } from '#components/sidebar/SidebarView.tsx';
import { sidebarOffers } from '#components/sidebar/sidebarOffers.ts';
import { accessibilityFaults, preferScheme } from './audit.ts';
import './english.ts';
import { libraryProps } from './libraryStates.ts';
import { POPUP_STATES, popupProps } from './popupStates.ts';
import { SIDEBAR_STATES } from './sidebarStates.ts';

afterEach(cleanup);

function recorder<T extends object>() {
  const calls: unknown[][] = [];
  const actions = new Proxy(
    {},
    {
      get:
        (_, called) =>
        (...given: unknown[]) => {
          if (called === 'hrefOf') return '#';
          if (called !== 'see' && called !== 'prepareSearch') calls.push([called, ...given]);
        },
    },
  ) as T;
  return { calls, actions };
}

function showLibrary() {
  const { calls, actions } = recorder<ReturnType<typeof libraryProps>['actions']>();
  let changed = 0;
  const palette = {
    browserKeys: [
      { name: 'Open Claimlight', keys: 'Alt+Shift+K' },
      { name: 'Read by sentence', keys: '' },
    ],
    onChangeKeys: () => {
      changed += 1;
    },
  };
  const view = render(<LibraryView {...libraryProps({}, { actions, palette })} />);
  return { calls, changed: () => changed, ...view };
}

describe('the palette', () => {
  it('is opened by a chord in a field and by ? elsewhere, runs what was found, and gives the focus back', async () => {
    const { calls, getByTestId, getAllByTestId, queryByTestId } = showLibrary();
    getByTestId('search').focus();
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(document.activeElement).toBe(getByTestId('palette-filter'));
    await userEvent.keyboard('TRA');
    expect(getAllByTestId('palette-action').map(({ dataset }) => dataset.action)).toEqual(['trash']);
    await userEvent.keyboard('{Enter}');
    expect(calls).toEqual([['goTo', { view: 'trash' }]]);
    expect(queryByTestId('palette')).toBeNull();
    expect(document.activeElement).toBe(getByTestId('search'));
    await userEvent.keyboard('?');
    expect(queryByTestId('palette')).toBeNull();
    getByTestId('mark-list').focus();
    await userEvent.keyboard('?');
    expect(getByTestId('palette').matches(':modal')).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(queryByTestId('palette')).toBeNull();
    expect(document.activeElement).toBe(getByTestId('mark-list'));
  });

  it('goes by arrow keys, tells which one is meant, and shows the key of each', async () => {
    const { calls, getByTestId, getAllByTestId } = showLibrary();
    await userEvent.click(getByTestId('open-palette'));
    const filter = getByTestId('palette-filter');
    const meant = () => document.getElementById(filter.getAttribute('aria-activedescendant') ?? '');
    expect(meant()?.dataset.action).toBe('search');
    expect(meant()?.querySelector('kbd')?.textContent).toBe('/');
    await userEvent.keyboard('{ArrowUp}');
    expect(meant()).toBe(getAllByTestId('palette-action').at(-1));
    expect(meant()?.getAttribute('aria-selected')).toBe('true');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(meant()?.dataset.action).toBe('selectAll');
    await userEvent.keyboard('{Enter}');
    expect(calls).toEqual([['selectAll']]);
    expect(document.activeElement).toBe(getByTestId('open-palette'));
  });

  it('lists the keys of the browser and leads to where they are changed', async () => {
    const { changed, getByTestId } = showLibrary();
    await userEvent.click(getByTestId('open-palette'));
    expect(getByTestId('palette').textContent).toContain('Read by sentenceNot set');
    await userEvent.click(getByTestId('palette-change-keys'));
    expect(changed()).toBe(1);
  });

  it('says so where nothing has these words', async () => {
    const { calls, getByTestId, queryAllByTestId } = showLibrary();
    await userEvent.click(getByTestId('open-palette'));
    await userEvent.keyboard('zebra{Enter}');
    expect(queryAllByTestId('palette-action')).toEqual([]);
    expect(getByTestId('palette').textContent).toContain('No command has these words.');
    expect(calls).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds wrong, %s', async (scheme) => {
    await preferScheme(scheme);
    const { getByTestId } = showLibrary();
    await userEvent.click(getByTestId('open-palette'));
    expect(await accessibilityFaults(getByTestId('palette'))).toEqual([]);
    await userEvent.keyboard('zebra');
    expect(await accessibilityFaults(getByTestId('palette'))).toEqual([]);
  });

  it('stands in popup and side bar, too', async () => {
    const palette = { browserKeys: [], onChangeKeys: () => undefined };
    const popup = recorder<ReturnType<typeof popupProps>['actions']>();
    const { getByTestId, unmount } = render(
      <PopupView {...popupProps({ ...POPUP_STATES.article, actions: popup.actions, palette })} />,
    );
    await userEvent.keyboard('{Control>}k{/Control}open the library{Enter}');
    expect(popup.calls).toEqual([['openLibrary']]);
    expect(document.activeElement).toBe(getByTestId('search'));
    unmount();
    const [props] = Object.values(SIDEBAR_STATES).filter(
      ({ state }) => state.kind === 'article' && state.cards.length > 0,
    );
    if (!props) throw new Error('no side bar with cards');
    const article = recorder<typeof props.article>();
    const side = render(<SidebarView {...props} article={article.actions} palette={palette} />);
    await userEvent.click(side.getByTestId('open-palette'));
    await userEvent.keyboard('sentence{Enter}');
    expect(article.calls).toEqual([['readSentences']]);
  });
});

describe('what is offered', () => {
  it('is only what can be done now, each once', () => {
    const names = (offers: { action: string }[]) => offers.map(({ action }) => action);
    const library = (over: Parameters<typeof libraryProps>[0]) =>
      names(libraryOffers(libraryProps(over), () => undefined));
    expect(library({})).not.toContain('removeSelected');
    expect(library({ selected: new Set(['one']) })).toContain('removeSelected');
    expect(library({})).not.toContain('notes');
    const all = [
      ...Object.values(SIDEBAR_STATES).map((props) => names(sidebarOffers(props))),
      ...Object.values(POPUP_STATES).map((props) => names(popupOffers(props))),
      library({}),
    ];
    for (const offered of all) expect(new Set(offered).size).toBe(offered.length);
    const [off] = Object.values(SIDEBAR_STATES).filter(({ state }) => state.kind === 'off');
    expect(off && names(sidebarOffers(off))).toContain('switchOn');
    expect(off && names(sidebarOffers(off))).not.toContain('copy');
  });

  it('has one name for each action', () => {
    const names = Object.values(ACTIONS).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
