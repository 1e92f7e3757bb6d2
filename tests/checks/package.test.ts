import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  CLAIMLIGHT_IN_FIREFOX,
  COMPANION_IN_CHROMIUM,
  COMPANION_IN_FIREFOX,
  COMPANION_KEY,
} from '#sync/companionIds.ts';

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
  'annotator.js': 88_200,
  // 170,000 until it offered who seems to say a claim: word lists of four languages; 185,000 until it carried the words
  // of button, menus and page in six languages; 196,000 until it told other devices of changes: merge and encryption;
  // 217,000 until it kept a folder of Markdown files up to date: all manners of Markdown, written and read; 260,000 while
  // the Public Suffix List stood in it three times.
  'background.js': 205_000,
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
  content_scripts?: unknown;
  key?: string;
  optional_host_permissions?: string[];
  browser_specific_settings?: {
    gecko: { id: string; data_collection_permissions: { required: string[] } };
  };
}

/** What goes to a server of the reader's own, through the companion, as Firefox asks it to be told. */
const CARRIED = ['authenticationInfo', 'browsingActivity', 'websiteContent'];

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

describe.each(TARGETS)('the companion, %s', (target) => {
  const folder = join(ROOT, '.output', `companion-${target}`);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

  it('reaches no server before the reader names one, and no page', () => {
    expect(manifest.permissions).toEqual(['storage']);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    // Extensions may ask; no page can.
    expect((manifest.externally_connectable as object | undefined) ?? { ids: ['*'] }).toEqual({ ids: ['*'] });
    const policy = manifest.content_security_policy.extension_pages;
    for (const part of ["default-src 'none'", "script-src 'self'", "trusted-types 'none'"])
      expect(policy).toContain(part);
  });

  it('has the id under which Claimlight looks for it, and tells what it sends', () => {
    const gecko = manifest.browser_specific_settings?.gecko;
    if (target === 'firefox-mv3') {
      expect(gecko?.id).toBe(COMPANION_IN_FIREFOX);
      expect(gecko?.data_collection_permissions.required).toEqual(CARRIED);
    } else {
      expect(manifest.key).toBe(COMPANION_KEY);
      const digest = createHash('sha256').update(Buffer.from(COMPANION_KEY, 'base64')).digest('hex');
      const letters = [...digest.slice(0, 32)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]);
      expect(letters.join('')).toBe(COMPANION_IN_CHROMIUM);
    }
  });

  it('is small, and evaluates no text', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    let size = 0;
    for (const file of scripts) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).not.toMatch(/\beval\(|new Function\(|XMLHttpRequest|new WebSocket|sendBeacon/);
      size += gzipSync(text, { level: 9 }).length;
    }
    expect(size).toBeLessThanOrEqual(110_000);
  });
});

it('Firefox is told that Claimlight itself sends nothing', () => {
  const file = join(ROOT, '.output', 'firefox-mv3', 'manifest.json');
  const { browser_specific_settings } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  expect(browser_specific_settings?.gecko).toMatchObject({
    id: CLAIMLIGHT_IN_FIREFOX,
    data_collection_permissions: { required: ['none'] },
  });
});

it('the lockfile names no download address', () => {
  expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});
