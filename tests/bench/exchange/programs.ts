/**
 * `npm run check:programs`: what is written for Pandoc and Logseq, read by Pandoc (Debian's package, with `--citeproc`)
 * and by Logseq's own parser (mldoc, fetched by npm into `out/`). Says in one line of each what is not there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import type { ArticleNotes } from '#exchange/ArticleNotes.ts';
import { writeMarkdown } from '#exchange/index.ts';
import { anyNotes } from '#tests/unit/exchange/arbitraries.ts';
import { accepted, article, contested, missing } from '#tests/unit/exchange/goldenNotes.ts';
import { writeResult } from '../anchoring/browserPage.mjs';

const MLDOC = '1.6.0';
const SAMPLES = Number(process.argv[2] ?? 60);
const SEED = 14;

const golden: ArticleNotes = { article, annotations: [accepted, contested, missing] };
const files = [golden, ...fc.sample(anyNotes, { numRuns: SAMPLES, seed: SEED })];

/** A node of Pandoc's tree. */
interface Node {
  t: string;
  c?: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).t === 'string';
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesIn);
  return isNode(value) ? [value, ...inner] : inner;
}

const COMMENT = /^<!--(?:(?!-->)[\s\S])*-->\s*$/u;

/** What is wrong with how Pandoc reads a file. */
function pandocFaults(notes: ArticleNotes): string[] {
  const text = writeMarkdown(notes, 'pandoc').toWellFormed();
  const run = spawnSync('pandoc', ['-f', 'markdown', '-t', 'json', '--citeproc'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (run.status !== 0) return [`refused: ${run.stderr.trim().slice(0, 200)}`];
  const faults = run.stderr
    .split('\n')
    .filter(Boolean)
    .map((line) => `warned: ${line.slice(0, 200)}`);
  const { blocks } = JSON.parse(run.stdout) as { blocks: unknown };
  const nodes = nodesIn(blocks);
  for (const { t, c } of nodes) {
    const raw = t === 'RawBlock' || t === 'RawInline' ? String((c as string[])[1]) : undefined;
    if (raw !== undefined && !COMMENT.test(raw)) faults.push(`raw: ${raw.slice(0, 80)}`);
    if (t === 'Image' || t === 'Math') faults.push(`${t}: ${JSON.stringify(c).slice(0, 80)}`);
    if (t === 'Link') {
      const address = String((c as [unknown, unknown, [string]])[2][0]);
      if (!/^(?:https?:|mailto:|#)/u.test(address)) faults.push(`link: ${address.slice(0, 80)}`);
    }
  }
  const marks = notes.annotations.filter(({ deletedAt }) => deletedAt === undefined);
  const labels = nodes.filter(
    ({ t, c }) =>
      t === 'Header' && (c as [number])[0] === 2 && /^cl-/u.test(String((c as [number, [string]])[1][0])),
  );
  if (labels.length !== marks.length) faults.push(`${labels.length} headings of ${marks.length} marks`);
  const cited = new Set(
    nodes
      .filter(({ t }) => t === 'Cite')
      .flatMap(({ c }) => (c as [{ citationId: string }[]])[0].map((one) => one.citationId)),
  );
  const listed = new Set(
    nodes
      .filter(({ t }) => t === 'Div')
      .map(({ c }) => String((c as [[string]])[0][0]))
      .filter((id) => id.startsWith('ref-'))
      .map((id) => id.slice('ref-'.length)),
  );
  const wanted = 1 + new Set(marks.flatMap(({ sources }) => sources.map(({ id }) => id))).size;
  if (cited.size !== wanted) faults.push(`${cited.size} works cited of ${wanted}`);
  for (const id of cited) if (!listed.has(id)) faults.push(`no reference for ${id}`);
  return faults;
}

/** What is wrong with how Logseq's parser reads a file. */
function logseqFaults(notes: ArticleNotes, parse: (text: string) => unknown): string[] {
  const text = writeMarkdown(notes, 'logseq').toWellFormed();
  const blocks = parse(text) as unknown[];
  const faults: string[] = [];
  const kinds = new Map<string, unknown[]>();
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) {
      if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) walk(one);
      return;
    }
    if (typeof value[0] === 'string' && /^[A-Z][A-Za-z_]+$/u.test(value[0]))
      kinds.set(value[0], [...(kinds.get(value[0]) ?? []), value[1]]);
    for (const one of value) walk(one);
  };
  walk(blocks);
  for (const kind of [
    'Macro',
    'Latex_Fragment',
    'Block_reference',
    'Raw_Html',
    'Inline_Html',
    'Displayed_Math',
    'Latex_Environment',
    'Property_Drawer',
    'Hiccup',
    'Inline_Hiccup',
  ])
    for (const one of kinds.get(kind) ?? []) {
      const properties = kind === 'Property_Drawer' ? (one as [string][]).map(([name]) => name) : [];
      const isOurs =
        properties.length > 0 && (properties[0] === 'id' || properties.includes('claimlight-format'));
      const isComment = /^<!--/u.test(String(one).trim());
      if (!isOurs && !isComment) faults.push(`${kind}: ${JSON.stringify(one).slice(0, 100)}`);
    }
  const drawers = (kinds.get('Property_Drawer') ?? []) as [string, string][][];
  const top = Object.fromEntries((drawers[0] ?? []).map(([name, value]) => [name, value]));
  if (top['claimlight-id'] !== notes.article.id) faults.push(`the page is of ${top['claimlight-id']}`);
  const ids = drawers
    .slice(1)
    .flatMap((drawer) => drawer.filter(([name]) => name === 'id').map(([, id]) => id));
  const wanted = notes.annotations.filter(({ deletedAt }) => deletedAt === undefined).map(({ id }) => id);
  for (const id of ids) if (!wanted.includes(id)) faults.push(`an entry of ${id}`);
  const headings = ((kinds.get('Heading') ?? []) as { unordered?: boolean; level?: number }[]).filter(
    (one) => typeof one === 'object' && one !== null && one.unordered && one.level === 1,
  );
  if (headings.length !== wanted.length + 1)
    faults.push(`${headings.length} entries of the outline for ${wanted.length} marks and an article`);
  return faults;
}

function logseqParser(): ((text: string) => unknown) | undefined {
  const folder = resolve('out/programs');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync(
      'npm',
      ['install', '--no-save', '--ignore-scripts', '--no-audit', '--prefix', folder, `mldoc@${MLDOC}`],
      { stdio: 'ignore' },
    );
  } catch {
    // No way to the registry: told as left out.
    return undefined;
  }
  const { Mldoc } = createRequire(join(folder, 'x.js'))('mldoc') as {
    Mldoc: { parseJson: (text: string, config: string) => string };
  };
  const config = JSON.stringify({
    toc: false,
    heading_number: false,
    keep_line_break: true,
    format: 'Markdown',
    heading_to_list: false,
    exporting_keep_properties: true,
    inline_type_with_pos: false,
    parse_outline_only: false,
    export_md_remove_options: [],
    hiccup_in_block: true,
    enable_drawers: true,
  });
  return (text) => JSON.parse(Mldoc.parseJson(text, config));
}

