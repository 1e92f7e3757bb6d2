import type { browser } from 'wxt/browser';

export interface CardFacts {
  id: string;
  state: string;
  quote: string;
  note: string;
  sources: number;
  /** Words taken out and put in, where the card shows what changed. */
  removed: string[];
  added: string[];
  /** Those of them that stand out, because they touch a figure, a negation, a name … */
  weighty: string[];
}

/**
 * What functions that are sent to a page may use of ours. It is sent along by its source: nothing in it may come from
 * outside of it, and nothing is done before it is asked for, because pages that mean harm are driven, too.
 */
export function pageParts() {
  // What is asked of an element is most often asked of a field.
  const find = <E extends Element = HTMLInputElement>(selector: string) =>
    document.querySelector<E>(selector);
  const get = <E extends Element = HTMLInputElement>(selector: string): E => {
    const found = find<E>(selector);
    if (!found) throw new Error(`The page has no ${selector}.`);
    return found;
  };
  const all = <E extends Element = HTMLInputElement>(selector: string) => [
    ...document.querySelectorAll<E>(selector),
  ];
  const named = (testid: string) => `[data-testid=${testid}]`;
  const globals = () => window as unknown as Record<string, unknown>;

  /** What a reader sees of our paint: the windows whose words we paint, and what is registered there. */
  const registries = () =>
    [window, find<HTMLIFrameElement>('iframe')?.contentWindow as typeof window | null | undefined].flatMap(
      (view) => {
        try {
          if (!view) return [];
          // A test that hides the registry leaves it there.
          const { CSS, takenRegistry } = view as Window &
            typeof globalThis & { takenRegistry?: HighlightRegistry };
          return [...(takenRegistry ?? CSS.highlights)];
        } catch (error) {
          if (!(error instanceof Error || error instanceof DOMException) || error.name !== 'SecurityError')
            throw error;
          return [];
        }
      },
    );

  /** Opens the library, past all of our own code. */
  const open = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('claimlight');
      opening.onerror = () => reject(opening.error);
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onsuccess = () => resolve(opening.result);
    });
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  const textsOf = (root: Node): Text[] =>
    [...root.childNodes].flatMap((node) =>
      node.nodeType === 3
        ? [node as Text]
        : node.nodeType !== 1 || /^(SCRIPT|STYLE|TEMPLATE)$/.test(node.nodeName)
          ? []
          : textsOf((node as Element).shadowRoot ?? node),
    );
  const wordsIn = (document: Document, words: string) => {
    const nodes = textsOf(document.body);
    const at = nodes
      .map(({ data }) => data)
      .join('')
      .indexOf(words);
    if (at < 0) return null;
    const point = (offset: number): [Text, number] => {
      let left = offset;
      for (const node of nodes) {
        if (left <= node.data.length) return [node, left];
        left -= node.data.length;
      }
      throw new Error('The words end after the page.');
    };
    const range = document.createRange();
    range.setStart(...point(at + 1));
    range.setStart(range.startContainer, range.startOffset - 1);
    range.setEnd(...point(at + words.length));
    return range;
  };

  /** The first place of some words, which may run over several elements: in the page, its open shadow trees, its first frame. */
  const rangeOf = (words: string): Range => {
    const framed = find<HTMLIFrameElement>('iframe')?.contentDocument;
    const range = wordsIn(document, words) ?? (framed && wordsIn(framed, words));
    if (!range) throw new Error('The page has no such words');
    return range;
  };

  /** All windows of the page, however deep. */
  const windows = (view: Window = window): (Window & typeof globalThis)[] => [
    view as Window & typeof globalThis,
    ...Array.from({ length: view.length }, (_, nth) => view[nth] as Window).flatMap((one) => windows(one)),
  ];
  const view = (isFramed: boolean) =>
    (isFramed ? get<HTMLIFrameElement>('iframe').contentWindow : window) as Window & typeof globalThis;
  const textWith = (words: string): Text => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if ((walker.currentNode as Text).data.includes(words)) return walker.currentNode as Text;
    throw new Error(`No text of the page has “${words}”.`);
  };

  const holding = (selector: string, words: string) => {
    const found = all(selector).find((one) => one.textContent.includes(words));
    if (!found) throw new Error(`The page has no ${selector} with “${words}”.`);
    return found;
  };

  const intoView = (range: Range) =>
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });

  return {
    /** The first element, or null. */
    find,
    /** The first element. @throws where there is none. */
    get,
    all,
    /** As `get`, by our own name of it. */
    byTestId: <E extends Element = HTMLInputElement>(testid: string) => get<E>(named(testid)),
    has: (testid: string) => find(named(testid)) !== null,
    click: (testid: string) => get(named(testid)).click(),
    /** Our own name of what has the focus. */
    focused: () => (document.activeElement as HTMLElement | null)?.dataset.testid,
    blur: () => (document.activeElement as HTMLElement | null)?.blur(),
    /** Whether a live annotator has left its sign in the page. */
    isAnnotated: () => CSS.highlights.has('claimlight-focus'),
    says: (words: string) => document.body.innerText.includes(words),
    /** The same of open fields, too. */
    reads: (words: string) =>
      [document.body.innerText, ...all<HTMLTextAreaElement>('textarea').map(({ value }) => value)]
        .join(' ')
        .includes(words),
    /** The switch of a setting, by its label. */
    labelled: (label: string) =>
      all<HTMLInputElement>('[role=switch]').find((one) => one.labels?.[0]?.textContent === label),
    /** Presses the first button that says so. */
    press: (words: string) => holding('button', words).click(),
    /** Puts a value into a field or list, and tells by an event. */
    put(selector: string, value: string, event: 'input' | 'change') {
      get<HTMLInputElement | HTMLSelectElement>(selector).value = value;
      get(selector).dispatchEvent(new Event(event, { bubbles: true }));
    },
    /** Gives a file field a file, as the browser's own dialog does. */
    chooseFile(content: BlobPart[], name: string, selector = 'input[type=file]') {
      const input = get<HTMLInputElement>(selector);
      const files = new DataTransfer();
      files.items.add(new File(content, name));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    /** Closes the view afterwards, so that the answer still arrives; `window` is the view's own in every driver. */
    closeSoon: () => void window.setTimeout(() => window.close()),
    /** A variable of the page's, which outlasts a call. */
    global: <T>(name: string) => globals()[name] as T,
    setGlobal(name: string, value: unknown) {
      globals()[name] = value;
    },
    /** The browser's interface for extensions, in pages of ours. */
    extension: () => (globals().browser ?? globals().chrome) as typeof browser,
    open,
    done,
    /** All records of one store of the library. */
    async stored<T>(store: string): Promise<T[]> {
      const database = await open();
      try {
        return await done<T[]>(database.transaction(store).objectStore(store).getAll());
      } finally {
        database.close();
      }
    },
    /** Words painted by us in the page and its first frame, with their style. The registry is the page's too. */
    painted: () =>
      registries()
        .filter(([name]) => name.startsWith('claimlight-') && name !== 'claimlight-focus')
        .flatMap(([name, ranges]) => [...ranges].map((range) => `${name.slice(11)}: ${range}`)),
    rangeOf,
    /** The first text of the page that holds some words. */
    textWith,
    /** The first element with some words in it. @throws where there is none. */
    holding,
    windows: () => windows(),
    /** The page's window, or the one of its first frame. */
    view,
    /** Our yellow highlight there. */
    yellow(isFramed: boolean) {
      const found = view(isFramed).CSS.highlights.get('claimlight-yellow');
      if (!found) throw new Error('Nothing is yellow');
      return found;
    },
    /** Our element in the page, which stands last. */
    host: () => document.documentElement.lastElementChild as HTMLElement,
    /** Edits the first text that holds some words, as a newsroom does. */
    reword(from: string, to: string) {
      const text = textWith(from);
      text.data = text.data.replace(from, to);
    },
    /** The first place of some words; without words the first that is painted yellow, in the page or its first frame. */
    paintedRange(words?: string): Range {
      if (words !== undefined) return rangeOf(words);
      const [range] = ['claimlight-yellow', 'claimlight-yellow-changed'].flatMap((style) =>
        registries()
          .filter(([name]) => name === style)
          .flatMap(([, ranges]) => [...ranges]),
      );
      if (!range) throw new Error('Nothing is painted yellow');
      return range as Range;
    },
    intoView,
    /** Selects what `set` makes of a range, by a script; gives its words. */
    select(set: (range: Range) => void): string {
      const range = document.createRange();
      set(range);
      intoView(range);
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return String(selection);
    },
    /** The card of some words. @throws where there is none. */
    cardOf(words: string) {
      const card = all('[data-testid=card]').find((one) =>
        one.querySelector('[data-testid=quote]')?.textContent.includes(words),
      );
      if (!card) throw new Error(`There is no card of “${words}”.`);
      return card;
    },
    /** All cards of the side bar, in their order. */
    cards: () =>
      all('[data-testid=card]').map((card): CardFacts => {
        const words = (part: string) =>
          [...card.querySelectorAll(`.anchor-panel ${part}`)].map((one) =>
            [...one.childNodes]
              .filter((node) => node.nodeType === 3)
              .map((node) => (node as Text).data)
              .join('')
              .trim(),
          );
        return {
          id: card.dataset.annotationId ?? '',
          state: card.dataset.state ?? '',
          quote: card.querySelector('[data-testid=quote]')?.textContent ?? '',
          note: card.querySelector('[data-testid=note]')?.textContent ?? '',
          sources: card.querySelectorAll('[data-testid=source]').length,
          removed: words('del'),
          added: words('ins'),
          weighty: words('.diff-weighty'),
        };
      }),
  };
}

export type PageParts = ReturnType<typeof pageParts>;
