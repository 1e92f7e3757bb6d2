/** After loading a page is watched for this long: the annotator comes after the page, and reports late, ms. */
const STILL = 2_000;
const MARK = 'claimlight-bench';

/** Notes how long input waits: until a handler runs and the next frame is drawn, ms. Runs in the page, first of all. */
const LISTENING = () => {
  window.waits = [];
  const note = ({ timeStamp }) =>
    requestAnimationFrame(() => setTimeout(() => window.waits.push(performance.now() - timeStamp)));
  for (const name of ['pointerdown', 'pointerup']) addEventListener(name, note, true);
};

/**
 * Opens a page in a tab of its own, clicks in it while it is busy with what extensions do, lets it come to rest, and
 * then selects a word by a double click.
 * @returns until it rested: processor time of the page's main thread and of its longest task, first contentful paint,
 *   longest wait of a click for the frame after it, ms, and marks painted; then the longest wait of the double click,
 *   ms, and the JS heap after a collection, MB
 */
export async function measureVisit(browser, url) {
  const page = await browser.newPage();
  try {
    await page.bringToFront();
    await page.evaluateOnNewDocument(LISTENING);
    await page.tracing.start({ categories: ['toplevel', 'devtools.timeline'] });
    await page.goto(url, { waitUntil: 'load' });
    for (let i = 0; i < 6; i++) await page.mouse.click(500, 500);
    await new Promise((done) => setTimeout(done, STILL));
    const said = await page.evaluate((mark) => {
      console.timeStamp(mark);
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
      let painted = 0;
      for (const [name, ranges] of CSS.highlights)
        if (/^(?:claimlight-(?!focus)|peer$)/.test(name)) painted += ranges.size;
      return { paint, wait: Math.max(...window.waits.splice(0)), painted };
    }, MARK);
    const tasks = tasksIn(await page.tracing.stop());
    await page.mouse.click(500, 300, { count: 2 });
    await page.waitForFunction('window.waits.length === 4');
    const select = await page.evaluate('Math.max(...window.waits)');
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize } = await page.metrics();
    return {
      ...said,
      select,
      all: tasks.reduce((sum, ms) => sum + ms, 0),
      longest: Math.max(...tasks),
      heap: JSHeapUsedSize / 1e6,
    };
  } finally {
    await page.close();
  }
}

/** Tasks of the page's main thread by the thread's own clock, so that a busy machine does not distort them, ms. */
function tasksIn(trace) {
  const events = JSON.parse(Buffer.from(trace).toString()).traceEvents;
  const mark = events.find(({ name, args }) => name === 'TimeStamp' && args.data?.message === MARK);
  return events
    .filter(
      ({ name, pid, tid, ph, ts }) =>
        name.endsWith('RunTask') && ph === 'X' && pid === mark.pid && tid === mark.tid && ts < mark.ts,
    )
    .map(({ dur, tdur }) => (tdur ?? dur) / 1000);
}
