import axe from 'axe-core';
import { cdp } from 'vitest/browser';

/** Makes media queries see the reader's wish for light or dark. */
export async function preferScheme(scheme: 'light' | 'dark'): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
}

/** What axe-core finds wrong, one line each: rule, element, explanation. An empty list is a pass. */
export async function accessibilityFaults(root: Element): Promise<string[]> {
  // Colours in transition have passing values; they are looked at when they stand still.
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  const { violations } = await axe.run(root, {
    resultTypes: ['violations'],
    // Off by default; what is seen has to be part of what is heard, or nobody can say it to press it.
    rules: { 'label-content-name-mismatch': { enabled: true } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target.join(' ')} ${node.failureSummary ?? ''} ${node.html}`),
  );
}
