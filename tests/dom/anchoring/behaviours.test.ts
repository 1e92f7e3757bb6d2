import { afterEach, describe, expect, it } from 'vitest';
import { BEHAVIOURS } from './behaviours/index.ts';

afterEach(() => document.body.replaceChildren());

describe('anchoring', () => {
  it.each(BEHAVIOURS)('$name', ({ check }) => check());

  it('has a name of its own for every behaviour', () => {
    const names = BEHAVIOURS.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});
