import { expect, it } from 'vitest';
import { findTarget } from '#anchoring/findTarget.ts';
import { describeSpan, FoldedText } from '#anchoring/index.ts';
import { readFile } from '#locales/readWords.ts';
import { LANGUAGES } from '#model/languages.ts';

// The welcome page shows what an edit does to a mark: no sentence of its story may look lost there.
it.each(LANGUAGES)(
  'finds every sentence of the story to practise on again after the edit, in %s',
  (language) => {
    const words = readFile(language);
    const before = words['practice.before'] ?? '';
    const after = new FoldedText(words['practice.after'] ?? '', Int32Array.of(0));
    const sentences = before.split(/(?<=[.。])(?!\d) ?/u).filter((one) => one !== '');
    expect(sentences.length).toBeGreaterThan(2);
    for (const one of [...sentences, words['practice.sample'] ?? '']) {
      const start = before.indexOf(one);
      const target = describeSpan(new FoldedText(before, Int32Array.of(0)), {
        start,
        end: start + one.length,
      });
      expect(findTarget(after, target).accepted, one).toBe(true);
    }
  },
);
