import { cleanup, fireEvent, render, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { PopupActions } from '#components/popup/PopupState.ts';
import { PopupView } from '#components/popup/PopupView.tsx';
import { RecoveryView } from '#components/recovery/RecoveryView.tsx';
import './english.ts';
import { OptionsView } from '#components/options/OptionsView.tsx';
import { OPTIONS_STATES, recoveryProps } from './pageStates.ts';
import { POPUP_STATES, popupProps } from './popupStates.ts';

afterEach(cleanup);

function show(name: string) {
  const calls: unknown[][] = [];
  /** What is done by the way, wherever the pointer goes. */
  const prepared: unknown[][] = [];
  const actions = new Proxy(
    {},
    {
      get:
        (_, called) =>
        (...given: unknown[]) => {
          (called === 'prepareSearch' ? prepared : calls).push([called, ...given]);
        },
    },
  ) as PopupActions;
  return {
    calls,
    prepared,
    actions,
    ...render(<PopupView {...popupProps({ ...POPUP_STATES[name], actions })} />),
  };
}

describe('popup', () => {
  it('says what the page is', () => {
    const { getByTestId } = show('article');
    expect(getByTestId('page-state').dataset.page).toBe('article');
    expect(getByTestId('page-state').textContent).toContain('News article · The Harbour Post');
    expect(getByTestId('page-state').textContent).toContain('1 changed, 1 missing');
  });

  it('takes the note and tags of its article right there', async () => {
    const { calls, getByTestId, getByLabelText } = show('article');
    const own = within(getByTestId('page-state'));
    await userEvent.click(own.getByTestId('note'));
    await userEvent.fill(own.getByTestId('note-input'), 'Ask the board.');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(getByLabelText('Remove tag work'));
    expect(calls).toContainEqual(['editArticleNote', 'Ask the board.']);
    expect(calls).toContainEqual(['finishArticleNote']);
    expect(calls).toContainEqual(['changeArticleTags', { add: [], remove: ['work'] }]);
  });

  it('asks how predictions came out, and takes the answer right there', async () => {
    const { calls, getByTestId } = show('due');
    const own = within(getByTestId('due'));
    await userEvent.click(own.getByTestId('due-partly'));
    await userEvent.click(own.getByTestId('due-looked'));
    const [first] = own.getAllByTestId<HTMLInputElement>('due-day');
    fireEvent.input(first as HTMLInputElement, { target: { value: '2026-04-01' } });
    await userEvent.click(own.getAllByTestId('due-again')[0] as HTMLElement);
    expect(calls).toEqual([
      ['answerDue', 'one', 'partly'],
      ['askAgain', 'two', null],
      ['askAgain', 'one', '2026-04-01'],
    ]);
  });

  it('says of other devices when they were last met, what waits, and what needs the reader', async () => {
    const { calls, getByTestId } = show('other devices');
    const line = getByTestId('sync-line').querySelector('span');
    expect(line?.textContent).toMatch(
      /^Other devices: .+ · 3 changes wait for another device to read them\./,
    );
    await userEvent.click(within(getByTestId('sync-line')).getByRole('button', { name: 'Options' }));
    expect(calls.map(([called]) => called)).toEqual(['openOptions']);
    cleanup();
    expect(show('other devices, trouble').getByTestId('sync-line').dataset.nudge).toBe('true');
    cleanup();
    expect(show('article').queryByTestId('sync-line')).toBeNull();
  });

  it('asks again on no day that is over', async () => {
    const { calls, getByTestId } = show('due');
    const own = within(getByTestId('due'));
    const [first] = own.getAllByTestId<HTMLInputElement>('due-day');
    fireEvent.input(first as HTMLInputElement, { target: { value: '2026-03-12' } });
    await userEvent.click(own.getAllByTestId('due-again')[0] as HTMLElement);
    expect(calls).toEqual([]);
  });

  it('opens the sidebar in the very click', async () => {
    const { calls, getByTestId } = show('article');
    getByTestId('open-sidebar').click();
    expect(calls).toEqual([['openSidebar']]);
  });

  it('offers to annotate what is no article', async () => {
    const { calls, getByTestId } = show('not an article');
    await userEvent.click(getByTestId('annotate-anyway'));
    expect(calls).toEqual([['annotateAnyway']]);
  });

  it('asks as one types', () => {
    const { calls, prepared, getByTestId } = show('article');
    fireEvent.input(getByTestId('search'), { target: { value: 'ferry' } });
    expect(calls).toEqual([['search', 'ferry']]);
    expect(prepared.length).toBeGreaterThan(0);
  });

  it('reads what a search needs only when the reader turns to it', async () => {
    const { prepared, actions, getByTestId, queryByTestId, rerender } = show('article');
    // Wherever the pointer happened to be.
    prepared.length = 0;
    expect(document.activeElement).toBe(getByTestId('search'));
    expect(prepared).toEqual([]);
    await userEvent.hover(getByTestId('chip-unsourced'));
    expect(prepared.length).toBeGreaterThan(0);
    // Not counted yet: the choices stand there already, so that nothing moves.
    rerender(<PopupView {...popupProps({ ...POPUP_STATES.article, tags: null, sites: null, actions })} />);
    expect(getByTestId('chip-tag')).toBeTruthy();
    rerender(<PopupView {...popupProps({ ...POPUP_STATES.article, tags: [], sites: [], actions })} />);
    expect(queryByTestId('chip-tag')).toBeNull();
  });

  it('shows some of many due claims, and more with a press', async () => {
    const { actions, getByTestId, getAllByTestId, queryByTestId, rerender } = show('due');
    const [one] = POPUP_STATES.due?.due ?? [];
    const due = Array.from({ length: 12 }, (_, at) => ({ ...(one as NonNullable<typeof one>), id: `${at}` }));
    rerender(<PopupView {...popupProps({ ...POPUP_STATES.due, due, actions })} />);
    expect(getAllByTestId('due-day')).toHaveLength(5);
    expect(getByTestId('due-more').textContent).toBe('Show 7 more');
    await userEvent.click(getByTestId('due-more'));
    expect(getAllByTestId('due-day')).toHaveLength(12);
    expect(queryByTestId('due-more')).toBeNull();
    expect(document.activeElement?.closest('[data-testid=due]')).not.toBeNull();
  });

  it('marks the words found and opens the article at the highlight', async () => {
    const { calls, getAllByTestId } = show('found');
    const [first, second] = getAllByTestId('hit');
    const marks = (hit?: Element) => [...(hit?.querySelectorAll('mark') ?? [])].map((one) => one.textContent);
    expect(marks(first)).toEqual(['Unemployment', 'ferry']);
    expect(marks(second)).toEqual(['unemployment', 'ferry']);
    first?.focus();
    await userEvent.keyboard('{Enter}');
    expect(calls).toEqual([['openArticle', 'a', 'one']]);
  });

  it('begins with the search, and goes through the finds by arrow keys', async () => {
    const { calls, getByTestId, getAllByTestId } = show('found');
    expect(document.activeElement).toBe(getByTestId('search'));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(getAllByTestId('hit')[1]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(getByTestId('search'));
    await userEvent.keyboard('{Enter}');
    expect(calls).toEqual([['openLibrary'], ['openArticle', 'a', 'one']]);
  });

  it('goes on with the search at any letter', async () => {
    const { getByTestId, getAllByTestId } = show('found');
    getAllByTestId('hit')[1]?.focus();
    await userEvent.keyboard('s');
    expect(document.activeElement).toBe(getByTestId('search'));
  });

  it('narrows by chips', async () => {
    const { calls, getByTestId } = show('found');
    await userEvent.click(getByTestId('chip-missing'));
    await userEvent.selectOptions(getByTestId('chip-since'), 'Last 7 days');
    expect(calls).toEqual([
      ['search', 'unemployment ferry is:missing'],
      ['search', 'unemployment ferry after:7d'],
    ]);
  });

  it('keeps the focus when a row is deleted, when the last one is, and when the toast goes', async () => {
    const { getAllByTestId, getByTestId, rerender } = show('article');
    const { recent } = popupProps();
    getAllByTestId('delete')[0]?.focus();
    await userEvent.keyboard('{Enter}');
    const undo = { id: 't', text: 'Deleted', undo: true };
    rerender(<PopupView {...popupProps({ recent: recent?.slice(1) ?? [], toast: undo })} />);
    expect(document.activeElement).toBe(getAllByTestId('delete')[0]);
    await userEvent.keyboard('{Enter}');
    rerender(<PopupView {...popupProps({ recent: [], toast: undo })} />);
    await expect.poll(() => document.activeElement).toBe(getByTestId('search'));
    getByTestId('undo').focus();
    rerender(<PopupView {...popupProps({ recent: recent?.slice(1) ?? [] })} />);
    await expect.poll(() => document.activeElement).toBe(getByTestId('search'));
  });

  it('says how many there are in all, and how many of them are not shown', () => {
    const { getByTestId, container } = show('found');
    expect(getByTestId('results-count').textContent).toBe('9 results in 2 articles');
    expect(container.textContent).toContain('2 more in this article');
    expect(container.textContent).toContain('5 more results; add a word to come closer');
  });

  it('says what is wrong with a query', () => {
    const { getByTestId } = show('wrong query');
    expect(getByTestId('query-fault').textContent).toContain('“is:sourceless”');
  });

  it('says what was searched when nothing is found', () => {
    const { container } = show('nothing found');
    expect(container.textContent).toContain('“zebra”');
  });

  it('exports this article, a listed one, and everything', async () => {
    const { calls, getByTestId, getAllByTestId, getAllByRole } = show('article');
    await userEvent.click(getByTestId('export-copy'));
    await userEvent.click(getByTestId('export-article'));
    await userEvent.click(getByTestId('export-more'));
    const listed = getAllByRole('button', { name: /Copy “Council/u });
    await userEvent.click(listed[0] ?? getByTestId('popup'));
    expect(getAllByTestId('article-item')).toHaveLength(2);
    expect(calls).toEqual([
      ['copyMarkdown', { kind: 'article', articleId: 'a' }],
      ['openExport', { kind: 'article', articleId: 'a' }],
      ['openExport', { kind: 'all' }],
      ['copyMarkdown', { kind: 'article', articleId: 'b' }],
    ]);
  });

  it('opens the export of everything by keyboard', async () => {
    const { calls, getByTestId } = show('article');
    getByTestId('export-all-copy').focus();
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(getByTestId('export-more'));
    await userEvent.keyboard('{Enter}');
    expect(calls).toEqual([['openExport', { kind: 'all' }]]);
  });

  it('deletes a listed article at once', async () => {
    const { calls, getAllByTestId } = show('article');
    const second = getAllByTestId('article-item')[1];
    await userEvent.click(within(second ?? document.body).getByTestId('delete'));
    expect(calls).toEqual([['removeArticle', 'b']]);
  });

  it('always says how old the backup is, and nudges when much would be lost', () => {
    expect(show('article').getByTestId('backup-age').textContent).toContain('Backed up 2 days ago');
    cleanup();
    const line = show('backup wanted').getByTestId('backup-age');
    expect(line.dataset.nudge).toBe('true');
    expect(line.textContent).toContain('34 new highlights are only here');
  });
});

describe('recovery', () => {
  it('starts anew only after an explicit yes', async () => {
    let begun = 0;
    const { getByTestId, getByRole } = render(
      <RecoveryView
        {...recoveryProps({
          onFresh: () => {
            begun += 1;
          },
        })}
      />,
    );
    getByTestId('start-anew').click();
    expect(begun).toBe(0);
    await userEvent.click(getByRole('checkbox'));
    await userEvent.click(getByTestId('start-anew'));
    expect(begun).toBe(1);
  });
});

describe('options', () => {
  it('takes a site however it is typed, and refuses what is none', async () => {
    const sites: string[] = [];
    const props = OPTIONS_STATES['with everything'];
    if (!props) throw new Error('the state is gone');
    const actions = { ...props.actions, addSiteOff: (site: string) => sites.push(site) };
    const { getByLabelText } = render(<OptionsView {...props} actions={actions} />);
    const field = getByLabelText('Site');
    fireEvent.input(field, { target: { value: 'https://www.bank.example/login' } });
    field.focus();
    await userEvent.keyboard('{Enter}');
    fireEvent.input(field, { target: { value: 'no site' } });
    await userEvent.keyboard('{Enter}');
    expect(sites).toEqual(['bank.example']);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });
});
