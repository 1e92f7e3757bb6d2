/**
 * Second-level labels that country registries sell names under (co.uk, com.au, gov.in …). Together with a
 * two-letter top level they make a public suffix. The full Public Suffix List weighs more than the whole of
 * `evidence/`; this covers the news sites we met, and a name it does not know is taken as *one* site too
 * many labels short, which undercounts independence and so errs on the careful side.
 */
const REGISTRY_LABELS = new Set(
  'ac asn biz co com ed edu gob gouv gov go govt gub id in info judiciary k12 lg ltd ltda me mil muni ne net nhs nic nom nsw off or org parliament plc police press res sch school'.split(
    ' ',
  ),
);

/** Hosts whose subdomains belong to unrelated people: each subdomain is a site of its own. */
const SHARED_HOSTS = new Set([
  'blogspot.com',
  'github.io',
  'gitlab.io',
  'medium.com',
  'netlify.app',
  'pages.dev',
  'substack.com',
  'tumblr.com',
  'vercel.app',
  'wordpress.com',
]);

/**
 * The site that answers for an address: its registrable domain ("eTLD+1") in lower case, by the documented
 * heuristics above. IP addresses and single-label hosts are returned whole; '' when the text is no http(s) address.
 */
export function registrableSite(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return '';
  const host = hostname.replace(/\.$/, '');
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return host;
  const labels = host.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const isPublicSuffix =
    (top.length === 2 && REGISTRY_LABELS.has(second)) || SHARED_HOSTS.has(`${second}.${top}`);
  return labels.slice(isPublicSuffix ? -3 : -2).join('.');
}
