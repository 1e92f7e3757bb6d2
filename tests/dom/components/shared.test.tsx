import { cleanup, render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ColorPicker } from '#components/ColorPicker.tsx';
import { Diff } from '#components/Diff.tsx';
import { IsolatedText } from '#components/IsolatedText.tsx';
import { Markdown } from '#components/Markdown.tsx';
import { readableHost } from '#components/readableHost.ts';
import { SaveState } from '#components/SaveState.tsx';
import { setWords } from '#components/strings.ts';
import { TagList } from '#components/TagList.tsx';
import { Toast } from '#components/Toast.tsx';
import { typedAddress } from '#components/typedAddress.ts';
import { agoInWords, dayInWords } from '#components/When.tsx';
import type { TagChange } from '#model/drafts.ts';
import { english } from './english.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
const nothing = () => undefined;

describe('Markdown', () => {
  const html = (text: string) => render(<Markdown text={text} />).container.querySelector('.markdown');

  it('shows emphasis, lists, code and tables as elements', () => {
    const note = html('*a* **b** ~~c~~ `d`\n\n1. one\n2. two\n\n| x | y |\n|--|--|\n| 1 | 2 |');
    for (const tag of ['em', 'strong', 'del', 'code', 'ol > li', 'td']) {
      expect(note?.querySelector(tag)).not.toBe(null);
    }
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    'a <b>bold</b> word',
    '<svg><a href="javascript:alert(1)">x</a></svg>',
  ])('shows raw HTML as the text it is: %s', (text) => {
    const note = html(text);
    expect(note?.querySelector('img, script, b, svg, a')).toBe(null);
    expect(note?.textContent).toContain(text.trim());
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'java&#115;cript:x',
    'file:///etc/passwd',
    '/relative',
  ])('makes no link of %s', (url) => {
    const note = html(`[press](${url})`);
    expect(note?.querySelector('a')).toBe(null);
    expect(note?.textContent).toContain('press');
  });

  it('links to the web without telling where from', () => {
    const link = html('[report](https://statistics.example/a?b=1&c=2)')?.querySelector('a');
    expect(link?.href).toBe('https://statistics.example/a?b=1&c=2');
    expect(link?.rel).toContain('noreferrer');
  });

  it('loads no image but links to it', () => {
    const note = html('![chart](https://statistics.example/chart.png)');
    expect(note?.querySelector('img')).toBe(null);
    expect(note?.querySelector('a')?.textContent).toBe('chart');
  });

  it('reads character references once', () => {
    expect(html('1 &lt; 2 &amp;amp; `&lt;`')?.textContent).toBe('1 < 2 &amp; &lt;');
  });

  it('uses no HTML sink, so it works where Trusted Types allow no policy', () => {
    const sink = vi.spyOn(Element.prototype, 'innerHTML', 'set');
    html('# Title\n\n- [x] done\n\n> quoted <i>raw</i>');
    expect(sink).not.toHaveBeenCalled();
    sink.mockRestore();
  });
});

describe('names of hosts', () => {
  it.each([
    ['https://www.harbour-post.example/a', 'harbour-post.example'],
    ['https://xn--mnchen-3ya.example/', 'münchen.example'],
    ['https://xn--wgv71a119e.jp/', '日本語.jp'],
    ['https://xn--e1afmkfd.xn--p1ai/', 'пример.рф'],
    // Cyrillic letters that pass for Latin ones, alone and mixed.
    ['https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
    ['https://xn--pple-43d.com/', 'xn--pple-43d.com'],
    ['javascript:alert(1)', ''],
    ['nonsense', ''],
  ])('%s is shown as %s', (url, shown) => {
    expect(readableHost(url)).toBe(shown);
  });
});

describe('a typed address', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['statistics.example/may', 'https://statistics.example/may'],
    ['http://statistics.example', 'http://statistics.example'],
    ['localhost', null],
    ['statistics.example:8080/x', 'https://statistics.example:8080/x'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['two words.example', null],
  ])('%j is read as %j', (typed, address) => {
    expect(typedAddress(typed)).toBe(address);
  });
});

it('Diff marks what went and what came, and says it', () => {
  const changes = [
    { kind: 'same' as const, text: 'rose to ' },
    { kind: 'removed' as const, text: '3.1% ', touches: 'figure' },
    { kind: 'added' as const, text: '8.4% ', touches: 'figure' },
    { kind: 'same' as const, text: 'in May' },
  ];
  const { container } = render(<Diff changes={changes} language="en" />);
  expect(container.querySelector('del')?.textContent).toContain('3.1');
  expect(container.querySelector('ins')?.textContent).toContain('8.4');
  expect(container.querySelector('ins')?.className).toBe('diff-weighty');
  expect(container.textContent).toContain('removed:');
});

