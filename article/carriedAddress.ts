/*
 * Addresses that carry another in themselves: link checkers, AMP caches, mail scanners. Each carrier is named by its
 * exact hosts and paths: whoever owns a host that only looks like one (google.ab.io, www.google.xyz) must not be taken
 * for the page that the address speaks of.
 */

/** Google's own domains, as it lists them for its search pages. */
const GOOGLE =
  /^(?:www\.)?google\.(?:com|ad|ae|al|am|as|at|az|ba|be|bf|bg|bi|bj|bs|bt|by|ca|cat|cd|cf|cg|ch|ci|cl|cm|cn|cv|cz|de|dj|dk|dm|dz|ee|es|fi|fm|fr|ga|ge|gg|gl|gm|gr|gy|hn|hr|ht|hu|ie|im|iq|is|it|je|jo|kg|ki|kz|la|li|lk|lt|lu|lv|md|me|mg|mk|ml|mn|mu|mv|mw|ne|nl|no|nr|nu|pl|pn|ps|pt|ro|rs|ru|rw|sc|se|sh|si|sk|sm|sn|so|sr|st|td|tg|tl|tm|tn|to|tt|vu|ws|co\.(?:ao|bw|ck|cr|id|il|in|jp|ke|kr|ls|ma|mz|nz|th|tz|ug|uk|uz|ve|vi|za|zm|zw)|com\.(?:af|ag|ar|au|bd|bh|bn|bo|br|bz|co|cu|cy|do|ec|eg|et|fj|gh|gi|gt|hk|jm|kh|kw|lb|ly|mm|mt|mx|my|na|ng|ni|np|om|pa|pe|pg|ph|pk|pr|py|qa|sa|sb|sg|sl|sv|tj|tr|tw|ua|uy|vc|vn))$/;

interface Carrier {
  host: RegExp;
  path: RegExp;
  parameters: string[];
}

const CARRIERS: Carrier[] = [
  { host: GOOGLE, path: /^\/url$/, parameters: ['url', 'q'] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
  { host: /^www\.facebook\.com$/, path: /^\/(?:l\.php|flx\/warn)$/, parameters: ['u'] },
  { host: /^l\.instagram\.com$/, path: /^\/$/, parameters: ['u'] },
  { host: /^out\.reddit\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, parameters: ['z'] },
  { host: /^getpocket\.com$/, path: /^\/redirect$/, parameters: ['url'] },
  { host: /^www\.linkedin\.com$/, path: /^\/(?:redir\/redirect|redirect)$/, parameters: ['url'] },
  { host: /^(?:away\.)?vk\.com$/, path: /^\/away\.php$/, parameters: ['to'] },
  // Microsoft's regions: eur01, nam02, gbr01 …
  { host: /^[a-z]{3}\d{2}\.safelinks\.protection\.outlook\.com$/, path: /^\/$/, parameters: ['url'] },
];

/**
 * The address that another carries in itself, or null. One step: a carrier may carry a carrier. It is what a link
 * leads to in the end; of a page at the carrier's own address it says nothing but what the carrier says.
 */
export function carriedAddress(address: URL): string | null {
  const { hostname, pathname, search } = address;
  const inPath = /^\/(?:amp|c|v|wp)\/(?:s\/)?(([^/]+).*)$/.exec(pathname);
  const isViewer = GOOGLE.test(hostname) || /^(?:www\.)?bing\.com$/.test(hostname);
  if (inPath?.[1] !== undefined && inPath[2] !== undefined) {
    const isAmp = pathname.startsWith('/amp/') ? isViewer : hostname === cacheHost(inPath[2]);
    if (isAmp) return `https://${inPath[1]}${search}`;
  }
  const carrier = CARRIERS.find(({ host, path }) => host.test(hostname) && path.test(pathname));
  return carrier?.parameters.map((name) => address.searchParams.get(name)).find(Boolean) ?? null;
}

/**
 * The one host on which the AMP cache keeps a publisher's pages: its dashes doubled, its dots as dashes
 * (amp.dev, "AMP Cache URL format"; long and international names get a hash instead and are not followed).
 */
const cacheHost = (publisher: string) =>
  `${publisher.toLowerCase().replaceAll('-', '--').replaceAll('.', '-')}.cdn.ampproject.org`;
