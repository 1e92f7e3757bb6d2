import { cleanup, fireEvent, render, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type FormDrafts, FormDraftsContext } from '#components/FormDrafts.ts';
import type { ArticleActions, CardActions } from '#components/sidebar/SidebarActions.ts';
import type { Apart, Card } from '#components/sidebar/SidebarState.ts';
import { SidebarView } from '#components/sidebar/SidebarView.tsx';
import { type Fields, typedKey } from '#model/typedKey.ts';
import './english.ts';
import { sampleCard, sampleFacts, sampleSource } from './samples.ts';
import { SIDEBAR_STATES, sidebarProps } from './sidebarStates.ts';

afterEach(cleanup);

/** Callbacks of which each call is kept as `[name, ...arguments]`. */
function recorder() {
  const calls: unknown[][] = [];
  const actions = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...given: unknown[]) => {
          calls.push([name, ...given]);
        },
    },
  ) as ArticleActions & CardActions;
  return { calls, actions };
}

function show(cards: Card[], facts = sampleFacts(), currentId: string | null = null) {
  const { calls, actions } = recorder();
  const props = sidebarProps({
    state: { kind: 'article', facts, cards },
    currentId,
    card: actions,
    article: actions,
  });
  return { calls, props, ...render(<SidebarView {...props} />) };
}

const state = (kind: 'changed' | 'suggested' | 'missing', textNow?: string): Partial<Card['annotation']> => ({
  anchor: { state: kind, checkedAt: '2026-03-12T09:20:00Z', textNow, lastSeenAt: '2026-03-10T09:20:00Z' },
});

