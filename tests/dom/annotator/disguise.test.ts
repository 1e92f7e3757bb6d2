import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { PageListeners } from '#annotator/PageListeners.ts';
import { HOST_LAYER, QuickFrame } from '#annotator/QuickFrame.ts';

/** A frame with one button, drawn anew where the browser gives it a new document, and what came of presses. */
async function openFrame() {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const listeners = new PageListeners(() => undefined, stop.signal);
  const came = { pressed: 0, refused: 0 };
  let button: HTMLButtonElement;
  const draw = () => {
    const root = frame.open(() => new DOMRect(40, 120, 200, 20));
    button = root.ownerDocument.createElement('button');
    button.textContent = 'Delete';
    button.onclick = () => came.pressed++;
    root.replaceChildren(button);
  };
  const frame = new QuickFrame('', listeners, stop.signal, draw);
  frame.onDisguise = () => came.refused++;
  draw();
  const host = document.documentElement.lastElementChild as HTMLElement;
  await vi.waitUntil(() => button.ownerDocument.defaultView && button.getBoundingClientRect().width > 0);
  const press = () => {
    const { left, top, width, height } = button.getBoundingClientRect();
    const at = {
      clientX: left + width / 2,
      clientY: top + height / 2,
      bubbles: true,
      cancelable: true,
      detail: 1,
    };
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      button.dispatchEvent(new MouseEvent(type, at));
    return came;
  };
  return { frame, host, draw, press, pressByKey: () => button.click(), came };
}

/** Something of the page that is painted above all of our frame and lets presses through. */
function cover(): HTMLElement {
  const sheet = document.createElement('div');
  sheet.style.cssText =
    'position:fixed;inset:0;margin:0;width:auto;height:auto;background:white;pointer-events:none';
  return sheet;
}

/** What a page does, just before the reader presses. */
const DISGUISES: [what: string, act: (host: HTMLElement) => void][] = [
  ['makes our element see-through', (host) => host.style.setProperty('opacity', '0', 'important')],
  [
    'makes our element a layer of blank',
    (host) => host.style.setProperty('filter', 'opacity(0)', 'important'),
  ],
  ['scales our element', (host) => host.style.setProperty('transform', 'scale(9)', 'important')],
  ['moves our element', (host) => host.style.setProperty('translate', '30px 90px', 'important')],
  ['cuts our element', (host) => host.style.setProperty('clip-path', 'inset(50%)', 'important')],
  [
    'shows our element again only just before',
    (host) => {
      const before = host.style.cssText;
      host.style.setProperty('opacity', '0', 'important');
      host.style.cssText = before;
    },
  ],
  ['makes the page see-through', () => document.documentElement.style.setProperty('opacity', '0.1')],
  ['filters the page away', () => document.documentElement.style.setProperty('filter', 'opacity(0)')],
  ['scales the page', () => document.documentElement.style.setProperty('scale', '3')],
  ['turns the page', () => document.documentElement.style.setProperty('transform', 'rotate(180deg)')],
  ['cuts the page', () => document.documentElement.style.setProperty('clip-path', 'inset(50%)')],
  [
    'lays a popover over it',
    () => {
      const sheet = cover();
      sheet.popover = 'manual';
      document.body.append(sheet);
      sheet.showPopover();
    },
  ],
  [
    'lays an element of the same layer over it',
    () => {
      const sheet = cover();
      sheet.style.zIndex = HOST_LAYER;
      document.documentElement.append(sheet);
    },
  ],
];

/** What pages do for their own reasons. */
const HONEST: [what: string, act: () => void][] = [
  ['does nothing', () => undefined],
  [
    'forces a layer for the page',
    () => document.documentElement.style.setProperty('transform', 'translateZ(0)'),
  ],
  ['inverts the page', () => document.documentElement.style.setProperty('filter', 'invert(1)')],
  [
    'has elements behind ours',
    () => document.documentElement.append(document.createElement('style'), cover()),
  ],
  [
    'shows a popover elsewhere',
    () => {
      const note = document.createElement('p');
      note.textContent = 'Saved';
      note.style.cssText = 'position:fixed;inset:auto 0 0 auto;width:60px;height:20px;margin:0';
      note.popover = 'manual';
      document.body.append(note);
      note.showPopover();
    },
  ],
];

afterEach(() => {
  document.documentElement.removeAttribute('style');
  for (const left of document.querySelectorAll('html > style:last-child, html > div')) left.remove();
  document.body.replaceChildren();
});

/** Where a page takes our element to. */
const ELSEWHERE: [where: string, take: (host: HTMLElement) => void][] = [
  ['into its body', (host) => document.body.append(host)],
  ['into an element that nobody sees', (host) => document.body.appendChild(cover()).append(host)],
  ['into another document', (host) => document.implementation.createHTMLDocument('').body.append(host)],
  [
    'out, adopted by another document',
    (host) => document.implementation.createHTMLDocument('').adoptNode(host),
  ],
  [
    'into the document of a frame',
    (host) => document.body.appendChild(document.createElement('iframe')).contentDocument?.body.append(host),
  ],
];

describe('our element', () => {
  it.each(ELSEWHERE)(
    'is known as taken, comes back whole and takes presses, where a page takes it %s',
    async (_, take) => {
      const { frame, host, draw, press, came } = await openFrame();
      take(host);
      expect(frame.isTaken()).toBe(true);
      draw();
      expect([frame.isTaken(), host.parentNode, host.ownerDocument]).toEqual([
        false,
        document.documentElement,
        document,
      ]);
      await vi.waitUntil(() => press().pressed === 1);
      expect(came.pressed).toBe(1);
    },
  );
});

describe('a press in our frame', () => {
  it.each(DISGUISES)('is refused and told of where the page %s', async (_, act) => {
    const { host, press } = await openFrame();
    act(host);
    expect(press()).toEqual({ pressed: 0, refused: 1 });
  });

  it.each(HONEST)('counts where the page %s', async (_, act) => {
    const { press } = await openFrame();
    act();
    expect(press()).toEqual({ pressed: 1, refused: 0 });
  });

  it('counts again once the page has let it be for a while', async () => {
    const { frame, host, press, came } = await openFrame();
    host.style.setProperty('opacity', '0', 'important');
    expect(press().refused).toBe(1);
    expect(frame.isTaken()).toBe(false);
    await vi.waitUntil(() => press().pressed === 1);
    expect(came.pressed).toBe(1);
  });

  it('counts by keys, which lead nobody astray', async () => {
    const { host, pressByKey, came } = await openFrame();
    host.style.setProperty('opacity', '0', 'important');
    pressByKey();
    expect(came).toEqual({ pressed: 1, refused: 0 });
  });
});
