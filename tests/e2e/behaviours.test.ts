import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from './driver/Driver.ts';
import { launch } from './launch.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The table of behaviours and all it needs as one script that leaves `behaviours` in the page. */
async function bundled(): Promise<string> {
  const output = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(ROOT, 'tests/dom/anchoring/behaviours/index.ts'),
        name: 'behaviours',
        formats: ['iife'],
      },
    },
  });
  const [first] = [output].flat();
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('The behaviours were not bundled');
  return chunk.code;
}

/** Chromium runs the same table, behaviour by behaviour, in `tests/dom/anchoring/behaviours.test.ts`. */
describe('anchoring in Firefox', () => {
  let browser: Driver;
  beforeAll(async () => {
    browser = await launch('firefox');
  });
  afterAll(() => browser?.close());

  it('behaves as it does in Chromium', async () => {
    await browser.open('about:blank');
    const script = await bundled();
    const run = await browser.evaluateBundle<{ count: number; failures: string[] }>(
      `(() => { ${script}; return { count: behaviours.BEHAVIOURS.length, failures: behaviours.failures() }; })()`,
    );
    expect(run.failures).toEqual([]);
    expect(run.count).toBeGreaterThan(120);
  });
});
