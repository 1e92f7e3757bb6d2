import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readWords } from '#locales/readWords.ts';
import { LANGUAGES } from '#model/languages.ts';
import {
  changelogFaults,
  differences,
  storeText,
  storeTextFaults,
  unexpectedPermissions,
} from '#scripts/release/checks.ts';
import { filesOf, pack } from '#scripts/release/pack.ts';
import { PERMISSIONS } from '#scripts/release/packages.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

describe('a release', () => {
  it('has a heading with its day in the changelog, and something under it', () => {
    const log = '# Changelog\n\n## Unreleased\n\nNews.\n\n## 0.2.0 – 2026-12-01\n\nMore.\n\n## 0.1.0\n\n';
    expect(changelogFaults(log, '0.2.0')).toEqual([]);
    expect(changelogFaults(log, '0.3.0')).toEqual([expect.stringContaining('no heading for 0.3.0')]);
    expect(changelogFaults(log, '0.1.0')).toEqual([
      'CHANGELOG.md: “0.1.0” has no day.',
      'CHANGELOG.md says nothing of 0.1.0.',
    ]);
    expect(changelogFaults(log, '2.0')).toHaveLength(1);
  });

  it('asks for nothing that is not on the list, and for all that is', () => {
    const allowed = PERMISSIONS['firefox-mv3'];
    const sites = ['https://*/*', 'http://*/*'];
    expect(unexpectedPermissions({ ...allowed, content_scripts: [{ matches: sites }] }, allowed)).toEqual([]);
    const { optional_permissions: _, ...less } = allowed;
    const more = { ...less, permissions: [...allowed.permissions, 'tabs'] };
    expect(
      unexpectedPermissions({ ...more, content_scripts: [{ matches: ['file:///*'] }] }, allowed),
    ).toEqual([
      'permissions: tabs is asked for, and not on the list',
      'optional_permissions: downloads is on the list, and not asked for',
      'content_scripts: file:///* is a site that is not on the list',
    ]);
  });

  it('is packed to the same bytes whatever the day, the order and the place of the machine', () => {
    const files = filesOf(join(ROOT, 'scripts', 'release'));
    expect(Object.keys(files)).toContain('pack.ts');
    const zip = pack(files);
    const place = process.env.TZ;
    try {
      process.env.TZ = 'Pacific/Kiritimati';
      expect(differences({ zip }, { zip: pack(files) })).toEqual([]);
    } finally {
      if (place === undefined) delete process.env.TZ;
      else process.env.TZ = place;
    }
    expect(differences({ a: zip, b: zip }, { a: zip.slice(1), c: zip })).toEqual(['a', 'b', 'c']);
  });
});

describe.each(LANGUAGES)('the text for the stores, %s', (language) => {
  const text = storeText(read('docs', 'store', `${language}.md`));

  it('is there, no longer than they take', () => {
    expect(storeTextFaults(language, text)).toEqual([]);
    expect(storeTextFaults(language, { ...text, summary: 'x'.repeat(133), description: '' })).toHaveLength(2);
  });

  it('begins with the name and says in short what the package says of itself', () => {
    expect(text.name).toMatch(/^Claimlight – /);
    const words = readWords(language);
    expect(text.summary).toBe(words.extDescription);
    expect(words['companion.description']?.length).toBeLessThanOrEqual(132);
  });

  it('makes the same points as the others, and names the same programs', () => {
    const english = storeText(read('docs', 'store', 'en.md')).description;
    expect(text.description.split('\n\n')).toHaveLength(english.split('\n\n').length);
    for (const name of ['Hypothesis', 'Readwise', 'Omnivore', 'Kindle', 'Markdown', 'JSON'])
      expect(text.description).toContain(name);
  });
});

describe.each(readdirSync(join(ROOT, '.github', 'workflows')))('the workflow %s', (file) => {
  const source = read('.github', 'workflows', file);

  it('runs nothing whose content can change behind its name', () => {
    const used = [...source.matchAll(/uses: (\S+)(.*)/g)];
    expect(used.length).toBeGreaterThan(0);
    for (const [, action, version] of used) {
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(version).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  it('may do no more than it needs, and runs commands that are there', () => {
    const { permissions, jobs } = parse(source) as {
      permissions: Record<string, string>;
      jobs: Record<string, { steps: { run?: string }[] }>;
    };
    expect(permissions).toEqual({ contents: file === 'release.yml' ? 'write' : 'read' });
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    const asked = runs.flatMap((run) => /^npm (?:run )?([\w:]+)/.exec(run)?.[1] ?? []);
    expect(asked.length).toBeGreaterThan(0);
    for (const name of asked) expect(scripts).toHaveProperty([name]);
  });
});