describe('a card', () => {
  it('leads to its highlight', async () => {
    const { calls, getByTestId } = show([sampleCard()]);
    await userEvent.click(getByTestId('go'));
    expect(calls).toEqual([['go', 'one']]);
  });

  it('names itself by id and state', () => {
    const { getByTestId } = show([sampleCard(state('missing'))]);
    expect(getByTestId('card').dataset).toMatchObject({ annotationId: 'one', state: 'missing' });
  });

  it('does not claim a state before the page was looked at', () => {
    const { getByTestId, queryByText } = show([sampleCard(state('missing'), { checking: true })]);
    expect(getByTestId('card').dataset.state).toBe('checking');
    expect(queryByText('Not found in the page any more')).toBe(null);
  });

  it('edits its note in place: focus goes in, every keystroke is told, focus comes back', async () => {
    const { actions, calls } = recorder();
    function Panel() {
      const [note, setNote] = useState('First.');
      const card = {
        ...actions,
        editNote: (_: string, text: string) => setNote(text),
        finishNote: actions.finishNote,
      };
      return (
        <SidebarView
          {...sidebarProps({
            state: { kind: 'article', facts: sampleFacts(), cards: [sampleCard({ note })] },
            card: { ...card, finishNote: actions.finishNote },
          })}
        />
      );
    }
    const { getByTestId } = render(<Panel />);
    const own = within(getByTestId('card'));
    own.getByRole('button', { name: 'Edit note' }).focus();
    await userEvent.keyboard('{Enter}');
    const field = own.getByTestId<HTMLTextAreaElement>('note-input');
    expect(document.activeElement).toBe(field);
    await userEvent.keyboard(' Second.{Escape}');
    expect(own.getByTestId('note').textContent).toContain('First. Second.');
    expect(calls.map(([name]) => name)).toContain('finishNote');
    await expect.poll(() => document.activeElement).toBe(own.getByRole('button', { name: 'Edit note' }));
  });

  it('says in its own place whether the note is saved', () => {
    const { getByTestId } = show([sampleCard({ note: 'x' }, { saving: { kind: 'saved' } })]);
    expect(within(getByTestId('card')).getByTestId('save-state').textContent).toBe('Saved');
  });

  it('holds its buttons still while the word of saving comes and goes, so that a press meets them', async () => {
    const card = (kind: 'idle' | 'saving' | 'saved') => sampleCard({ note: 'x' }, { saving: { kind } });
    const props = (kind: 'idle' | 'saving' | 'saved') =>
      sidebarProps({ state: { kind: 'article', facts: sampleFacts(), cards: [card(kind)] } });
    const { getByTestId, rerender } = render(<SidebarView {...props('idle')} />);
    const own = within(getByTestId('card'));
    await userEvent.click(own.getByTestId('note'));
    const place = () => own.getByTestId('add-source').getBoundingClientRect().top;
    const before = place();
    for (const kind of ['saving', 'saved', 'idle'] as const) {
      rerender(<SidebarView {...props(kind)} />);
      expect(place(), kind).toBe(before);
    }
  });

  it('takes a source by keyboard and gives the focus back', async () => {
    const { calls, getByTestId } = show([sampleCard()]);
    const own = within(getByTestId('card'));
    own.getByTestId('add-source').focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(own.getByTestId('source-url'));
    await userEvent.keyboard('statistics.example/may{Tab}Bulletin{Tab}{ArrowRight}{Enter}');
    expect(calls).toEqual([
      ['lookUpLinks', 'one'],
      [
        'addSource',
        'one',
        {
          url: 'https://statistics.example/may',
          title: 'Bulletin',
          stance: 'disputes',
          tier: 'unknown',
          quote: '',
          locator: '',
          note: '',
        },
      ],
    ]);
    expect(document.activeElement).toBe(own.getByTestId('add-source'));
  });

  it('refuses a source that is no web address, and one that is empty', async () => {
    const { calls, getByTestId } = show([sampleCard()]);
    const own = within(getByTestId('card'));
    await userEvent.click(own.getByTestId('add-source'));
    await userEvent.click(own.getByTestId('save'));
    expect(own.getByTestId('source-url').getAttribute('aria-invalid')).toBe('true');
    fireEvent.input(own.getByTestId('source-url'), { target: { value: 'javascript:alert(1)' } });
    await userEvent.click(own.getByTestId('save'));
    expect(calls).toEqual([['lookUpLinks', 'one']]);
  });

  it('edits and removes its sources', async () => {
    const { calls, getByTestId } = show([sampleCard({ sources: [sampleSource()] })]);
    const source = within(getByTestId('source'));
    await userEvent.click(source.getByRole('button', { name: /Edit source/u }));
    fireEvent.input(source.getByTestId('source-title'), { target: { value: 'Bulletin, corrected' } });
    await userEvent.click(source.getByTestId('save'));
    // Nothing else is written: another window may have changed it meanwhile.
    expect(calls[0]).toEqual(['editSource', 'one', 'source-1', { title: 'Bulletin, corrected' }]);
    await userEvent.click(source.getByRole('button', { name: /Remove source/u }));
    expect(calls[1]).toEqual(['removeSource', 'one', 'source-1']);
  });

  it('shows how well it is sourced', () => {
    const { getByTestId } = show([sampleCard({ sources: [sampleSource()] })]);
    expect(getByTestId('sourcing').querySelector('.sourcing-status')?.textContent).toBe('Corroborated');
  });

  it('is deleted at once, without a question', async () => {
    const { calls, getByTestId } = show([sampleCard()]);
    await userEvent.click(getByTestId('delete'));
    expect(calls).toEqual([['remove', 'one']]);
  });
});

