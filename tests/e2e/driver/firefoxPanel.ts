import type { Bidi } from './bidi.ts';
import type { View } from './Driver.ts';
import { PageCalls } from './PageCalls.ts';
import { until } from './until.ts';

/** An answer of a live view comes at once; a view that is just being swapped in never answers, ms. */
const NO_ANSWER = 3_000;

/**
 * The real popup or side bar. BiDi knows no browsing context for it and sends no input to the browser's own window,
 * so expressions go through a frame script, and the window makes trusted mouse and key events at the view's place.
 */
export class FirefoxPanel extends PageCalls implements View {
  private readonly bidi: Bidi;
  private readonly win: string;
  private readonly element: string;
  private readonly shot: (file: string) => Promise<void>;

  /**
   * @param win the browser window's own context
   * @param element expression which gives the view's `<browser>` element in that window
   */
  constructor(bidi: Bidi, win: string, element: string, shot: (file: string) => Promise<void>) {
    super();
    this.bidi = bidi;
    this.win = win;
    this.element = element;
    this.shot = shot;
  }

  protected async run<T>(expression: string) {
    const code = `(async () => JSON.stringify((await (${expression})) ?? null))()`;
    const answer = await this.bidi.evaluate<string>(
      this.win,
      `new Promise((resolve, reject) => {
        const view = ${this.element};
        if (!view) throw new Error('The view is not open');
        const name = 'claimlight:' + Math.random();
        const manager = view.messageManager;
        const timer = setTimeout(() => reject(new Error('The view does not answer')), ${NO_ANSWER});
        manager.addMessageListener(name, function listen({ data }) {
          clearTimeout(timer);
          manager.removeMessageListener(name, listen);
          if (data.error) reject(new Error(data.error));
          else resolve(data.value);
        });
        const script = async (name, code) => {
          try {
            const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
            sendAsyncMessage(name, { value: await Cu.evalInSandbox(code, sandbox) });
          } catch (error) {
            sendAsyncMessage(name, { error: String(error) });
          }
        };
        const source = '(' + script + ')(' + JSON.stringify(name) + ',' + ${JSON.stringify(JSON.stringify(code))} + ')';
        manager.loadFrameScript('data:,' + encodeURIComponent(source), false);
      })`,
    );
    return JSON.parse(answer) as T;
  }

  /** The middle of an element in the browser window's own coordinates, two of the window's frames from now. */
  async #placeOf(selector: string): Promise<[number, number]> {
    const [left, top] = await this.bidi.evaluate<[number, number]>(
      this.win,
      `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() => {
        const view = ${this.element};
        const box = view.getBoundingClientRect();
        // The side bar's element stands in a frame of the window, the popup's in the window itself.
        const frame = view.ownerDocument.defaultView.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
        return [frame.left + box.left, frame.top + box.top];
      })`,
    );
    const [x, y] = await this.evaluate((page, css): [number, number] => {
      const element = page.get(css);
      element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const box = element.getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2];
    }, selector);
    return [left + x, top + y];
  }

  async click(selector: string) {
    await this.waitFor(selector);
    let place = await this.#placeOf(selector);
    // A view that was just opened is moved by the browser, and grows with what it reads.
    await until(`${selector} to stand still`, async () => {
      const before = String(place);
      place = await this.#placeOf(selector);
      return String(place) === before;
    });
    await this.bidi.evaluate(
      this.win,
      `(() => {
        const how = { isDOMEventSynthesized: false, isWidgetEventSynthesized: false };
        for (const type of ['mousemove', 'mousedown', 'mouseup'])
          window.synthesizeMouseEvent(type, ${place.join(', ')}, { button: 0, clickCount: 1 }, how);
        return true;
      })()`,
    );
  }

  async type(selector: string, text: string) {
    await this.click(selector);
    await until('the field to have the focus', async () => {
      const isThere = await this.evaluate(
        (page, css) => document.hasFocus() && document.activeElement === page.find(css),
        selector,
      );
      if (isThere) return true;
      // A view that was just opened may be moved by the browser: the click met another place.
      await this.click(selector);
      return false;
    });
    await this.evaluate((page, css) => page.get<HTMLInputElement>(css).select(), selector);
    await this.bidi.evaluate(
      this.win,
      `(() => {
        const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
        if (!keys.beginInputTransactionForTests(window, () => true)) throw new Error('No key events');
        for (const char of ${JSON.stringify([...text])}) {
          const event = new KeyboardEvent('', char === '\\n' ? { key: 'Enter', keyCode: 13 } : { key: char });
          keys.keydown(event);
          keys.keyup(event);
        }
        return true;
      })()`,
    );
    // Keys travel to the view's own process: the field has them a little later.
    await this.waitUntil(
      (page, css, typed) => page.get<HTMLInputElement>(css).value === typed,
      selector,
      text,
    );
  }

  async text(selector: string) {
    await this.waitFor(selector);
    return this.evaluate((page, css) => page.get(css).innerText, selector);
  }

  screenshot = (file: string) => this.shot(file);
}
