import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { t } from '#components/strings.ts';
import { PracticeSection } from '#components/welcome/PracticeSection.tsx';
import { LANGUAGES } from '#model/languages.ts';
import { Practice } from '#panel/welcome/Practice.ts';
import { accessibilityFaults } from './audit.ts';
import { speakIn } from './speakIn.ts';
import '#assets/styles/base.css';

const story = () => ({
  before: t('practice.before'),
  after: t('practice.after'),
  sample: t('practice.sample'),
});

function start() {
  const practice = new Practice(story());
  const Page = () => <PracticeSection state={practice.state.value} actions={practice} />;
  const view = render(<Page />);
  const text = () => view.getByTestId('practice-text');
  /** Selects words as a pointer would leave them. */
  const select = (words: string) => {
    for (const node of text().childNodes) {
      const at = node.textContent?.indexOf(words) ?? -1;
      const leaf = node.nodeType === Node.TEXT_NODE ? node : node.firstChild;
      if (at < 0 || !leaf) continue;
      fireEvent.pointerDown(text());
      getSelection()?.setBaseAndExtent(leaf, at, leaf, at + words.length);
      fireEvent.pointerUp(text());
      return;
    }
    throw new Error(`No ${words}`);
  };
  return { practice, select, text, ...view };
}

beforeEach(() => speakIn('en'));
afterEach(() => {
  cleanup();
  getSelection()?.removeAllRanges();
});

describe('the practice of the welcome page', () => {
  it('goes from words to a note, a source and an edit under the mark', async () => {
    const { select, findByTestId, getByTestId, getAllByTestId, container } = start();
    select('A season ticket costs 60 crowns');
    fireEvent.click(await findByTestId('practice-green'));
    const mark = await waitFor(() => container.querySelector('.practice-mark') ?? Promise.reject());
    expect(mark.textContent).toBe('A season ticket costs 60 crowns');
    expect(mark.getAttribute('data-color')).toBe('green');
    expect(getSelection()?.isCollapsed).not.toBe(false);

    fireEvent.click(await findByTestId('practice-note'));
    await userEvent.fill(await findByTestId('note-input'), 'Ask for the price of last year.');
    fireEvent.click(getByTestId('add-source'));
    await userEvent.fill(await findByTestId('source-url'), 'https://lowmere.example/fees');
    expect(await accessibilityFaults(container)).toEqual([]);
    fireEvent.click(getByTestId('save'));

    fireEvent.click(await findByTestId('practice-edit'));
    await waitFor(() => expect(getByTestId('practice-card').dataset.state).toBe('changed'));
    expect(getByTestId('diff').querySelector('ins')?.textContent).toContain('75');
    expect(container.querySelector('.practice-mark')?.textContent).toBe('A season ticket costs 75 crowns');
    expect(container.textContent).toContain(t('practice.done'));
    expect(container.textContent).toContain('Ask for the price of last year.');
    expect(await accessibilityFaults(container)).toEqual([]);

    fireEvent.click(getByTestId('practice-edit'));
    await waitFor(() => expect(getAllByTestId('practice-card')[0]?.dataset.state).toBe('exact'));
  });

  it('offers its tools for what is selected now, and takes them away with it', async () => {
    const { select, text, findByTestId, queryByTestId } = start();
    select('every lifeguard');
    await findByTestId('practice-yellow');
    fireEvent.pointerDown(text());
    getSelection()?.collapse(text(), 0);
    fireEvent.pointerUp(text());
    await waitFor(() => expect(queryByTestId('practice-yellow')).toBeNull());
  });

  it('keeps what is being written while other words are selected', async () => {
    const { practice, select, findByTestId, getByTestId } = start();
    fireEvent.click(getByTestId('practice-sample'));
    await userEvent.fill(await findByTestId('note-input'), 'Feared by whom?');
    select('every lifeguard');
    expect(practice.state.value.hand).toMatchObject({ kind: 'editor' });
    expect(practice.state.value.marks).toMatchObject([{ note: 'Feared by whom?' }]);
  });

  it('offers its tools for the same words again', async () => {
    const { practice, select, findByTestId, queryByTestId } = start();
    for (const leave of [() => fireEvent.keyDown(document.body, { key: 'Escape' }), () => practice.close()]) {
      select('every lifeguard');
      await findByTestId('practice-yellow');
      leave();
      await waitFor(() => expect(queryByTestId('practice-yellow')).toBeNull());
    }
    select('every lifeguard');
    fireEvent.click(await findByTestId('practice-yellow'));
    await waitFor(() => expect(queryByTestId('practice-yellow')).toBeNull());
    select('every lifeguard');
    fireEvent.click(await findByTestId('practice-pink'));
    expect(practice.state.value.marks).toMatchObject([{ color: 'pink' }]);
  });

  it('counts a source once it has an address, and always offers one', async () => {
    const { getByTestId, findByTestId, container } = start();
    fireEvent.click(getByTestId('practice-sample'));
    fireEvent.click(await findByTestId('add-source'));
    await userEvent.fill(await findByTestId('source-url'), 'htt');
    fireEvent.click(getByTestId('practice-edit'));
    fireEvent.click(await findByTestId('practice-source'));
    expect(container.querySelectorAll('.practice-steps [data-done=true]')).toHaveLength(2);
    await userEvent.fill(await findByTestId('source-url'), 'lowmere.example/pool');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(container.querySelector('.practice-source')).not.toBeNull());
    expect(container.querySelectorAll('.practice-steps [data-done=true]')).toHaveLength(3);
    // The editor had the focus and is gone.
    expect(document.activeElement?.getAttribute('data-testid')).toBe('practice-note');
  });

  it('shows the shorter of two marks on the same words', async () => {
    const { select, findByTestId, container } = start();
    select('will open its swimming bath');
    fireEvent.click(await findByTestId('practice-green'));
    await waitFor(() => expect(container.querySelector('.practice-mark')).not.toBeNull());
    select('open its');
    fireEvent.click(await findByTestId('practice-pink'));
    await waitFor(() =>
      expect([...container.querySelectorAll('.practice-mark')].map(({ textContent }) => textContent)).toEqual(
        ['will ', 'open its', ' swimming bath'],
      ),
    );
  });

  it('is skipped in one press', async () => {
    const { getByTestId, queryByTestId } = start();
    fireEvent.click(getByTestId('practice-skip'));
    await waitFor(() => expect(queryByTestId('practice')).toBeNull());
  });

  it.each(LANGUAGES)('has words to mark, and edits them, in %s', async (language) => {
    await speakIn(language);
    const { getByTestId, container } = start();
    fireEvent.click(getByTestId('practice-sample'));
    await waitFor(() =>
      expect(container.querySelector('.practice-mark')?.textContent).toBe(t('practice.sample')),
    );
    fireEvent.click(getByTestId('practice-edit'));
    await waitFor(() => expect(getByTestId('practice-card').dataset.state).toBe('changed'));
    expect(getByTestId('diff').querySelectorAll('ins, del').length).toBeGreaterThan(1);
  });

  it('is told in another language until something is marked', async () => {
    const { practice, getByTestId, text } = start();
    await speakIn('de');
    practice.tell(story());
    await waitFor(() => expect(text().textContent).toBe(t('practice.before')));
    fireEvent.click(getByTestId('practice-sample'));
    await speakIn('fr');
    practice.tell(story());
    await waitFor(() => expect(practice.state.value.marks).toHaveLength(1));
    expect(practice.state.value.text).toContain('Hallenbad');
  });
});