describe('a form that was filled in before a crash', () => {
  /** The side bar with texts in hand; `typed` is what stands in them. */
  function showWith(texts: Record<string, Fields>, card = sampleCard()) {
    const typed = new Map(Object.entries(texts));
    const { calls, actions } = recorder();
    function Panel() {
      const [, draw] = useState(0);
      const forms: FormDrafts = {
        get: (key) => typed.get(key),
        type: (key, fields) => typed.set(key, fields),
        drop: (key) => {
          typed.delete(key);
          draw(Math.random());
        },
      };
      const state = { kind: 'article' as const, facts: sampleFacts(), cards: [card] };
      return (
        <FormDraftsContext.Provider value={forms}>
          <SidebarView {...sidebarProps({ state, card: actions, article: actions })} />
        </FormDraftsContext.Provider>
      );
    }
    return { typed, calls, ...render(<Panel />) };
  }
  const newSource = typedKey.newSource('one');

  it('stands there with its words and leaves the focus where it is', () => {
    const { getByTestId } = showWith({ [newSource]: { url: 'port.example/tari', stance: 'disputes' } });
    const own = within(getByTestId('card'));
    expect(own.getByTestId('source-url')).toHaveProperty('value', 'port.example/tari');
    expect(own.getByRole('radio', { name: 'Disputes' })).toHaveProperty('checked', true);
    expect(own.getByTestId('add-source').getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(document.body);
  });

  it('takes no stance that is none', () => {
    const { getByRole } = showWith({ [newSource]: { stance: 'sideways', tier: '' } });
    expect(getByRole('radio', { name: 'Supports' })).toHaveProperty('checked', true);
  });

  it('is given up with Cancel, and the focus has a place to go', async () => {
    const { typed, getByTestId, getByRole, queryByTestId } = showWith({ [newSource]: { title: 'Tariffs' } });
    await userEvent.click(getByRole('button', { name: 'Cancel' }));
    expect(typed.size).toBe(0);
    expect(queryByTestId('source-url')).toBe(null);
    expect(document.activeElement).toBe(getByTestId('add-source'));
  });

  it('tells only the fields that differ from what is stored', () => {
    const key = typedKey.source('one', 'source-1');
    const { typed, getByTestId } = showWith({ [key]: {} }, sampleCard({ sources: [sampleSource()] }));
    const own = within(getByTestId('source'));
    fireEvent.input(own.getByTestId('source-title'), { target: { value: 'Bulletin 2' } });
    expect(typed.get(key)).toEqual({ title: 'Bulletin 2' });
    fireEvent.input(own.getByTestId('source-title'), { target: { value: sampleSource().title } });
    expect(typed.get(key)).toEqual({});
    expect(own.getByTestId('source-title')).toBeVisible();
  });

  it('of the article’s details, and a tag, too', async () => {
    const { typed, calls, getByLabelText, getByRole } = showWith({
      [typedKey.metadata(sampleFacts().url)]: { authors: 'Ilse Varga\nJo' },
      [typedKey.tag('one')]: { tag: 'har' },
    });
    expect(getByLabelText('Authors, one a line')).toHaveProperty('value', 'Ilse Varga\nJo');
    const tag = getByLabelText('Add a tag');
    expect(tag).toHaveProperty('value', 'har');
    await userEvent.type(tag, 'bour{Enter}');
    expect(calls).toEqual([['changeTags', 'one', { add: ['harbour'], remove: [] }]]);
    await userEvent.click(getByRole('button', { name: 'Cancel' }));
    expect(typed.size).toBe(0);
  });
});

describe('what the page did to the words', () => {
  it.each([
    ['Keep the old', 'keep-old'],
    ['Accept the new', 'accept-new'],
    ['Both', 'both'],
  ])('changed: "%s" is told as %s', async (name, decision) => {
    const changes = [{ kind: 'added' as const, text: 'rose to 8.4%' }];
    const { calls, getByRole, getByTestId } = show([
      sampleCard(state('changed', 'rose to 8.4%'), { changes }),
    ]);
    expect(getByTestId('diff')).toBeVisible();
    await userEvent.click(getByRole('button', { name }));
    expect(calls).toEqual([['decideWording', 'one', decision]]);
  });

  it('changed: asks no more once decided, for this wording', () => {
    const history = [{ at: '', kind: 'wording-kept' as const, before: 'a', after: 'rose to 8.4%' }];
    const { queryByRole } = show([sampleCard({ ...state('changed', 'rose to 8.4%'), history })]);
    expect(queryByRole('button', { name: 'Accept the new' })).toBe(null);
    cleanup();
    const again = show([sampleCard({ ...state('changed', 'rose to 9.9%'), history })]);
    expect(again.queryByRole('button', { name: 'Accept the new' })).not.toBe(null);
  });

  it.each([
    ['suggestion-yes', true],
    ['suggestion-no', false],
  ])('suggested: %s', async (testid, yes) => {
    const { calls, getByTestId } = show([sampleCard(state('suggested', 'perhaps here'))]);
    await userEvent.click(getByTestId('go'));
    await userEvent.click(getByTestId(testid));
    expect(calls).toEqual([
      ['go', 'one'],
      ['decideSuggestion', 'one', yes],
    ]);
  });

  it('missing: keeps the old words, says when they were seen, and takes a selection', async () => {
    const { calls, getByTestId, queryByTestId } = show([sampleCard(state('missing'))]);
    expect(getByTestId('card').textContent).toContain('Unemployment in Velmark rose to 3.1%');
    expect(getByTestId('card').textContent).toContain('Last seen on 10 March');
    expect(queryByTestId('go')).toBe(null);
    await userEvent.click(getByTestId('anchor-to-selection'));
    expect(calls).toEqual([['anchorToSelection', 'one']]);
  });

  it('never looked for: is not called missing, and leads to its page', async () => {
    const { calls, getByTestId, queryByTestId, queryByText } = show([
      sampleCard(state('missing'), { waiting: true }),
    ]);
    expect(getByTestId('card').dataset.state).toBe('waiting');
    expect(queryByText('Not found in the page any more')).toBe(null);
    expect(queryByTestId('anchor-to-selection')).toBe(null);
    await userEvent.click(getByTestId('go'));
    expect(calls).toEqual([['go', 'one']]);
  });

  it('counts them in one line, and since when', () => {
    const { getByTestId } = show([
      sampleCard({ id: 'a', ...state('changed', 'x') }),
      sampleCard({ id: 'b', ...state('changed', 'x') }),
      sampleCard({ id: 'c', ...state('missing') }),
    ]);
    expect(getByTestId('counts').textContent).toMatch(/^3 highlights2 changed, 1 missing since 10 March/u);
  });

  it('names the day from which on it holds for all of them', () => {
    const anchor = { state: 'changed', textNow: 'x', checkedAt: '2026-03-14T09:20:00Z' } as const;
    const { getByTestId } = show([
      sampleCard({ id: 'a', anchor: { ...anchor, exactAt: '2026-03-12T09:20:00Z' } }),
      sampleCard({ id: 'b', anchor: { ...anchor, exactAt: '2026-03-08T09:20:00Z' } }),
    ]);
    expect(getByTestId('counts').textContent).toMatch(/2 changed since 8 March/u);
  });

  it('does not count what the reader has decided', () => {
    const decided = { at: '2026-03-14T09:20:00Z', kind: 'wording-kept', before: 'w', after: 'x' } as const;
    const { getByTestId } = show([sampleCard({ ...state('changed', 'x'), history: [decided] })]);
    expect(getByTestId('counts').textContent).toBe('1 highlight');
  });
});

describe('a note written in two places', () => {
  const at = '2026-03-12T09:20:00Z';
  const apart = noteApart('Theirs', 'Mine');
  function noteApart(before: string, here: string) {
    return { entry: { at, kind: 'note-conflict' as const, before, after: here }, of: 'note' as const, here };
  }

  it.each([
    ['Keep this', 'Mine'],
    ['Keep the other', 'Theirs'],
  ])('%s', async (name, kept) => {
    const { calls, getByRole } = show([sampleCard({ note: 'Mine' }, { apart })]);
    await userEvent.click(getByRole('button', { name }));
    expect(calls).toEqual([['settleApart', 'one', apart, kept]]);
  });

  it('leaves the field open in which the reader is writing', async () => {
    const shown = (apart?: Apart) => ({
      kind: 'article' as const,
      facts: sampleFacts(),
      cards: [sampleCard({ note: 'Mine' }, apart ? { apart } : {})],
    });
    const { props, getByTestId, rerender } = show([sampleCard({ note: 'Mine' })]);
    await userEvent.click(within(getByTestId('card')).getByTestId('note'));
    const field = getByTestId('note-input');
    rerender(<SidebarView {...props} state={shown(apart)} />);
    expect(getByTestId('conflict')).toBeTruthy();
    expect(document.activeElement).toBe(field);
  });

  it('keeps what is being joined while the other side writes on, and says what it was joined of', async () => {
    const card = (apart: Apart) => sampleCard({ note: apart.here }, { apart });
    const { calls, props, getByRole, getByLabelText, rerender } = show([card(noteApart('The', 'Mine'))]);
    await userEvent.click(getByRole('button', { name: 'Join both' }));
    await userEvent.type(getByLabelText('Both, to be edited'), '!');
    const cards = [card(noteApart('Mine', 'Theirs'))];
    rerender(<SidebarView {...props} state={{ kind: 'article', facts: sampleFacts(), cards }} />);
    expect(getByLabelText('Both, to be edited')).toHaveProperty('value', 'Mine\n\nThe!');
    // Nor does it go where the other side has decided meanwhile.
    const settled = [sampleCard({ note: 'Theirs' })];
    rerender(<SidebarView {...props} state={{ kind: 'article', facts: sampleFacts(), cards: settled }} />);
    expect(getByLabelText('Both, to be edited')).toHaveProperty('value', 'Mine\n\nThe!');
    await userEvent.click(getByRole('button', { name: 'Save' }));
    expect(calls).toEqual([['settleApart', 'one', noteApart('The', 'Mine'), 'Mine\n\nThe!']]);
  });

  it('can be joined, and edited before', async () => {
    const { calls, getByRole, getByLabelText } = show([sampleCard({ note: 'Mine' }, { apart })]);
    await userEvent.click(getByRole('button', { name: 'Join both' }));
    expect(getByLabelText('Both, to be edited')).toHaveProperty('value', 'Mine\n\nTheirs');
    await userEvent.click(getByRole('button', { name: 'Save' }));
    expect(calls).toEqual([['settleApart', 'one', apart, 'Mine\n\nTheirs']]);
  });
});

describe('a claim that two devices wrote at once', () => {
  const entry = {
    at: '2026-03-12T09:20:00Z',
    kind: 'claim-conflict',
    before: 'Tolls rose',
    after: 'Tolls fell',
  } as const;
  const apart = { entry, of: 'statement', here: 'Tolls fell' } as const;
  const claim = { statement: 'Tolls fell', type: 'quantity', attribution: '', status: 'open' } as const;

  it.each([
    ['Keep this', 'Tolls fell'],
    ['Keep the other', 'Tolls rose'],
  ])('says of what there are two wordings: %s', async (name, kept) => {
    const { calls, getByRole } = show([sampleCard({ note: 'Mine', claim }, { apart })]);
    getByRole('region', { name: 'Written in two places at once · The claim in your words' });
    await userEvent.click(getByRole('button', { name }));
    expect(calls).toEqual([['settleApart', 'one', apart, kept]]);
  });

  it('leaves the note beside it to be written', () => {
    const { getByTestId, getByText } = show([sampleCard({ note: 'Mine', claim }, { apart })]);
    expect(getByTestId('conflict').contains(getByText('Mine'))).toBe(false);
  });
});

describe('the article', () => {
  it('never shows one date for the other', () => {
    const facts = sampleFacts();
    facts.metadata = { ...facts.metadata, publishedAt: null };
    const { queryByText } = show([], facts);
    expect(queryByText('Published')).toBe(null);
    expect(queryByText('Updated')).not.toBe(null);
  });

  it('is corrected by the reader', async () => {
    const { calls, getByRole, getByLabelText } = show([]);
    await userEvent.click(getByRole('button', { name: 'Edit the article’s details' }));
    expect(document.activeElement).toBe(getByLabelText('Title'));
    fireEvent.input(getByLabelText('Authors, one a line'), { target: { value: 'Ilse Varga\n\n Jon Hale ' } });
    await userEvent.keyboard('{Enter}');
    // Nothing else is taken for the reader's own: the page may still correct it.
    const { authors } = sampleFacts().metadata;
    expect(calls).toEqual([['editMetadata', { authors: ['Ilse Varga', 'Jon Hale'] }, { authors }]]);
    await expect
      .poll(() => document.activeElement)
      .toBe(getByRole('button', { name: 'Edit the article’s details' }));
  });
});

it('takes nothing for a correction that the reader did not type', async () => {
  const facts = sampleFacts();
  const { calls, props, rerender, getByRole, getByLabelText, queryByLabelText } = show([], facts);
  await userEvent.click(getByRole('button', { name: 'Edit the article’s details' }));
  const later = { ...facts, metadata: { ...facts.metadata, title: 'Said by the page meanwhile' } };
  rerender(<SidebarView {...props} state={{ kind: 'article', facts: later, cards: [] }} />);
  fireEvent.input(getByLabelText('Section'), { target: { value: 'Ports' } });
  await userEvent.click(getByRole('button', { name: 'Save' }));
  await userEvent.click(getByRole('button', { name: 'Edit the article’s details' }));
  await userEvent.click(getByRole('button', { name: 'Save' }));
  expect(queryByLabelText('Section')).toBe(null);
  expect(calls).toEqual([['editMetadata', { section: 'Ports' }, { authors: facts.metadata.authors }]]);
});

it('leads the focus to the card whose highlight was clicked, once', async () => {
  const { props, rerender } = show([sampleCard(), sampleCard({ id: 'two' })]);
  rerender(<SidebarView {...props} currentId="two" />);
  await expect
    .poll(() => document.activeElement?.closest('[data-annotation-id]')?.getAttribute('data-annotation-id'))
    .toBe('two');
  const elsewhere = document.querySelector<HTMLElement>('[data-annotation-id="one"] button');
  elsewhere?.focus();
  rerender(<SidebarView {...props} currentId="two" toast={{ id: 't', text: 'Saved', undo: false }} />);
  expect(document.activeElement).toBe(elsewhere);
});

it('offers to annotate a page that is no article', async () => {
  const { calls, actions } = recorder();
  const { getByTestId } = render(
    <SidebarView {...sidebarProps({ ...SIDEBAR_STATES['not an article'], article: actions })} />,
  );
  await userEvent.click(getByTestId('annotate-anyway'));
  expect(calls).toEqual([['annotateAnyway']]);
});

it('leads from a lost library to recovery, and shows no empty state', async () => {
  const openRecovery = vi.fn();
  const { getByTestId, queryByTestId } = render(
    <SidebarView
      {...sidebarProps({
        trouble: { kind: 'lost', lastBackupAt: null },
        article: { ...recorder().actions, openRecovery },
      })}
    />,
  );
  expect(queryByTestId('empty')).toBe(null);
  await userEvent.click(getByTestId('open-recovery'));
  expect(openRecovery).toHaveBeenCalledOnce();
});

describe('addresses of an article', () => {
  const facts = sampleFacts({
    addresses: ['https://harbour-post.example/a', 'https://harbour-post.example/b'],
    others: [{ id: 'other', title: 'The harbour waits for orders' }],
  });

  it('are separated at the reader’s word', async () => {
    const { calls, getByTestId, getAllByTestId } = show([], facts);
    await userEvent.click(getByTestId('addresses').querySelector('summary') as HTMLElement);
    await userEvent.click(getAllByTestId('separate')[1] as HTMLElement);
    expect(calls).toEqual([['separateAddress', 'https://harbour-post.example/b']]);
  });

  it('are brought together at the reader’s word', async () => {
    const { calls, getByTestId, getByLabelText } = show([], facts);
    await userEvent.click(getByTestId('addresses').querySelector('summary') as HTMLElement);
    expect(getByTestId('merge')).toHaveProperty('disabled', true);
    await userEvent.selectOptions(getByLabelText('This is the same article as…'), 'other');
    await userEvent.click(getByTestId('merge'));
    expect(calls).toEqual([['sameAs', 'other']]);
  });

  it('leave the only one where it is', () => {
    const { queryByTestId } = show([], sampleFacts({ addresses: ['https://harbour-post.example/a'] }));
    expect(queryByTestId('separate')).toBe(null);
  });
});

it('says in a sentence why a page is taken for news', () => {
  const { getByTestId } = show([]);
  expect(getByTestId('reasons').textContent).toBe(
    'News article: Marked as NewsArticle, Byline and date, 14 paragraphs',
  );
});

it('shows what the note said before when asked, and puts one of them back', async () => {
  const { calls, actions } = recorder();
  const notes = [{ note: 'The first thought', at: '2026-03-12T09:20:00Z' }];
  const state = (earlierNotes?: typeof notes) => ({
    kind: 'article' as const,
    facts: sampleFacts(),
    cards: [sampleCard({ note: 'The second thought' }, earlierNotes ? { earlierNotes } : {})],
  });
  const { getByTestId, queryByTestId, rerender } = render(
    <SidebarView {...sidebarProps({ state: state(), card: actions })} />,
  );
  await userEvent.click(getByTestId('earlier-notes'));
  expect(calls).toEqual([['lookUpEarlierNotes', 'one']]);
  rerender(<SidebarView {...sidebarProps({ state: state(notes), card: actions })} />);
  expect(getByTestId('earlier').textContent).toContain('The first thought');
  await userEvent.click(getByTestId('use-earlier'));
  expect(calls.at(-1)).toEqual(['useEarlierNote', 'one', 'The first thought']);
  expect(queryByTestId('earlier')).toBeNull();
});

it('keeps a claim’s fields open while its first words are typed', async () => {
  function Panel() {
    const [claim, setClaim] = useState<Card['annotation']['claim']>({
      statement: '',
      type: 'other',
      attribution: '',
      status: 'open',
    });
    const card = { ...recorder().actions, setClaim: (_: string, next: typeof claim) => setClaim(next) };
    const state = { kind: 'article' as const, facts: sampleFacts(), cards: [sampleCard({ claim })] };
    return <SidebarView {...sidebarProps({ state, card })} />;
  }
  const { getByTestId } = render(<Panel />);
  await userEvent.type(getByTestId('claim-statement'), 'It rose.');
  expect(getByTestId('claim-statement')).toBeVisible();
  expect(getByTestId('claim-statement')).toHaveProperty('value', 'It rose.');
});

describe('a note that no reader of Markdown can take', () => {
  it.each([
    ['quotes within quotes', '>'.repeat(3_000)],
    ['lists within lists', '1. '.repeat(3_000)],
    ['bullets within quotes', '> - '.repeat(1_500)],
    ['emphasis', '_a'.repeat(50_000)],
    ['blanks', `a${' '.repeat(99_998)}b`],
    ['addresses', 'http://a).).'.repeat(8_000)],
  ])('is shown as it was typed, and takes no other card with it: %s', (_, note) => {
    const one = sampleCard({ id: 'one', note });
    const two = sampleCard({ id: 'two', note: 'Fine.' });
    const { getAllByTestId, container } = show([one, two]);
    expect(getAllByTestId('card')).toHaveLength(2);
    expect(container.querySelector('.markdown-plain')?.textContent).toBe(note);
    expect(container.textContent).toContain('Fine.');
  });

  it('that can’t be drawn at all leaves a plain card, and the others as they are', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = sampleCard({ id: 'one', note: 'Still here.', tags: null as unknown as string[] });
    const { getAllByTestId, container } = show([broken, sampleCard({ id: 'two' })]);
    expect(getAllByTestId('card').map(({ dataset }) => dataset.plain)).toEqual(['true', undefined]);
    expect(container.querySelector('[data-plain]')?.textContent).toContain('Still here.');
  });
});

