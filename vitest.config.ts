import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { wordsPlugin } from '#locales/wordsPlugin.ts';
import { chromiumPath } from '#scripts/browsers.mjs';
import { SEED_VARIABLE, seedOf } from '#tests/e2e/driver/seedProfile.ts';

const jsx = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } };

/**
 * The groups run one after the other, so that browsers are not timed against a type checker. The tests of components wait
 * for timers most of the time; those in Node run beside them.
 */
export default defineConfig({
  test: {
    projects: [
      {
        oxc: jsx,
        plugins: [wordsPlugin],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        oxc: jsx,
        plugins: [wordsPlugin],
        test: {
          name: 'dom',
          include: ['tests/dom/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromiumPath() ?? 'chromium', args: ['--no-sandbox'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'checks',
          include: ['tests/checks/**/*.test.ts'],
          testTimeout: 180_000,
          sequence: { groupOrder: 1 },
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: 'tests/e2e/driver/makeSeed.ts',
          env: { [SEED_VARIABLE]: seedOf(process.pid) },
          sequence: { groupOrder: 2 },
          // Each file has browsers, profiles and servers of its own, which wait more than they work. A third at a time was no faster
          // on two cores, at twice the load.
          maxWorkers: 2,
        },
      },
      // Browsers killed and databases damaged, for minutes: `npm run test:faults` asks for them.
      ...(process.env.CLAIMLIGHT_FAULTS
        ? [
            {
              test: {
                name: 'faults',
                include: ['tests/faults/**/*.test.ts'],
                testTimeout: 1_800_000,
                hookTimeout: 300_000,
                sequence: { groupOrder: 3 },
                fileParallelism: false,
              },
            },
          ]
        : []),
    ],
  },
});
