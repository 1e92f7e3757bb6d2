import { cleanup, render } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { sentenceStyles } from '#components/quick/sentenceStyles.ts';
import { accessibilityFaults, preferScheme } from './audit.ts';
import { SCREENS } from './everyScreen.tsx';
import { QUICK_STATES } from './quickStates.tsx';
import { FENCE, speakIn } from './speakIn.ts';

const LANGUAGES = ['de', 'fr', 'es', 'ar', 'ja', 'pseudo'] as const;

afterEach(cleanup);
afterAll(() => speakIn('en'));

const textsOf = (root: Element): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
};

/** Controls and headings whose words stick out of them or are cut off. */
function tooLong(root: Element): string[] {
  const places = [
    ...root.querySelectorAll<HTMLElement>('button, label, legend, summary, h1, h2, h3, dt, select'),
  ];
  return places.flatMap((place) => {
    const box = place.getBoundingClientRect();
    if (box.width < 2 || place.querySelector(':scope > .visually-hidden')) return [];
    // One shows the rest with an ellipsis by design: page titles and quotes are of any length.
    if ([place, ...place.children].some((one) => getComputedStyle(one).textOverflow === 'ellipsis'))
      return [];
    const range = new Range();
    range.selectNodeContents(place);
    const words = range.getBoundingClientRect();
    const out =
      place.scrollWidth > place.clientWidth + 1 && place.clientWidth > 0 && place.tagName !== 'SELECT';
    const beside = words.width > 0 && (words.left < box.left - 4.5 || words.right > box.right + 4.5);
    return out || beside ? [place.outerHTML.slice(0, 160)] : [];
  });
}

describe.each(LANGUAGES)('in %s at 320 px', (language) => {
  beforeAll(async () => {
    await page.viewport(320, 800);
    await speakIn(language);
  });

  it.each(SCREENS)('%s has room for its words', (_name, screen) => {
    const { container } = render(screen);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(tooLong(container)).toEqual([]);
  });
});

describe('from right to left', () => {
  beforeAll(() => speakIn('ar'));

  it.each(SCREENS)('%s has no accessibility fault', async (_name, screen) => {
    await page.viewport(380, 800);
    await preferScheme('light');
    const { container } = render(screen);
    expect(await accessibilityFaults(container)).toEqual([]);
  });
});

describe('what stands in pages', () => {
  const sheet = new CSSStyleSheet();
  beforeAll(() => {
    sheet.replaceSync(sentenceStyles);
    document.adoptedStyleSheets = [sheet];
  });
  afterAll(() => {
    document.adoptedStyleSheets = [];
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    beforeAll(async () => {
      await page.viewport(320, 800);
      await speakIn(language);
    });
    it.each(QUICK_STATES)('%s has room for its words on a page of 320 px', (_name, view) => {
      const { container } = render(
        <div class="quick-root" style={{ '--room': '304px' }}>
          {view}
        </div>,
      );
      expect(container.querySelector('.quick-root')?.scrollWidth).toBeLessThanOrEqual(304);
      expect(tooLong(container)).toEqual([]);
    });
  });
});

/** Names of languages, of the sites of the samples and of keys are the same everywhere. */
describe('in the pseudo language', () => {
  /** What a screen is given to show, in one text. */
  const given = (value: unknown, seen = new Set<unknown>()): string => {
    if (typeof value === 'string') return `${value}\n`;
    if (typeof value !== 'object' || value === null || seen.has(value)) return '';
    seen.add(value);
    return Object.values(value)
      .map((one) => given(one, seen))
      .join('');
  };

  it.each(SCREENS)('%s has no word that is not in locales/', async (_name, screen) => {
    await speakIn('en');
    const english = new Set(textsOf(render(screen).container).map(({ data }) => data.trim()));
    cleanup();
    await speakIn('pseudo');
    const shown = textsOf(render(screen).container).map(({ data, parentElement }) => ({
      text: data.trim(),
      parentElement,
    }));
    const samples = given(screen.props);
    const own = shown.filter(
      ({ text, parentElement }) =>
        /\p{L}{2}/u.test(text) &&
        english.has(text) &&
        !text.includes(FENCE) &&
        !samples.includes(text) &&
        // What the reader or a page wrote stands in `bdi` or goes its own way (`dir=auto`).
        // Written by Intl: sizes and names of languages; or what a language calls itself.
        !/^(?:[\d.]+ (?:MB|kB)|English|Arabic)$/u.test(text) &&
        parentElement?.closest('time, option[lang], kbd, .host, bdi, [dir=auto]') === null,
    );
    expect(own.map(({ text }) => text)).toEqual([]);
  });
});
