import { continues } from '#article/continues.ts';
import { plainAddress } from '#article/plainAddress.ts';
import { storyElements } from '#article/storyElements.ts';
import { readStorySigns, type StorySigns } from '#article/storySigns.ts';

/** A page whose words stay as they were for this long after its address changed shows what it showed before, ms. */
export const PATIENCE = 5_000;

interface Page {
  url: string;
  signs: StorySigns;
  /** When the address changed to this one, and whether another story is shown since. */
  movedAt: number;
  hasArrived: boolean;
}

/**
 * Which story the head of a single-page site speaks of. Address and headline change by script, and what stands in the
 * head may come before, later, or never: what it says is believed of the story at which it was first said, and of no
 * other, unless the address itself is of the same story.
 */
export class StoryHead {
  #page: Page | null = null;
  /** The story of each address seen, by number. */
  readonly #stories = new Map<string, number>();
  /** At which story something was first said. */
  readonly #since = new Map<string, number>();

  /** Takes down what the page says now. @param url its address now */
  look(url: string): void {
    const signs = readStorySigns(document);
    const before = this.#page;
    if (before?.url === url) {
      before.hasArrived ||= differ(before.signs, signs) || performance.now() - before.movedAt > PATIENCE;
      if (before.hasArrived) before.signs = signs;
    } else {
      const isOn = before !== null && this.#stories.get(before.url) === this.#storyAt(url);
      const hasArrived = before === null || isOn || (before.hasArrived && differ(before.signs, signs));
      this.#page = { url, signs, movedAt: performance.now(), hasArrived };
    }
    const story = before === null ? this.#firstStory(url) : this.#storyAt(url);
    for (const said of storyElements(document).values())
      if (!this.#since.has(said)) this.#since.set(said, story);
  }

  /** Whether the story of this address is shown: the address may be ahead of the words. */
  get hasArrived(): boolean {
    return this.#page?.hasArrived ?? true;
  }

  /** Whether the page moved so lately that more of it is to come. */
  get isMoving(): boolean {
    return this.#stories.size > 1 && performance.now() - (this.#page?.movedAt ?? 0) < 3 * PATIENCE;
  }

  /** The elements that speak of another story than that of the last `look`. */
  stale(): Set<Element> {
    const story = this.#stories.get(this.#page?.url ?? '');
    // As long as nothing was said at another story, nothing is old.
    if (new Set(this.#stories.values()).size < 2) return new Set();
    const elements = [...storyElements(document)].filter(([, said]) => this.#since.get(said) !== story);
    return new Set(elements.map(([element]) => element));
  }

  #storyAt(url: string): number {
    const known = this.#stories.get(url);
    if (known !== undefined) return known;
    const before = this.#page?.url;
    const story = [...this.#stories].find(([address]) => address === before && continues(address, url))?.[1];
    const here = story ?? this.#stories.size;
    this.#stories.set(url, here);
    return here;
  }

  /** A page may have moved before we came: what it says is of the address it was loaded at, where it says so itself. */
  #firstStory(url: string): number {
    const [loaded] = performance.getEntriesByType('navigation');
    const from = loaded && plainAddress(loaded.name);
    const claims = (said: string) =>
      said.startsWith('canonical ') && plainAddress(absolute(said.slice(10), url)) === from;
    const isLeft = from && !continues(loaded.name, url) && [...storyElements(document).values()].some(claims);
    const story = isLeft ? this.#storyAt(loaded.name) : this.#storyAt(url);
    this.#storyAt(url);
    return story;
  }
}

const absolute = (href: string, base: string) => (URL.canParse(href, base) ? new URL(href, base).href : '');

/** Whether another story is shown: its headline and its text, for the one may come before the other. */
function differ(a: StorySigns, b: StorySigns): boolean {
  const isOther = (name: keyof StorySigns) => b[name] !== '' && a[name] !== b[name];
  const isSilent = (name: keyof StorySigns) => a[name] === '' && b[name] === '';
  return (
    (isOther('headlines') && (isOther('opening') || isSilent('opening'))) ||
    (isOther('opening') && isSilent('headlines'))
  );
}
