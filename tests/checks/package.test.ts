import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const TARGETS = ['chrome-mv3', 'firefox-mv3'] as const;

/** Bytes after gzip, by file of the built extension. Budgets, not records: raise one only with a reason. */
const BUDGETS: Record<string, number> = {
  // It runs on every page. Do not raise this.
  'detector.js': 8_192,
  // On articles only. 60,000 until it read frames and shadow trees and re-read just what changed; 64,000 until it
  // kept what is typed against a crash, said why something was not saved, and told what a visit saw; 66,500 until it
  // made claims, took sources for the claim in hand, and read the links beside a claim; 75,000 until it read the page as it
  // is shown, put back what a page takes away, answered every press, and showed the passages that claims cite; 86,500 until
  // it asked beside a new mark what would keep its link from being found; 87,500 until it knew what an earlier page left
  // from what is being typed.
  'annotator.js': 87_600,
  // 170,000 until it offered who seems to say a claim: word lists of four languages; 185,000 until it carried the words
  // of button, menus and page in six languages; 196,000 until it told other devices of changes: merge and encryption;
  // 217,000 until it kept a folder of Markdown files up to date: all manners of Markdown, written and read.
  'background.js': 260_000,
  // Only where the reader asks to read by sentence: body, sentences and their words in six languages.
  'sentences.js': 29_500,
};

interface Manifest {
  manifest_version: number;
  permissions: string[];
  host_permissions: string[];
  optional_permissions?: string[];
  content_security_policy: { extension_pages: string };
  web_accessible_resources?: unknown;
  externally_connectable?: unknown;
}

describe.each(TARGETS)('the built extension, %s', (target) => {
  const folder = join(ROOT, '.output', target);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );

  it.each(Object.entries(BUDGETS))('%s is at most %i bytes after gzip', (file, budget) => {
    expect(gzipSync(readFileSync(join(folder, file)), { level: 9 }).length).toBeLessThanOrEqual(budget);
  });

  it('asks for these permissions and no others', () => {
    expect(manifest.manifest_version).toBe(3);
    const chromeOnly = target === 'chrome-mv3' ? ['sidePanel'] : [];
    expect([...manifest.permissions].sort()).toEqual(
      [
        'activeTab',
        'alarms',
        'contextMenus',
        'scripting',
        'storage',
        'unlimitedStorage',
        'webNavigation',
        ...chromeOnly,
      ].sort(),
    );
    expect(manifest.optional_permissions ?? []).toEqual(expect.arrayContaining([]));
    for (const optional of manifest.optional_permissions ?? []) expect(['downloads']).toContain(optional);
  });

  it('gives pages nothing to load or to talk to', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    const policy = manifest.content_security_policy.extension_pages;
    for (const part of [
      "default-src 'none'",
      "connect-src 'none'",
      "script-src 'self'",
      "trusted-types 'none'",
    ])
      expect(policy).toContain(part);
  });

  it.each(scripts)('%s can make no request and evaluates no text', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).not.toMatch(
      /\bfetch\(|XMLHttpRequest|new WebSocket|sendBeacon|EventSource\(|importScripts\(/,
    );
    expect(text).not.toMatch(/\beval\(|new Function\(/);
  });
});

it('the lockfile names no download address', () => {
  expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});
