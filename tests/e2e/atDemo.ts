import { afterAll, beforeAll } from 'vitest';
import { serveDemo } from '#demo/server.mjs';
import type { Driver, LaunchOptions } from './driver/Driver.ts';
import { type BrowserName, launch } from './launch.ts';

export type DemoSite = Awaited<ReturnType<typeof serveDemo>>;

export interface Opened {
  demo: DemoSite;
  browser: Driver;
  /** Closes the browser and starts it anew with the same options; gives the new one. */
  restart: () => Promise<Driver>;
}

/**
 * Serves the demo site and starts a browser with the extension, for all rows of the `describe` it is called in; both are
 * ended after them. What is to be removed only afterwards is removed in an `afterAll` that stands before the call.
 * @param take gets both before the first row
 */
export function atDemo(
  name: BrowserName,
  take: (opened: Opened) => void,
  options: Partial<LaunchOptions> = {},
): void {
  let demo: DemoSite | undefined;
  let browser: Driver | undefined;
  const start = async () => {
    browser = await launch(name, options);
    return browser;
  };
  beforeAll(async () => {
    demo = await serveDemo();
    const restart = async () => {
      await browser?.close();
      return start();
    };
    take({ demo, browser: await start(), restart });
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });
}
