import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '#demo/server.mjs';

const README = readFileSync(join(import.meta.dirname, '..', '..', 'demo', 'README.md'), 'utf8');
/** Addresses in the first column of the table; `…` stands for a longer one. */
const PATHS = [...README.matchAll(/^\| (.+?) \|/gm)]
  .flatMap(([, cell = '']) => [...cell.matchAll(/`(\/[^`…]*)`/g)])
  .map(([, path = '']) => path);
/** The six stories with an edited version. */
const EDITED = [
  '/courier/politics/2026/11/18/tram-line-costs',
  '/gazette/2026/11/dockers-strike-third-week',
  '/observer/health/hospital-waiting-times-fall-7741',
  '/meridian/long-reads/2026/the-wall-under-the-water',
  '/marfa/mahalliyat/2026/11/desalination-plant',
  '/shioba/shakai/2026/11/kamome-ferry',
];

describe('the demo site', () => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  beforeAll(async () => {
    demo = await serveDemo();
  });
  afterAll(() => demo?.close());
  const get = async (path: string) => (await fetch(demo.url + path)).text();

  it.each(PATHS)('answers %s, as its table says', async (path) => {
    const answer = await fetch(demo.url + path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<!doctype html>');
  });

  it.each(EDITED)('has two editions of %s, also at the same address', async (path) => {
    const first = await get(path);
    const second = await get(`${path}?edition=2`);
    expect(second).not.toBe(first);
    expect(second).toContain('Advertisement');
    demo.setEdition(2);
    expect(await get(path)).toBe(second);
    demo.setEdition(1);
    expect(await get(path)).toBe(first);
  });

  it('lets a reader log in for the rest of a story', async () => {
    const path = '/times/housing/empty-flats-inquiry';
    const stub = await get(path);
    const answer = await fetch(demo.url + path, { headers: { cookie: 'subscriber=yes' } });
    const whole = await answer.text();
    expect(stub).toContain('for subscribers');
    expect(stub).not.toContain('It was an electrician');
    expect(whole).toContain('It was an electrician');
  });

  it('links only to itself', async () => {
    for (const path of PATHS) {
      const outside = [...(await get(path)).matchAll(/(?:href|src)="(https?:[^"]+)"/g)].map(([, url]) => url);
      expect(outside.filter((url) => !url?.startsWith(demo.url))).toEqual([]);
    }
  });
});
