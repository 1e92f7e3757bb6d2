import { isNode, type LdNode, type LinkedData, typesOf } from './jsonLd.ts';

const PIECE = /Article$|^(?:BlogPosting|LiveBlogPosting|Report|Reportage|SocialMediaPosting)$/;
const NEWS = /NewsArticle$|^LiveBlogPosting$/;

/**
 * The linked-data node about the piece on this page. Pages carry nodes of related pieces, of other pages (single-page
 * sites) and several of the same; the one that names this address wins, then the one that says most.
 */
export function articleNode(data: LinkedData, addresses: (string | null)[]): LdNode | null {
  const here = addresses.map(pathOf).filter((path) => path !== null);
  let best: LdNode | null = null;
  let most = 0;
  for (const node of data.nodes) {
    const types = typesOf(node);
    if (!types.some((type) => PIECE.test(type))) continue;
    const named = pathOf(addressOf(node));
    let points = 1 + (types.some((type) => NEWS.test(type)) ? 2 : 0);
    for (const field of ['headline', 'datePublished', 'author']) if (node[field]) points += 1;
    if (named !== null) points += here.includes(named) ? 4 : -2;
    if (points > most) [best, most] = [node, points];
  }
  return best;
}

function addressOf(node: LdNode): string {
  for (const value of [node.mainEntityOfPage, node.url, node['@id']]) {
    const found = isNode(value) ? (value['@id'] ?? value.url) : value;
    if (typeof found === 'string' && /^https?:|^\//.test(found)) return found;
  }
  return '';
}

/** Host and path without dress; null for what is no address or a home page, which many templates write by mistake. */
function pathOf(url: string | null): string | null {
  if (!url || !URL.canParse(url, 'https://unknown.invalid')) return null;
  const path = new URL(url, 'https://unknown.invalid').pathname.replace(/\/(?:amp)?\/?$/, '');
  return path === '' ? null : path;
}

/** Names in a schema.org value: strings, nodes, lists of either, references into the graph. */
export function namesIn(value: unknown, data: LinkedData, depth = 0): string[] {
  if (depth > 4) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.slice(0, 15).flatMap((item) => namesIn(item, data, depth + 1));
  if (!isNode(value)) return [];
  const target = typeof value['@id'] === 'string' ? data.byId.get(value['@id']) : undefined;
  const name = value.name ?? target?.name;
  if (name !== undefined) return namesIn(name, data, depth + 1).slice(0, 1);
  const person = [value.givenName, value.familyName].filter((part) => typeof part === 'string').join(' ');
  return person ? [person] : [];
}
