import type { View } from './driver/Driver.ts';
import { until } from './driver/until.ts';

/** Closes a popup or side bar, and waits until it is gone: one that is still going would be taken for the next. */
export async function closeView(view: View): Promise<void> {
  await view.evaluate((page) => page.closeSoon());
  await until('the view to close', async () => !(await view.evaluate(() => true).catch(() => false)));
}
