import { describe, indexText, type Target } from '#anchoring/index.ts';
import { paragraphAt, rangeIn } from './newsPage.ts';
import { randomFrom } from './random.ts';

/** Targets of `count` selections of 40 units, spread over the page. */
function targets(count: number): Target[] {
  const random = randomFrom(5);
  const index = indexText(document.body);
  const usable = [...document.querySelectorAll<HTMLElement>('[data-n]')].filter(
    (one) => (one.textContent ?? '').length >= 60,
  );
  return Array.from({ length: count }, () => {
    const number = Number(usable[Math.floor(random() * usable.length)]?.dataset.n);
    const start = Math.floor(random() * 20);
    return describe(index, rangeIn(paragraphAt(number), start, start + 40));
  });
}

Object.assign(window, { targets });
