import { cleanup, fireEvent, render, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { SourceDraft } from '#components/sidebar/SidebarActions.ts';
import type { Card } from '#components/sidebar/SidebarState.ts';
import { SidebarView } from '#components/sidebar/SidebarView.tsx';
import type { Claim } from '#model/records.ts';
import './english.ts';
import { sampleCard, sampleFacts, sampleSource } from './samples.ts';
import { sidebarProps } from './sidebarStates.ts';

afterEach(cleanup);

/** A side bar whose claim lives, as it does in the model, and whose other deeds are kept. */
function show(first: Card) {
  const calls: unknown[][] = [];
  const claims: (Claim | undefined)[] = [];
  function Panel() {
    const [claim, setClaim] = useState(first.annotation.claim);
    const card = { ...first, annotation: { ...first.annotation, claim } };
    const actions = new Proxy(
      {},
      {
        get: (_, name) =>
          name === 'setClaim'
            ? (_id: string, next: Claim | undefined) => {
                claims.push(next);
                setClaim(next);
              }
            : (...given: unknown[]) => calls.push([name, ...given]),
      },
    ) as ReturnType<typeof sidebarProps>['card'];
    const state = { kind: 'article' as const, facts: sampleFacts(), cards: [card] };
    return <SidebarView {...sidebarProps({ state, card: actions })} />;
  }
  const view = render(<Panel />);
  return { calls, claims, own: within(view.getByTestId('card')), ...view };
}

const suggested = { who: 'Minister Adela Korth', kind: 'person', start: 0, end: 20 } as const;
const prediction: Claim = { statement: '', type: 'prediction', attribution: 'X', status: 'open' };

describe('a claim by keys alone', () => {
  it('is made with one key, its kind chosen with another, its speaker accepted with a press', async () => {
    const { claims, own } = show(sampleCard({}, { suggested }));
    own.getByTestId('go').focus();
    await userEvent.keyboard('c');
    expect(own.getByTestId('claim').hasAttribute('open')).toBe(true);
    await userEvent.keyboard('1');
    expect(claims.at(-1)?.type).toBe('quantity');
    expect((document.activeElement as HTMLInputElement).value).toBe('quantity');
    const described = document.activeElement?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe(
      'Compared with what? Which period, which base?',
    );
    expect(claims.at(-1)?.attribution).toBe('');
    await userEvent.keyboard('{Tab}{Enter}');
    expect(claims.at(-1)?.attribution).toBe('Minister Adela Korth');
    expect(own.queryByTestId('attribution-chip')).toBe(null);
    expect(document.activeElement).toBe(own.getByTestId('claim-attribution'));
  });

  it('does not take a letter that is typed into a field', async () => {
    const { claims, own } = show(sampleCard({ note: 'x' }));
    await userEvent.click(own.getByTestId('note'));
    await userEvent.keyboard('c');
    expect(claims).toEqual([]);
  });

  it('shows no form on a plain highlight', () => {
    const { own } = show(sampleCard());
    expect(own.queryByTestId('claim')).toBe(null);
    expect(own.queryByRole('textbox')).toBe(null);
  });

  it('asks when a prediction can be judged, and how it came out', async () => {
    const { claims, own } = show(sampleCard({ claim: prediction }));
    await userEvent.click(own.getByText('Prediction', { selector: '.claim-type' }));
    fireEvent.input(own.getByTestId('claim-day'), { target: { value: '2027-01-01' } });
    expect(claims.at(-1)?.resolveBy).toBe('2027-01-01');
    await userEvent.selectOptions(own.getByLabelText('How it came out'), 'partly');
    expect(claims.at(-1)?.outcome).toBe('partly');
  });
});

describe('the sourcing status', () => {
  it('says in words why, with one press', async () => {
    const wire = { tier: 'secondary', wire: 'AP', quote: null } as const;
    const sources = [
      sampleSource({ ...wire, id: 'a', title: 'First print', url: 'https://a.example/1' }),
      sampleSource({ ...wire, id: 'b', title: 'Second print', url: 'https://b.example/1' }),
    ];
    const { own } = show(sampleCard({ claim: prediction, sources }));
    const reasons = own.getByTestId('sourcing-reasons');
    expect(reasons.checkVisibility()).toBe(false);
    own.getByTestId('sourcing').querySelector('summary')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(reasons.checkVisibility()).toBe(true);
    expect([...reasons.children].map((line) => line.textContent)).toEqual([
      'First print counts as an independent report.',
      'Second print does not count again: it is the same agency’s story as First print.',
    ]);
  });
});

describe('article and source compared', () => {
  const told = (exact: string) => {
    const { own } = show(
      sampleCard({ sources: [sampleSource({ quote: { exact, prefix: '', suffix: '' } })] }),
    );
    return own.queryByTestId('fidelity');
  };

  it('shows both figures where they differ', () => {
    const line = told(
      'Unemployment in Velmark rose to 8.4 per cent in May, the highest since the ferry strike',
    );
    expect(line?.dataset.result).toBe('figure differs');
    expect(line?.querySelector('li')?.textContent).toContain('3.1%');
    expect(line?.querySelector('li')?.textContent).toContain('8.4 per cent');
  });

  it('is calm about punctuation and the way a figure is written', () => {
    const line = told(
      '“unemployment in Velmark rose to 3.1 per cent in May – the highest since the ferry strike”',
    );
    expect(line?.dataset.result).toBe('verbatim');
  });

  it('says nothing where the source says it in words of its own', () => {
    expect(told('Nobody counted the harbour workers that week, the bureau conceded later on.')).toBe(null);
  });
});

describe('claims seen before', () => {
  const entry = {
    id: 'other',
    articleId: 'article-2',
    updatedAt: '2026-03-04T09:00:00.000Z',
    articleTitle: 'Jobs report',
    language: 'en',
    quote: 'Joblessness went up to 3.1 per cent.',
    sources: [sampleSource({ stance: 'disputes' })],
  };

  it('are counted, told apart by what they say, and one press away', async () => {
    const { calls, own } = show(
      sampleCard({ claim: prediction }, { seen: [{ entry, relation: 'other figure' }] }),
    );
    const seen = own.getByTestId('seen-before');
    expect(seen.querySelector('summary')?.textContent).toContain('one disputed');
    await userEvent.click(seen.querySelector('summary') as HTMLElement);
    expect(seen.textContent).toContain('With another figure');
    await userEvent.click(own.getByRole('button', { name: entry.quote }));
    expect(calls).toEqual([['openClaim', 'article-2', 'other']]);
  });

  it('count how often a source is cited, and lead to where it is', async () => {
    const { calls, own } = show(sampleCard({ sources: [sampleSource()] }, { cited: { 'source-1': 3 } }));
    expect(own.getByTestId('source-cited').textContent).toBe('cited in 3 of your claims');
    await userEvent.click(own.getByTestId('source-cited'));
    expect(calls).toEqual([['showCiting', sampleSource().url]]);
  });
});

describe('a source without typing', () => {
  const handed = (data: Record<string, string>) => {
    const transfer = new DataTransfer();
    for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
    return transfer;
  };

  it('is taken from a paste of words with an address', () => {
    const { calls, getByTestId, own } = show(sampleCard());
    own.getByTestId('go').focus();
    const clipboardData = handed({ 'text/plain': 'The bulletin: https://stats.example/may.' });
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    getByTestId('go').dispatchEvent(paste);
    expect(calls).toEqual([
      ['handSource', 'one', { url: 'https://stats.example/may', title: 'The bulletin', quote: '' }],
    ]);
  });

  it('leaves a paste into a field to the field, and one without an address alone', async () => {
    const { calls, own } = show(sampleCard());
    await userEvent.click(own.getByTestId('add-source'));
    for (const [target, text] of [
      [own.getByTestId('source-title'), 'https://stats.example/may'],
      [own.getByTestId('go'), 'no address'],
    ] as const) {
      const clipboardData = handed({ 'text/plain': text });
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }
    expect(calls.filter(([name]) => name === 'handSource')).toEqual([]);
  });

  it.each([
    [
      'a link',
      {
        'text/uri-list': 'https://stats.example/may',
        'text/html': '<a href="https://stats.example/may">May</a>',
      },
      { url: 'https://stats.example/may', title: 'May', quote: '' },
    ],
    [
      'words',
      { 'text/plain': 'The rate was 3.1 per cent.' },
      { url: '', title: '', quote: 'The rate was 3.1 per cent.' },
    ],
  ])('is taken from %s dropped on the card', (_case, data, source) => {
    const { calls, getByTestId } = show(sampleCard());
    const dataTransfer = handed(data);
    getByTestId('card').dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    );
    expect(calls).toEqual([['handSource', 'one', source]]);
  });

  it('takes nothing that is no web address', () => {
    const { calls, getByTestId } = show(sampleCard());
    const dataTransfer = handed({ 'text/uri-list': 'javascript:alert(1)' });
    getByTestId('card').dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    );
    expect(calls).toEqual([]);
  });
});

