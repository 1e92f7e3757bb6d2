import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unexpectedPermissions } from '#scripts/release/checks.ts';
import { BUDGETS, PERMISSIONS } from '#scripts/release/packages.ts';
import {
  CLAIMLIGHT_IN_FIREFOX,
  COMPANION_IN_CHROMIUM,
  COMPANION_IN_FIREFOX,
  COMPANION_KEY,
} from '#sync/companionIds.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TARGETS = ['chrome-mv3', 'firefox-mv3'] as const;

interface Manifest {
  manifest_version: number;
  permissions: string[];
  host_permissions: string[];
  optional_permissions?: string[];
  content_security_policy: { extension_pages: string };
  web_accessible_resources?: unknown;
  externally_connectable?: unknown;
  content_scripts?: { matches: string[] }[];
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
    expect(unexpectedPermissions(manifest, PERMISSIONS[target])).toEqual([]);
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
    expect(unexpectedPermissions(manifest, PERMISSIONS[`companion-${target}`])).toEqual([]);
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
