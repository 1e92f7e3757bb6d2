import type { Asked, Files } from './packages.ts';

/** Pure: what a release must fulfil. Each gives sentences of what is wrong, none where all is right. */

const ASKED = [
  'permissions',
  'optional_permissions',
  'host_permissions',
  'optional_host_permissions',
] as const;

type Manifest = Partial<Asked> & { content_scripts?: { matches: string[] }[] };

/**
 * Permissions that a manifest asks for and may not, and those that it lost. A script registered for pages asks for their
 * sites, too.
 */
export function unexpectedPermissions(manifest: Manifest, allowed: Asked): string[] {
  const faults = ASKED.flatMap((key) => {
    const [is, may] = [manifest[key] ?? [], allowed[key]];
    return [
      ...is
        .filter((one) => !may.includes(one))
        .map((one) => `${key}: ${one} is asked for, and not on the list`),
      ...may
        .filter((one) => !is.includes(one))
        .map((one) => `${key}: ${one} is on the list, and not asked for`),
    ];
  });
  const scripts = manifest.content_scripts ?? [];
  for (const match of new Set(scripts.flatMap(({ matches }) => matches)))
    if (!allowed.host_permissions.includes(match))
      faults.push(`content_scripts: ${match} is a site that is not on the list`);
  return faults;
}

/**
 * Whether the changelog tells of a version: a heading `## 1.2.3 – 2026-11-30` with something under it.
 */
export function changelogFaults(changelog: string, version: string): string[] {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((one) => one.split(/\s/, 1)[0] === version);
  if (!section)
    return [
      `CHANGELOG.md has no heading for ${version}. Rename “Unreleased” to “${version} – ${new Date().toISOString().slice(0, 10)}”.`,
    ];
  const [heading = '', ...lines] = section.split('\n');
  const faults: string[] = [];
  if (!/ – \d{4}-\d{2}-\d{2}$/.test(heading)) faults.push(`CHANGELOG.md: “${heading}” has no day.`);
  if (lines.join('').trim() === '') faults.push(`CHANGELOG.md says nothing of ${version}.`);
  return faults;
}

/**
 * Files that differ between two builds of the same commit.
 */
export function differences(one: Files, other: Files): string[] {
  const paths = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return paths.filter((path) => {
    const [a, b] = [one[path], other[path]];
    return !a || !b || Buffer.compare(a, b) !== 0;
  });
}

/**
 * Lengths that the stores take, UTF-16 units: Chrome Web Store (title 75, summary 132), addons.mozilla.org (name 50,
 * summary 250).
 * @see https://developer.chrome.com/docs/webstore/publish
 */
const LENGTHS = { name: 50, summary: 132, description: 16_000 };
const PARTS = ['name', 'summary', 'description'] as const;

export type StoreText = Record<(typeof PARTS)[number], string>;

/**
 * A text for the stores: `# name`, a paragraph as summary, then the description.
 */
export function storeText(markdown: string): StoreText {
  const [heading = '', summary = '', ...rest] = markdown.trim().split(/\n{2,}/);
  return { name: heading.replace(/^# /, ''), summary, description: rest.join('\n\n') };
}

/** What a store would refuse of a text, by the language it is in. */
export function storeTextFaults(language: string, text: StoreText): string[] {
  return PARTS.flatMap((part) => {
    const [{ length }, most] = [text[part], LENGTHS[part]];
    if (length === 0) return [`${language}: the store text has no ${part}`];
    return length > most ? [`${language}: ${part} has ${length} characters of ${most}`] : [];
  });
}
