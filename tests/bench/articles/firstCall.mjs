/**
 * How long a first call takes, as in the extension: each program runs once, in a world of its own, in the fresh process
 * of a page that was just opened and has come to rest. Nothing is warm: no function is compiled, no element has been
 * touched by a script.
 */
import { chromium } from 'playwright-core';
import { chromiumPath } from '#scripts/browsers.mjs';
import { readPage } from './pages.mjs';

/** What loading and the first painting leave to do must not run beside the measured call, ms. */
const REST = 300;

/** A page on its own (these headers) has a clock of 5 µs; others have one of 100. */
const ALONE = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/**
 * Opens every page anew for each program.
 * @param {{ id: string, url: string }[]} entries
 * @param {Record<string, { code: string, run: string }>} programs `code` makes globals; `run` is a function of the
 *   page's address and of `lap`, which notes the time since the start, or since the last lap, under a name
 * @param {(entry: any, program: string, times: Record<string, number>, cpu: number) => void} onTimes milliseconds: of
 *   each lap by the clock, and of the whole call on the page's main thread
 */
export async function timeFirstCalls(entries, programs, onTimes) {
  let html = Buffer.alloc(0);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block' });
    await context.route('**/*', (route) => {
      const request = route.request();
      return request.resourceType() === 'document' && !request.frame().parentFrame()
        ? route.fulfill({ body: html, headers: ALONE })
        : route.abort();
    });
    for (const entry of entries) {
      html = readPage(entry.id);
      for (const [name, { code, run }] of Object.entries(programs)) {
        const page = await context.newPage();
        try {
          // Only a secure page can be on its own.
          await page.goto(entry.url.replace(/^http:/, 'https:'), { waitUntil: 'load', timeout: 20_000 });
          await page.waitForTimeout(REST);
          const { times, cpu } = await measure(await context.newCDPSession(page), code, run, entry.url);
          onTimes(entry, name, times, cpu);
        } catch (error) {
          console.error(`${entry.id}, ${name}: ${String(error).slice(0, 120)}`);
        } finally {
          await page.close();
        }
      }
    }
  } finally {
    await browser.close();
  }
}

async function measure(cdp, code, run, url) {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const world = { frameId: frameTree.frame.id, worldName: 'extension' };
  const { executionContextId: contextId } = await cdp.send('Page.createIsolatedWorld', world);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1_000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  const evaluate = async (expression) => {
    const before = await busy();
    const answer = await cdp.send('Runtime.evaluate', { contextId, returnByValue: true, expression });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return { value: answer.result.value, cpu: (await busy()) - before };
  };
  const call = (work) =>
    `((url) => { const times = {}; let last = performance.now(); const lap = (name) => { const now = performance.now(); times[name] = now - last; last = performance.now(); }; (${work})(url, lap); return times; })(${JSON.stringify(url)})`;
  await evaluate(`${code};0`.replace(/\bvar (\w+)=/, 'globalThis.$1='));
  // What asking costs is no cost of ours.
  const asking = await evaluate(call('(url, lap) => lap("nothing")'));
  const { value, cpu } = await evaluate(call(run));
  return { times: value, cpu: Math.max(0, cpu - asking.cpu) };
}
