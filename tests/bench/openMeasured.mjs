/**
 * Opens an empty page with a script of ours, in which `cpuMs()` gives the time of the main thread so far, ms.
 * @param context of Playwright's browser
 * @param script a whole bundled script
 * @returns the page, its session of the browser's protocol, and what reads one of the browser's metrics by its name
 */
export async function openMeasured(context, script) {
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.route('**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
  );
  await page.goto('https://bench.example/');
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metric = async (wanted) =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === wanted).value;
  await page.exposeFunction('cpuMs', async () => (await metric('TaskDuration')) * 1000);
  await page.evaluate(script);
  return { page, session, metric };
}
