import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Facts } from '#components/Facts.tsx';
import { PopupView } from '#components/popup/PopupView.tsx';
import { QuickToolbar } from '#components/quick/QuickToolbar.tsx';
import { RecoveryView } from '#components/recovery/RecoveryView.tsx';
import { SidebarView } from '#components/sidebar/SidebarView.tsx';
import { accessibilityFaults } from './audit.ts';
import { english } from './english.ts';
import { recoveryProps } from './pageStates.ts';
import { popupProps } from './popupStates.ts';
import { SIDEBAR_STATES } from './sidebarStates.ts';
import '#assets/styles/base.css';

// What a reader stumbled over who saw it all for the first time.
afterEach(cleanup);
const nothing = () => undefined;

const sidebar = () => {
  const props = SIDEBAR_STATES['article with highlights'];
  if (!props) throw new Error('no such state');
  return render(<SidebarView {...props} />);
};

/** Levels of the headings, in the order of reading. */
const levels = (root: Element) =>
  [...root.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName.slice(1)));

describe('forms in the sidebar', () => {
  it('the article’s form has a heading of its own, the page’s first', async () => {
    const { container, getByLabelText } = sidebar();
    fireEvent.click(getByLabelText(english('article.edit')));
    await vi.waitFor(() => expect(container.querySelector('.article-form')).not.toBeNull());
    expect(container.querySelector('h1')?.textContent).toBe(english('article.edit'));
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('the source’s form stands under a heading of the level above', async () => {
    const { container, getAllByTestId } = sidebar();
    fireEvent.click(getAllByTestId('add-source')[0] as HTMLElement);
    await vi.waitFor(() => expect(container.querySelector('.form-title')).not.toBeNull());
    expect(levels(container).every((level, at, all) => level <= (all[at - 1] ?? 0) + 1)).toBe(true);
    expect(await accessibilityFaults(container)).toEqual([]);
  });
});

it('a button says to ears what it says to eyes', () => {
  const { container } = sidebar();
  const named = [...container.querySelectorAll('.note-edit')];
  expect(named.length).toBeGreaterThan(0);
  for (const button of named)
    expect(button.getAttribute('aria-label') ?? button.textContent).toContain(button.textContent);
});

it('the toolbar says in a word what note, source and claim are', () => {
  const { container } = render(
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
    />,
  );
  const words = [...container.querySelectorAll('button')]
    .map(({ textContent }) => textContent)
    .filter(Boolean);
  expect(words).toEqual(['Note', 'Source', 'Claim']);
});

describe('the recovery page', () => {
  it('says of a healthy library that it is whole, and offers no way to lose it', () => {
    const { container, queryByTestId } = render(
      <RecoveryView {...recoveryProps({ healthy: true, counts: { expected: 2, found: 2 } })} />,
    );
    expect(container.querySelector('h1')?.textContent).toBe(english('recovery.healthy'));
    expect(container.textContent).not.toContain('damaged');
    expect(container.textContent).not.toContain('expected');
    expect(queryByTestId('start-anew')).toBeNull();
  });
});

it('the popup switches off the site it shows', () => {
  const switchOffHere = vi.fn();
  const { getByTestId } = render(
    <PopupView {...popupProps({ actions: { ...popupProps().actions, switchOffHere } })} />,
  );
  fireEvent.click(getByTestId('switch-off'));
  expect(switchOffHere).toHaveBeenCalledOnce();
});

describe.each(['ltr', 'rtl'] as const)('facts in a row, %s', (dir) => {
  it.each([320, 200, 120, 90])('leave no dot hanging at %i px', async (width) => {
    await page.viewport(400, 400);
    const { container } = render(
      <div dir={dir} style={{ width: `${width}px`, font: '16px sans-serif' }}>
        <Facts>
          News article
          <bdi>Politics and life</bdi>
          {false}
          English
          <bdi>The Velmark Courier</bdi>
        </Facts>
      </div>,
    );
    const row = container.querySelector('.facts')?.getBoundingClientRect() ?? new DOMRect();
    const dots = [...container.querySelectorAll('.fact-dot')];
    expect(dots.length).toBe(3);
    for (const dot of dots) {
      const box = dot.getBoundingClientRect();
      const fact = dot.parentElement as HTMLElement;
      const isSeen = dir === 'ltr' ? box.right > row.left + 1 : box.left < row.right - 1;
      const before = fact.previousElementSibling?.getBoundingClientRect();
      // A dot is seen where a fact stands before it in the same line, and nowhere else.
      expect(isSeen).toBe(before !== undefined && before.top < box.bottom && before.bottom > box.top);
    }
  });
});