describe('the focus', () => {
  it('goes to the card that comes in the place of a deleted one, and back to a card after Undo', async () => {
    const cards = ['one', 'two', 'three'].map((id) => sampleCard({ id }));
    const facts = sampleFacts();
    const propsOf = (left: Card[], undo: boolean) =>
      sidebarProps({
        state: { kind: 'article', facts, cards: left },
        toast: undo ? { id: 'deed', text: 'Deleted', undo: true } : null,
        palette: { browserKeys: [], onChangeKeys: () => undefined },
      });
    const { getByTestId, getAllByTestId, rerender } = render(<SidebarView {...propsOf(cards, false)} />);
    const cardInHand = () => document.activeElement?.closest<HTMLElement>('[data-testid=card]')?.dataset;
    getAllByTestId('delete')[1]?.focus();
    await userEvent.keyboard('{Control>}k{/Control}{Enter}');
    const [one, , three] = cards as [Card, Card, Card];
    rerender(<SidebarView {...propsOf([one, three], true)} />);
    expect(cardInHand()?.annotationId).toBe('three');
    getByTestId('undo').focus();
    rerender(<SidebarView {...propsOf(cards, false)} />);
    expect(cardInHand()?.annotationId).toBe('two');
    getAllByTestId('delete')[2]?.focus();
    rerender(<SidebarView {...propsOf(cards.slice(0, 2), true)} />);
    expect(cardInHand()?.annotationId).toBe('two');
    rerender(<SidebarView {...propsOf([], true)} />);
    expect(document.activeElement).toBe(getByTestId('sidebar'));
  });
});