describe('an archived copy', () => {
  const one = sampleCard({ sources: [sampleSource()] });
  const url = 'https://web.archive.org/web/20260312/https://statistics.example/releases/labour-may';

  it('is found by a link to the archives and kept once its address is checked', async () => {
    const { calls, own } = show(one);
    const archive = within(own.getByTestId('archive'));
    await userEvent.click(archive.getByText('Keep an archived copy'));
    expect(archive.getByText('Open the Wayback Machine').getAttribute('href')).toBe(
      'https://web.archive.org/web/*/https://statistics.example/releases/labour-may',
    );
    fireEvent.input(archive.getByTestId('archive-url'), { target: { value: `${url}-other` } });
    await userEvent.click(archive.getByTestId('archive-save'));
    expect(archive.getByRole('alert').textContent).toBe('This is a copy of another page.');
    expect(calls).toEqual([]);
    fireEvent.input(archive.getByTestId('archive-url'), { target: { value: url } });
    await userEvent.click(archive.getByTestId('archive-save'));
    expect(calls).toEqual([['archiveSource', 'one', 'source-1', url]]);
    expect(archive.queryByRole('alert')).toBe(null);
  });
});

describe('a check for others', () => {
  it('is offered where there is a claim, a correction request where one is disputed', async () => {
    const { calls, getByTestId, own } = show(sampleCard({ sources: [sampleSource({ stance: 'disputes' })] }));
    await userEvent.click(own.getByTestId('copy-correction'));
    expect(calls).toEqual([['copyCorrection', 'one']]);
    expect(getByTestId('export-check')).not.toBe(null);
    expect(getByTestId('export-reviews')).not.toBe(null);
  });

  it('is not offered for plain highlights', () => {
    const { own, queryByTestId } = show(sampleCard());
    expect(queryByTestId('export-check')).toBe(null);
    expect(own.queryByTestId('copy-correction')).toBe(null);
  });
});

