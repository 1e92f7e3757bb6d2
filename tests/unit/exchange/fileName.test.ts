import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '#exchange/fileName.ts';
import { hostileText } from './hostile.ts';

describe('a file name', () => {
  it.each([
    ['Harbour dues “to double”', 'Harbour dues “to double”.md'],
    ['../../etc/passwd', 'etc passwd.md'],
    ['..\\..\\windows', 'windows.md'],
    ['CON', 'CON file.md'],
    ['con.txt', 'con file.txt.md'],
    ['COM¹', 'COM¹ file.md'],
    ['Console', 'Console.md'],
    ['ends with a dot.', 'ends with a dot.md'],
    ['ends with blanks . . ', 'ends with blanks.md'],
    ['.hidden', 'hidden.md'],
    ['-rf', 'rf.md'],
    ['a/b:c*d?e"f<g>h|i', 'a b c d e f g h i.md'],
    ['Vote [live] #1 ^x', 'Vote live 1 x.md'],
    ['line\nbreak\u2028and\u0000nul', 'line break and nul.md'],
    ['evil\u202Egpj.exe', 'evil gpj.exe.md'],
    ['Rakete 🚀', 'Rakete 🚀.md'],
    ['', 'Untitled.md'],
    ['???', 'Untitled.md'],
  ])('for %j is %j', (title, name) => {
    expect(fileName(title, '.md')).toBe(name);
  });

  it('of 300 characters is cut between characters, within 120 bytes', () => {
    const name = fileName('👩‍🚀'.repeat(300), '.md');
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(120);
    expect(name).toMatch(/\.md$/u);
    expect(name.isWellFormed()).toBe(true);
  });

  it('is not used twice in a folder, whatever the case', () => {
    const taken = new Set<string>();
    const names = ['Ferry', 'FERRY', 'Ferry', 'Ferry (2)'].map((title) => fileName(title, '.md', taken));
    expect(names).toEqual(['Ferry.md', 'FERRY (2).md', 'Ferry (3).md', 'Ferry (2) (2).md']);
  });

  it('is safe for any title', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 0, max: 3 }), (title, twins) => {
        const taken = new Set<string>();
        for (let i = 0; i <= twins; i++) {
          const name = fileName(title, '.md', taken);
          expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]+\.md$/u);
          expect(name).not.toMatch(/^[.~\s-]|[\s.]\.md$|^(con|prn|aux|nul|com\d|lpt\d)\./iu);
          expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(120);
        }
        expect(taken.size).toBe(twins + 1);
      }),
    );
  });
});