describe('many cards', () => {
  const COLORS_OF = ['yellow', 'pink', 'blue'] as const;
  const many = Array.from({ length: 12 }, (_, number) =>
    sampleCard(
      {
        id: `m${number}`,
        color: COLORS_OF[number % 3] ?? 'yellow',
        note: number === 7 ? 'Ask the Pilots’ Guild' : '',
        createdAt: `2026-03-${String(1 + number).padStart(2, '0')}T09:20:00Z`,
        ...(number === 1 && {
          anchor: { state: 'missing', checkedAt: '2026-03-12T09:20:00Z' },
        }),
      },
      { checking: false },
    ),
  );
  const ids = (cards: HTMLElement[]) => cards.map(({ dataset }) => dataset.annotationId);

  it('are gone through by button and by j and k, past what is not found', async () => {
    const { calls, getByTestId, getAllByTestId } = show(many, sampleFacts(), 'm0');
    await userEvent.click(getByTestId('next-card'));
    getAllByTestId('card')[3]?.querySelector<HTMLElement>('button')?.focus();
    await userEvent.keyboard('j');
    await userEvent.keyboard('k');
    expect(calls.filter(([name]) => name === 'go')).toEqual([
      ['go', 'm2'],
      ['go', 'm4'],
      ['go', 'm2'],
    ]);
    expect(getByTestId('previous-card').hasAttribute('disabled')).toBe(true);
  });

  it('are put in the order of time, filtered and folded', async () => {
    const { getByTestId, getAllByTestId } = show(many);
    const placed = many.map(({ annotation }) => annotation.id);
    expect(ids(getAllByTestId('card'))).toEqual(placed);
    await userEvent.selectOptions(getByTestId('cards-order'), 'Newest first');
    expect(ids(getAllByTestId('card'))).toEqual([...placed].reverse());
    await userEvent.selectOptions(getByTestId('cards-order'), 'By place');
    await userEvent.click(getByTestId('fold-cards'));
    const [first, second] = getAllByTestId('card');
    const tags = (card?: HTMLElement) => card?.querySelector<HTMLElement>('.card-foot')?.offsetHeight ?? -1;
    expect(tags(first)).toBe(0);
    // What asks for a decision stays open, and so does what has the focus.
    expect(tags(second)).toBeGreaterThan(0);
    first?.querySelector<HTMLElement>('button')?.focus();
    expect(tags(first)).toBeGreaterThan(0);
    await userEvent.type(getByTestId('filter-cards'), 'pilots');
    expect(ids(getAllByTestId('card'))).toEqual(['m7']);
    expect(getByTestId('cards-kept').textContent).toBe('1 of 12');
  });

  it('show the one that was clicked in the page, whatever they are filtered by', async () => {
    const { props, getByTestId, getAllByTestId, rerender } = show(many);
    await userEvent.type(getByTestId('filter-cards'), 'pilots');
    rerender(<SidebarView {...props} currentId="m3" />);
    await expect.poll(() => ids(getAllByTestId('card'))).toContain('m3');
  });
});
