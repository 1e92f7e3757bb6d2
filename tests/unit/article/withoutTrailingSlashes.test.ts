import { expect, it } from 'vitest';
import { withoutTrailingSlashes } from '#article/withoutTrailingSlashes.ts';

it.each([
  ['/', '/'],
  ['///', '/'],
  ['/a/', '/a'],
  ['/a//', '/a'],
  ['/a/b', '/a/b'],
  ['', ''],
  [`/a${'/'.repeat(79_000)}`, '/a'],
])('%.20s ends in no slash', (path, plain) => expect(withoutTrailingSlashes(path)).toBe(plain));
