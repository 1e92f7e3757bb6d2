import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse as parseYaml } from 'yaml';

type Root = ReturnType<typeof fromMarkdown>;
type RootContent = Root['children'][number];
type Nodes = Root | RootContent;

/** An independent reading of Markdown: micromark follows CommonMark and GFM to the letter. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Front matter and the rest of a file, split as every reader of front matter does. */
export function splitFile(file: string): { properties: Record<string, unknown>; body: string } {
  const end = file.indexOf('\n---\n', 3);
  return { properties: parseYaml(file.slice(4, end)) as Record<string, unknown>, body: file.slice(end + 5) };
}

/** All nodes of a tree in document order. */
export function nodes(root: Nodes): Nodes[] {
  return [root, ...('children' in root ? root.children.flatMap(nodes) : [])];
}

/** The words of a node without marks; line breaks as spaces. */
export function textOf(node: Nodes | undefined): string {
  if (!node) return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The blocks that follow a heading of level 2 up to the next one. */
export function sections(root: Root): RootContent[][] {
  const all: RootContent[][] = [];
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth <= 2) all.push([]);
    all.at(-1)?.push(node);
  }
  return all.slice(1);
}