const said: string[] = [];
function tell(program: string, faultsOf: (notes: ArticleNotes) => string[]): void {
  const faulty = files
    .map((notes, at) => ({ at, faults: faultsOf(notes) }))
    .filter(({ faults }) => faults.length > 0);
  for (const { at, faults } of faulty.slice(0, 10))
    console.log(program, at === 0 ? 'golden' : `sample ${at}`, faults.slice(0, 4));
  said.push(`${program}: ${files.length - faulty.length} of ${files.length} files read as meant.`);
  if (faulty.length > 0) process.exitCode = 1;
}

const version = spawnSync('pandoc', ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0];
if (version) tell(`${version} with --citeproc`, pandocFaults);
else said.push('Pandoc: left out, it is not installed here (apt-get install pandoc).');
const parser = logseqParser();
if (parser) tell(`mldoc ${MLDOC}, Logseq’s parser`, (notes) => logseqFaults(notes, parser));
else said.push('Logseq: left out, npm could not fetch its parser.');
console.log(said.join('\n'));
writeResult(
  'programs.md',
  `# What other programs make of our Markdown\n\nThe golden article and ${SAMPLES} articles with hostile text in every field (seed ${SEED}). \`npm run check:programs\`.\n\n${said.map((line) => `- ${line}`).join('\n')}`,
);
