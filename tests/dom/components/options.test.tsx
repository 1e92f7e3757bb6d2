import { cleanup, fireEvent, render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setManner } from '#components/manner.ts';
import type { OwnSettings } from '#components/options/OptionsState.ts';
import { type OptionsProps, OptionsView } from '#components/options/OptionsView.tsx';
import { QuickToolbar } from '#components/quick/QuickToolbar.tsx';
import { mannerOf } from '#model/appearance.ts';
import { preferScheme } from './audit.ts';
import { english } from './english.ts';
import { OPTIONS_STATES } from './pageStates.ts';
import { speakIn } from './speakIn.ts';

afterEach(async () => {
  cleanup();
  delete document.documentElement.dataset.theme;
  delete document.documentElement.dataset.textSize;
  await speakIn('en');
});

const nothing = () => undefined;
const props = OPTIONS_STATES['with everything'] as OptionsProps;

/** The options over settings that really change. */
function show() {
  const changes: Partial<OwnSettings>[] = [];
  function Page() {
    const [state, setState] = useState(props.state);
    const actions = {
      ...props.actions,
      change: (settings: Partial<OwnSettings>) => {
        changes.push(settings);
        setState((before) => before && { ...before, ...settings });
      },
    };
    return <OptionsView {...props} state={state} actions={actions} />;
  }
  return { changes, ...render(<Page />) };
}

const shownSections = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>('.page-section')]
    .filter(({ hidden }) => !hidden)
    .map(({ id }) => id);

describe('the options', () => {
  it('have contents that lead to every section', () => {
    const { container } = show();
    const targets = [...container.querySelectorAll('.options-contents a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(targets.length).toBeGreaterThan(8);
    expect(targets).toEqual([...container.querySelectorAll('.page-section')].map(({ id }) => `#${id}`));
  });

  it('are searched by any word on them, and the finds are said', async () => {
    const { container, getByTestId } = show();
    await userEvent.type(getByTestId('options-search'), 'HIBIT nothing');
    expect(shownSections(container)).toEqual([]);
    expect(container.querySelector('.options-search')?.textContent).toContain('HIBIT nothing');
    await userEvent.fill(getByTestId('options-search'), 'downloads folder');
    expect(shownSections(container)).toEqual(['backups']);
    expect(container.querySelector('.options-search')?.textContent).toContain('1 section');
    await userEvent.fill(getByTestId('options-search'), '');
    expect(shownSections(container).length).toBeGreaterThan(8);
  });

  it('apply language, theme and size of text at once', async () => {
    const { changes, getByTestId, getByLabelText } = show();
    await userEvent.selectOptions(getByTestId('language'), 'العربية');
    fireEvent.click(getByLabelText(english('options.themes.dark')));
    fireEvent.click(getByLabelText(english('options.textSizes.larger')));
    expect(changes).toEqual([{ language: 'ar' }, { theme: 'dark' }, { textSize: 'larger' }]);
  });

  it('rename, move and take away colours by keyboard, and never the last', async () => {
    const { changes, getByLabelText, getByTestId } = show();
    const name = getByLabelText(english('options.colorName', { color: 'Green' }));
    await userEvent.fill(name, '  Checked ');
    name.blur();
    expect(changes.at(-1)?.colors?.find(({ color }) => color === 'green')?.name).toBe('Checked');

    const down = english('options.colorDown', { color: 'Yellow' });
    for (let turn = 0; turn < 3; turn++) {
      getByLabelText(down).focus();
      await userEvent.keyboard('{Enter}');
      await vi.waitFor(() => expect(document.activeElement?.closest('li')?.textContent).toBeTruthy());
    }
    expect(changes.at(-1)?.colors?.map(({ color }) => color)).toEqual([
      'pink',
      'green',
      'blue',
      'purple',
      'yellow',
    ]);
    // At the end of the way the button that leads back has the focus.
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(getByLabelText(english('options.colorUp', { color: 'Yellow' }))),
    );

    const boxes = [...getByTestId('colors').querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    for (const box of boxes.slice(1)) fireEvent.click(box);
    expect(boxes[0]?.disabled).toBe(true);
    expect(changes.at(-1)?.colors?.filter(({ offered }) => offered)).toHaveLength(1);
  });
});

describe('what was chosen', () => {
  const colors = [
    { color: 'pink', name: 'Doubtful', offered: true },
    { color: 'yellow', name: '', offered: false },
    { color: 'green', name: '', offered: true },
    { color: 'blue', name: '', offered: false },
    { color: 'purple', name: '', offered: false },
  ] as const;
  const choose = (theme: 'light' | 'dark', textSize: 'normal' | 'larger') => {
    const words = { 'quick.mark': 'Highlight in {color}', 'color.green': 'Green' };
    setManner(
      mannerOf('en', words, { theme, textSize, colors, defaultColor: 'yellow' }),
      document.documentElement,
    );
  };

  it('is what the toolbar offers: fewer colours, in the reader’s order and words', () => {
    choose('light', 'normal');
    const { container } = render(
      <QuickToolbar
        color="yellow"
        inHand={null}
        onUse={nothing}
        onPutDown={nothing}
        onClaim={nothing}
        onMark={nothing}
        onNote={nothing}
        onSource={nothing}
        onClose={nothing}
      />,
    );
    const marks = [...container.querySelectorAll('.quick-color')];
    expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual([
      'Highlight in Doubtful',
      'Highlight in Green',
    ]);
    // The first stop is one that is there.
    expect(marks.map((mark) => mark.getAttribute('tabindex'))).toEqual(['0', '-1']);
  });

  it('overrules the system’s light or dark, and makes text larger', async () => {
    await page.viewport(400, 600);
    const seen = async (scheme: 'light' | 'dark', theme: 'light' | 'dark') => {
      await preferScheme(scheme);
      choose(theme, 'normal');
      return getComputedStyle(document.documentElement).backgroundColor;
    };
    show();
    const light = await seen('light', 'light');
    const dark = await seen('light', 'dark');
    expect(light).not.toBe(dark);
    expect(await seen('dark', 'light')).toBe(light);
    choose('light', 'normal');
    const before = getComputedStyle(document.documentElement).fontSize;
    choose('light', 'larger');
    expect(Number.parseFloat(getComputedStyle(document.documentElement).fontSize)).toBeCloseTo(
      Number.parseFloat(before) * 1.25,
    );
    await preferScheme('light');
  });
});
