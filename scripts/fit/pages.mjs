/** The development pages with their features, which are read once and cached in out/. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, parseEach, ROOT } from '#tests/bench/articles/pages.mjs';

/** @returns the manifest's entries with `cheap` and `full`, the features of each stage by name */
export async function pagesWithFeatures(manifest) {
  const byId = new Map(manifest.map((entry) => [entry.id, entry]));
  return (await readFeatures(manifest)).map((row) => ({ ...byId.get(row.id), ...row }));
}

async function readFeatures(manifest) {
  const hash = createHash('sha256');
  for (const name of readdirSync(join(ROOT, 'article')).sort())
    if (name !== 'weights.ts') hash.update(readFileSync(join(ROOT, 'article', name)));
  const cache = join(ROOT, 'out', `features-${hash.digest('hex').slice(0, 12)}.json`);
  if (existsSync(cache)) return JSON.parse(readFileSync(cache, 'utf8'));
  const code = await bundle(join(ROOT, 'article/features.ts'), 'Claimlight');
  const rows = [];
  const expression = `(document, url) => { const page = Claimlight.readFeatures(document, url); return { cheap: page.cheap, full: page.full().features }; }`;
  await parseEach(manifest, [code], expression, ({ id }, result) => {
    if (result.error) console.error(id, result.error);
    else rows.push({ id, ...result });
  });
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(cache, JSON.stringify(rows));
  return rows;
}
