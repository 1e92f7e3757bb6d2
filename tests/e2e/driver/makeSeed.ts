import { rmSync } from 'node:fs';
import { seedOf } from './seedProfile.ts';
import { startFirefox } from './startFirefox.ts';

/**
 * Starts and ends Firefox once, before the rows in browsers, with the profile that theirs are begun with. Where that fails,
 * theirs are begun with nothing: the rows then say what ails Firefox.
 */
export default async function makeSeed(): Promise<() => void> {
  const seed = seedOf(process.pid);
  const remove = () => rmSync(seed, { recursive: true, force: true, maxRetries: 3 });
  try {
    const { child, bidi } = await startFirefox(seed, {});
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await bidi.send('browser.close').catch((error: unknown) => {
      // The browser may hang up before it answers.
      if (!/closed the connection/.test(String(error))) throw error;
    });
    await ended;
    bidi.close();
  } catch (error) {
    console.warn('No profile to begin others with:', error);
    remove();
  }
  return remove;
}
