import type { LinkKind } from '#model/LinkCandidate.ts';
import { registrableSite } from './registrableSite.ts';

const SOCIAL = new Set(
  'bsky.app facebook.com instagram.com linkedin.com mastodon.social pinterest.com reddit.com t.co t.me threads.net tiktok.com twitter.com vk.com whatsapp.com wa.me x.com youtu.be youtube.com'.split(
    ' ',
  ),
);
const STUDIES = new Set(
  'arxiv.org biorxiv.org doi.org jstor.org medrxiv.org osf.io plos.org pubmed.gov ssrn.com zenodo.org'.split(
    ' ',
  ),
);
const OFFICIAL_HOST =
  /(?:^|\.)(?:gov|mil|gob|gouv|govt|gc)(?:\.[a-z]{2})?$|\.int$|(?:^|\.)(?:europa\.eu|admin\.ch|bund\.de|parliament\.uk)$/u;
const COURT_HOST =
  /(?:^|\.)(?:curia\.europa\.eu|bailii\.org|courtlistener\.com|supremecourt\.\w+|[\w-]*courts?\.[\w.]+|[\w-]*judiciary\.[\w.]+)$/u;

/** The kind of a destination, seen from a page. Most telling first: a court's PDF is `court`. */
export function linkKind(url: string, pageUrl: string): LinkKind {
  const site = registrableSite(url);
  const { hostname, pathname } = new URL(url);
  if (site !== '' && site === registrableSite(pageUrl)) return 'same outlet';
  if (COURT_HOST.test(hostname)) return 'court';
  if (STUDIES.has(site) || hostname === 'pubmed.ncbi.nlm.nih.gov') return 'study';
  if (SOCIAL.has(site)) return 'social';
  if (/\.(?:csv|tsv|xlsx?|ods|parquet|geojson)$/iu.test(pathname) || /^(?:open)?data\./u.test(hostname))
    return 'dataset';
  if (OFFICIAL_HOST.test(hostname)) return 'official';
  return /\.(?:pdf|docx?|odt)$/iu.test(pathname) ? 'document' : 'other';
}