describe('links of the article', () => {
  const links = [
    {
      url: 'https://statistics.example/a',
      text: 'the bulletin',
      place: 'inside' as const,
      kind: 'official' as const,
    },
    {
      url: 'https://post.example/b',
      text: 'as we reported',
      place: 'beside' as const,
      kind: 'same outlet' as const,
    },
  ];

  it('are offered beside the form, one press each, and asked for only then', async () => {
    const { calls, own } = show(sampleCard({}, { links }));
    expect(own.queryByTestId('link-offers')).toBe(null);
    await userEvent.click(own.getByTestId('add-source'));
    expect(calls).toEqual([['lookUpLinks', 'one']]);
    const offers = within(own.getByTestId('link-offers'));
    expect(own.getByTestId('link-offers').textContent).toContain(
      'statistics.example · official · in the words',
    );
    expect(offers.queryByText('Here the article cites only its own outlet.')).toBe(null);
    await userEvent.click(offers.getByText('the bulletin'));
    expect(calls.at(-1)).toEqual([
      'handSource',
      'one',
      { url: 'https://statistics.example/a', title: 'the bulletin', quote: '' },
    ]);
  });

  it('are marked where the article cites only itself', async () => {
    const { own } = show(sampleCard({}, { links: links.slice(1) }));
    await userEvent.click(own.getByTestId('add-source'));
    expect(own.getByText('Here the article cites only its own outlet.')).not.toBe(null);
  });
});

it('goes from a highlight to a corroborated claim by keys alone, and says so', async () => {
  let id = 0;
  const said: string[] = [];
  function Panel() {
    const [annotation, setAnnotation] = useState(sampleCard().annotation);
    const actions = new Proxy(
      {
        setClaim: (_: string, claim: Claim | undefined) => setAnnotation((one) => ({ ...one, claim })),
        addSource: (_: string, { quote, ...draft }: SourceDraft) => {
          id += 1;
          const exact = quote ? { exact: quote, prefix: '', suffix: '' } : null;
          const source = sampleSource({ ...draft, id: `s${id}`, quote: exact });
          setAnnotation((one) => ({ ...one, sources: [...one.sources, source] }));
        },
      },
      { get: (own, name) => Reflect.get(own, name) ?? (() => undefined) },
    ) as ReturnType<typeof sidebarProps>['card'];
    const card = { ...sampleCard(), annotation, ...(annotation.claim?.attribution ? {} : { suggested }) };
    const state = { kind: 'article' as const, facts: sampleFacts(), cards: [card] };
    return <SidebarView {...sidebarProps({ state, card: actions })} />;
  }
  const { getByTestId } = render(<Panel />);
  const own = within(getByTestId('card'));
  new MutationObserver(() => {
    const line = getByTestId('card').querySelector('[data-testid=sourcing] [aria-live=polite]')?.textContent;
    if (line && line !== said.at(-1)) said.push(line);
  }).observe(getByTestId('card'), { subtree: true, childList: true, characterData: true });
  own.getByTestId('go').focus();
  await userEvent.keyboard('c1{Tab}{Enter}');
  expect(own.getByTestId('claim-attribution')).toBe(document.activeElement);
  await expect.poll(() => said).toEqual(['Unsourced']);

  /** Tab until a control has the focus; a control that Tab does not reach fails. */
  const tabTo = async (testid: string, back = false) => {
    for (let presses = 0; presses < 40; presses++) {
      if ((document.activeElement as HTMLElement | null)?.dataset.testid === testid) return;
      await userEvent.keyboard(back ? '{Shift>}{Tab}{/Shift}' : '{Tab}');
    }
    throw new Error(`Tab does not reach ${testid}`);
  };
  await tabTo('add-source');
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('ledger.example/strike{Tab}Strike effect{Tab}{Tab}{ArrowRight}{ArrowLeft}{Enter}');
  await expect.poll(() => said.at(-1)).toContain('Single source');
  await tabTo('add-source');
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('statistics.example/may{Tab}Bulletin{Tab}{Tab}{ArrowRight}{Tab}');
  await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}{Enter}');
  await expect.poll(() => own.getAllByTestId('source').length).toBe(2);
  await expect.poll(() => said.at(-1)).toBe('Corroborated');
});
