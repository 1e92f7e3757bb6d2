import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { PopupView } from '#components/popup/PopupView.tsx';
import { accessibilityFaults, preferScheme } from './audit.ts';
import './english.ts';
import { SCREENS } from './everyScreen.tsx';
import { popupProps } from './popupStates.ts';

afterEach(cleanup);

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it.each(SCREENS)('%s has no accessibility fault', async (_name, screen) => {
    await page.viewport(380, 800);
    await preferScheme(scheme);
    const { container } = render(screen);
    expect(await accessibilityFaults(container)).toEqual([]);
  });
});

describe('at 320 px, which is also 640 px at 200 %', () => {
  it.each(SCREENS)('%s needs no sideways scrolling', async (_name, screen) => {
    await page.viewport(320, 800);
    render(screen);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });

  it.each(SCREENS)('%s has targets of at least 24 px', async (_name, screen) => {
    await page.viewport(320, 800);
    const { container } = render(screen);
    const small = [...container.querySelectorAll<HTMLElement>('button, summary, select, textarea')].filter(
      (target) => {
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height) > 1 && (width < 24 || height < 24);
      },
    );
    expect(small.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
  });
});

// Firefox opens its side bar at about this width, with a scroll bar inside.
describe('in a side bar of 240 px', () => {
  const sidebars = SCREENS.filter(([name]) => name.startsWith('sidebar'));

  it.each(sidebars)('%s needs no sideways scrolling and breaks no word', async (_name, screen) => {
    await page.viewport(240, 800);
    const { container } = render(screen);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(240);
    const broken = [...container.querySelectorAll('button, .button')].flatMap((button) => {
      const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
      const words: string[] = [];
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        for (const { index, 0: word } of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
          const range = new Range();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1 && word.length < 16) words.push(word);
        }
      }
      return words;
    });
    expect(broken).toEqual([]);
  });
});

it('leaves no empty bar where there is no message, forced colours or not', async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  const { container } = render(<PopupView {...popupProps()} />);
  expect(container.querySelector('.toast-area')?.getBoundingClientRect().height).toBe(0);
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
});
