import { cleanup, fireEvent, render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { QuickEditor, type QuickSource } from '#components/quick/QuickEditor.tsx';
import { QuickToolbar } from '#components/quick/QuickToolbar.tsx';
import { sentenceStyles } from '#components/quick/sentenceStyles.ts';
import { accessibilityFaults, preferScheme } from './audit.ts';
import './english.ts';
import { QUICK_STATES } from './quickStates.tsx';

const sheet = new CSSStyleSheet();
beforeAll(() => {
  sheet.replaceSync(sentenceStyles);
  document.adoptedStyleSheets = [sheet];
});
afterAll(() => {
  document.adoptedStyleSheets = [];
});
afterEach(cleanup);

const nothing = () => undefined;
const focusedName = () => document.activeElement?.getAttribute('data-testid');

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it.each(QUICK_STATES)('%s has no accessibility fault', async (_name, view) => {
    await preferScheme(scheme);
    const { container } = render(<main class="quick-root">{view}</main>);
    expect(await accessibilityFaults(container)).toEqual([]);
  });
});

describe('toolbar', () => {
  const show = (over = {}) =>
    render(
      <QuickToolbar
        color="green"
        inHand={null}
        onUse={nothing}
        onPutDown={nothing}
        onClaim={nothing}
        onMark={nothing}
        onNote={nothing}
        onSource={nothing}
        onClose={nothing}
        {...over}
      />,
    );

  it('is one tab stop, at the colour used last', async () => {
    show();
    await userEvent.tab();
    expect(focusedName()).toBe('mark-green');
  });

  it('is walked with the arrow keys, round the ends', async () => {
    const { getByTestId } = show();
    getByTestId('mark-green').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(focusedName()).toBe('mark-blue');
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(focusedName()).toBe('mark-yellow');
    await userEvent.keyboard('{ArrowLeft}');
    expect(focusedName()).toBe('make-claim');
  });

  it('is walked the other way in a right-to-left interface', async () => {
    document.documentElement.dir = 'rtl';
    const { getByTestId } = show();
    getByTestId('mark-green').focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(focusedName()).toBe('mark-blue');
    document.documentElement.dir = '';
  });

  it('marks in the focused colour with Enter and closes with Escape', async () => {
    const onMark = vi.fn();
    const onClose = vi.fn();
    const { getByTestId } = show({ onMark, onClose });
    getByTestId('mark-pink').focus();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(onMark).toHaveBeenCalledWith('pink');
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('editor', () => {
  function Editor({ onSave = nothing, focus = 'note' }: { onSave?: () => void; focus?: 'note' | 'source' }) {
    const [note, setNote] = useState('');
    const [source, setSource] = useState<QuickSource | null>(
      focus === 'source' ? { url: '', title: '', stance: 'supports' } : null,
    );
    return (
      <QuickEditor
        quote="A quote"
        color="yellow"
        onColor={nothing}
        note={note}
        onNote={setNote}
        source={source}
        onSource={setSource}
        focus={focus}
        saving={{ kind: 'idle' }}
        onSave={onSave}
        onClose={nothing}
      />
    );
  }

  it('takes the focus in the field that was asked for', () => {
    render(<Editor focus="source" />);
    expect(focusedName()).toBe('source-url');
  });

  it('opens with the note and offers the source', async () => {
    const { getByTestId } = render(<Editor />);
    expect(focusedName()).toBe('note-input');
    await userEvent.click(getByTestId('add-source'));
    expect(getByTestId('source-url')).toBeVisible();
  });

  it('saves with Ctrl+Enter from the note', async () => {
    const onSave = vi.fn();
    render(<Editor onSave={onSave} />);
    await userEvent.keyboard('Hm.{Control>}{Enter}{/Control}');
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('does not save a source whose address is none, and says so', async () => {
    const onSave = vi.fn();
    const { getByTestId } = render(<Editor onSave={onSave} focus="source" />);
    fireEvent.input(getByTestId('source-url'), { target: { value: 'javascript:alert(1)' } });
    expect(getByTestId('source-url').getAttribute('aria-invalid')).toBe(null);
    await userEvent.click(getByTestId('save'));
    expect(onSave).not.toHaveBeenCalled();
    expect(getByTestId('source-url').getAttribute('aria-invalid')).toBe('true');
    expect(focusedName()).toBe('source-url');
  });
});
