import { describe, expect, it } from 'vitest';
import { deedOf, SENTENCE_KEYS } from '#model/sentenceKeys.ts';

const press = (key: string, over = {}) =>
  deedOf({ key, code: `Key${key.toUpperCase()}`, ctrlKey: false, altKey: false, metaKey: false, ...over });

describe('the keys of reading by sentence', () => {
  it('stand for one deed each', () => {
    const keys = Object.values(SENTENCE_KEYS).flat();
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('count in small and capital letters', () => {
    expect([press('j'), press('J'), press('Enter'), press('?'), press('x')]).toEqual([
      'next',
      'next',
      'note',
      'keys',
      null,
    ]);
  });

  it('count by their place where the keyboard writes other letters', () => {
    expect(press('о', { code: 'KeyJ' })).toBe('next');
    expect(press('ت', { code: 'KeyJ' })).toBe('next');
    // A Latin letter is the letter it is, wherever it stands.
    expect(press('n', { code: 'KeyJ' })).toBe(null);
  });

  it('leave chords to the browser', () => {
    expect(press('r', { ctrlKey: true })).toBe(null);
    expect(press('ArrowDown', { altKey: true })).toBe(null);
    expect(press('m', { metaKey: true })).toBe(null);
  });
});