it('leaves out controls that would make a stranger’s text read backwards', () => {
  const { container } = render(<IsolatedText text={'abc\u202Egpj.exe\u2066'} />);
  expect(container.querySelector('bdi')?.textContent).toBe('abcgpj.exe');
});

describe('Toast', () => {
  const message = { id: '1', text: 'Highlight deleted', undo: true };

  it('fills a live region that stood there before', () => {
    const { container, rerender } = render(<Toast message={null} onUndo={nothing} onDismiss={nothing} />);
    const region = container.querySelector('[role=status]');
    rerender(<Toast message={message} onUndo={nothing} onDismiss={nothing} />);
    expect(container.querySelector('[role=status]')).toBe(region);
    expect(region?.textContent).toBe('Highlight deleted');
  });

  it('goes by itself after twenty seconds, not before', () => {
    vi.useFakeTimers();
    const onDismiss = vi.fn();
    render(<Toast message={message} onUndo={nothing} onDismiss={onDismiss} />);
    vi.advanceTimersByTime(19_000);
    expect(onDismiss).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(onDismiss).toHaveBeenCalledWith('1');
  });

  it('waits while the focus is on it', async () => {
    const { getByTestId } = render(<Toast message={message} onUndo={nothing} onDismiss={nothing} />);
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    const set = vi.spyOn(globalThis, 'setTimeout');
    getByTestId('undo').focus();
    await expect.poll(() => cleared.mock.calls.length).toBeGreaterThan(0);
    expect(set.mock.calls.filter(([, delay]) => delay === 20_000)).toEqual([]);
  });

  it('is undone by keyboard and dismissed with Escape', async () => {
    const onUndo = vi.fn();
    const onDismiss = vi.fn();
    const { getByTestId } = render(<Toast message={message} onUndo={onUndo} onDismiss={onDismiss} />);
    getByTestId('undo').focus();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(onUndo).toHaveBeenCalledWith('1');
    expect(onDismiss).toHaveBeenCalledWith('1');
  });
});

it('says that a save failed and offers to try again', async () => {
  const onRetry = vi.fn();
  const { getByRole } = render(
    <SaveState state={{ kind: 'failed', reason: 'the disk is full.' }} onRetry={onRetry} />,
  );
  expect(getByRole('alert').textContent).toBe('Not saved: the disk is full.');
  await userEvent.click(getByRole('button'));
  expect(onRetry).toHaveBeenCalledOnce();
});

describe('TagList', () => {
  function Tags() {
    const [tags, setTags] = useState(['economy']);
    const change = ({ add, remove }: TagChange) =>
      setTags((now) => [...now, ...add].filter((tag) => !remove.includes(tag)));
    return <TagList tags={tags} onChange={change} />;
  }
  const shown = (container: Element) => [...container.querySelectorAll('bdi')].map((tag) => tag.textContent);

  it('adds with Enter and comma, takes the last with Backspace, gives the focus back with Escape', async () => {
    const { container, getByText } = render(<Tags />);
    await userEvent.click(getByText('Tag'));
    await userEvent.keyboard('#jobs{Enter}harbour,economy{Enter}');
    expect(shown(container)).toEqual(['economy', 'jobs', 'harbour']);
    await userEvent.keyboard('{Backspace}{Escape}');
    expect(shown(container)).toEqual(['economy', 'jobs']);
    expect(document.activeElement?.textContent).toContain('Tag');
  });

  it('keeps the focus in the list when a tag is removed', async () => {
    const { container, getByRole } = render(<Tags />);
    await userEvent.click(getByRole('button', { name: 'Remove tag economy' }));
    expect(shown(container)).toEqual([]);
    expect(document.activeElement?.textContent).toContain('Tag');
  });
});

it('picks a colour with the arrow keys', async () => {
  const onChange = vi.fn();
  const { getByRole } = render(<ColorPicker value="green" onChange={onChange} />);
  getByRole('radio', { name: 'Green' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(onChange).toHaveBeenCalledWith('blue');
});

describe('dates in words', () => {
  const now = Date.parse('2026-03-14T12:00:00Z');
  it('leaves the year out when it is recent', () => {
    expect(dayInWords('2026-03-12T12:00:00Z', now)).toBe('12 March');
    expect(dayInWords('2024-03-12T12:00:00Z', now)).toBe('12 March 2024');
  });
  it('says how long ago, and the day after a month', () => {
    expect(agoInWords('2026-03-12T12:00:00Z', now)).toBe('2 days ago');
    expect(agoInWords('2026-01-12T12:00:00Z', now)).toBe('12 January');
    expect(agoInWords('never', now)).toBe('');
  });
  it("writes days as the words' language does", () => {
    setWords((key) => key, 'en-US');
    expect(dayInWords('2026-03-12T12:00:00Z', now)).toBe('March 12');
    setWords((key) => key, 'ja');
    expect(dayInWords('2026-03-12T12:00:00Z', now)).toBe('3月12日');
    setWords((key) => english(key), 'en-GB');
  });
});
