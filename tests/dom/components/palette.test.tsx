import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { LibraryView } from '#components/library/LibraryView.tsx';
import { libraryOffers } from '#components/library/libraryOffers.ts';
import { OptionsView } from '#components/options/OptionsView.tsx';
import { optionsOffers } from '#components/options/optionsOffers.ts';
import { ACTIONS } from '#components/palette/ACTIONS.ts';
import { PopupView } from '#components/popup/PopupView.tsx';
import { popupOffers } from '#components/popup/popupOffers.ts';
import { nameOfKey } from '#components/quick/nameOfKey.ts';
import { SidebarView } from '#components/sidebar/SidebarView.tsx';
import { sidebarOffers } from '#components/sidebar/sidebarOffers.ts';
import { SENTENCE_KEYS } from '#model/sentenceKeys.ts';
import { accessibilityFaults, preferScheme } from './audit.ts';
import './english.ts';
import { LIBRARY_STATES, libraryProps } from './libraryStates.ts';
import { optionsProps } from './pageStates.ts';
import { POPUP_STATES, popupProps } from './popupStates.ts';
import { SIDEBAR_STATES } from './sidebarStates.ts';

afterEach(cleanup);

const READING = LIBRARY_STATES.reading?.state.reading ?? { kind: 'nothing' };
const OPTIONS_PROPS = optionsProps({});

const NO_KEYS = { browserKeys: [], onChangeKeys: () => undefined };

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
  it('reaches into the card in hand: its note, a source, a tag, its colour', async () => {
    render(<LibraryView {...libraryProps({ reading: READING }, { palette: NO_KEYS })} />);
    const choose = (words: string) => userEvent.keyboard(`{Control>}k{/Control}${words}{Enter}`);
    await choose('write the note');
    await expect.poll(() => document.activeElement?.getAttribute('data-testid')).toBe('note-input');
    await choose('add a source');
    await expect.poll(() => document.activeElement?.getAttribute('data-testid')).toBe('source-url');
    await choose('add a tag');
    await expect.poll(() => document.activeElement?.matches('.tags input')).toBe(true);
    await choose('change the colour');
    expect(document.querySelector('[data-part=color] button')?.getAttribute('aria-expanded')).toBe('true');
  });

  it('goes to the choice of groups, and to the name of a search that is not kept yet', async () => {
    const address = { ...libraryProps({}).state.address, query: 'toll' };
    const { getByTestId } = render(<LibraryView {...libraryProps({ address }, { palette: NO_KEYS })} />);
    await userEvent.keyboard('{Control>}k{/Control}group by{Enter}');
    expect(document.activeElement).toBe(getByTestId('group-by'));
    await userEvent.keyboard('{Control>}k{/Control}keep this{Enter}');
    await expect.poll(() => document.activeElement).toBe(getByTestId('search-name'));
  });

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

  it('is the sheet of all keys: of the browser, beside a selection, in the context menu, by sentence', async () => {
    const { getByTestId } = showLibrary();
    await userEvent.click(getByTestId('open-palette'));
    const parts = () => [...getByTestId('palette').querySelectorAll<HTMLElement>('[data-part]')];
    expect(parts().map(({ dataset }) => dataset.part)).toEqual(['browser', 'selection', 'menu', 'sentences']);
    const [, selection, menu, sentences] = parts().map(({ textContent }) => textContent);
    expect(selection).toContain('This is a claimAlt+Shift+C');
    expect(menu).toContain('Annotate this page');
    expect(sentences).toContain('Next sentenceJ↓');
    for (const [deed, keys] of Object.entries(SENTENCE_KEYS))
      expect([deed, sentences?.includes(keys.map(nameOfKey).join(''))]).toEqual([deed, true]);
    await userEvent.keyboard('write a note');
    expect(parts().map(({ dataset }) => dataset.part)).toEqual(['sentences']);
    expect(getByTestId('palette').textContent).not.toContain('No command has these words.');
  });

  it('opens the form for what is selected, and leads the keyboard into it', async () => {
    const { calls, actions } = recorder<ReturnType<typeof libraryProps>['actions']>();
    const palette = { browserKeys: [], onChangeKeys: () => undefined };
    const over = { selected: new Set(['one']) };
    const { getByTestId } = render(<LibraryView {...libraryProps(over, { actions, palette })} />);
    getByTestId('mark-list').focus();
    await userEvent.keyboard('?tag what{Enter}');
    expect(document.activeElement).toBe(getByTestId('bulk-tag-input'));
    await userEvent.keyboard('harbour{Enter}');
    await userEvent.keyboard('{Control>}k{/Control}put the articles{Enter}');
    expect(calls).toEqual([['tagSelected', 'harbour', true], ['previewJoin']]);
  });

  it('leads from the popup to its search, and from the options to theirs', async () => {
    const palette = { browserKeys: [], onChangeKeys: () => undefined };
    const popup = render(<PopupView {...popupProps({ ...POPUP_STATES.article, palette })} />);
    popup.getByTestId('open-library').focus();
    await userEvent.keyboard('?search quotes{Enter}');
    expect(document.activeElement).toBe(popup.getByTestId('search'));
    popup.unmount();
    const options = recorder<typeof OPTIONS_PROPS.actions>();
    const view = render(<OptionsView {...OPTIONS_PROPS} actions={options.actions} palette={palette} />);
    await userEvent.click(view.getByTestId('open-palette'));
    await userEvent.keyboard('search{Enter}');
    expect(document.activeElement).toBe(view.getByTestId('options-search'));
    view.getByTestId('open-palette').focus();
    await userEvent.keyboard('/');
    expect(document.activeElement).toBe(view.getByTestId('options-search'));
    await userEvent.keyboard('{Control>}k{/Control}open the library{Enter}');
    expect(options.calls).toEqual([['openLibrary']]);
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

const DESK = {
  focusSearch: () => undefined,
  openPart: () => undefined,
  chooseGroup: () => undefined,
  nameSearch: () => undefined,
};

describe('what is offered', () => {
  it('is only what can be done now, each once', () => {
    const names = (offers: { action: string }[]) => offers.map(({ action }) => action);
    const library = (over: Parameters<typeof libraryProps>[0]) =>
      names(libraryOffers(libraryProps(over), DESK));
    expect(library({})).not.toContain('removeSelected');
    expect(library({ selected: new Set(['one']) })).toContain('removeSelected');
    expect(library({})).not.toContain('notes');
    const all = [
      ...Object.values(SIDEBAR_STATES).map((props) => names(sidebarOffers(props))),
      ...Object.values(POPUP_STATES).map((props) => names(popupOffers(props, () => undefined))),
      library({}),
      library({ selected: new Set(['one']), reading: READING }),
      names(optionsOffers(OPTIONS_PROPS, () => undefined)),
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
