/** One textual change of a file, as a slip of the hand would make it. */
export interface Mutant {
  name: string;
  file: string;
  /** Stands exactly once in the file. */
  from: string;
  to: string;
}

const rule = 'evidence/sourcingStatus.ts';
const origin = 'evidence/independent.ts';
const text = 'evidence/nearIdentical.ts';
const wire = 'evidence/wireAgency.ts';
const site = 'evidence/registrableSite.ts';
const domain = 'model/registrableDomain.ts';

const change = (file: string, name: string, from: string, to: string): Mutant => ({ name, file, from, to });

/** Ways to break the sourcing rule or what it knows of independence; each must turn one of the rule's tests red. */
export const SOURCING_MUTANTS: readonly Mutant[] = [
  change(rule, 'two secondaries are enough', 'SECONDARIES_NEEDED = 3', 'SECONDARIES_NEEDED = 2'),
  change(rule, 'four secondaries are needed', 'SECONDARIES_NEEDED = 3', 'SECONDARIES_NEEDED = 4'),
  change(rule, 'more than the needed secondaries', 'agreeing >= SECONDARIES', 'agreeing > SECONDARIES'),
  change(
    rule,
    'a dispute is outvoted',
    "if (disputing > 0) status = 'contested'",
    "if (disputing > supporting.length) status = 'contested'",
  ),
  change(rule, 'one dispute is not enough', 'if (disputing > 0)', 'if (disputing > 1)'),
  change(
    rule,
    'a dispute needs support to contest',
    'if (disputing > 0)',
    'if (disputing > 0 && supporting.length > 0)',
  ),
  change(rule, 'two primaries are needed', 'else if (primary > 0', 'else if (primary > 1'),
  change(
    rule,
    'primary and secondaries are both needed',
    'primary > 0 || agreeing',
    'primary > 0 && agreeing',
  ),
  change(
    rule,
    'a primary against counts as one for',
    "supporting.filter(({ tier }) => tier === 'primary')",
    "filled.filter(({ tier }) => tier === 'primary')",
  ),
  change(
    rule,
    'an unjudged source counts as secondary',
    "({ tier }) => tier === 'secondary'",
    "({ tier }) => tier !== 'primary'",
  ),
  change(
    rule,
    'a primary counts among the secondaries',
    "({ tier }) => tier === 'secondary'",
    "({ tier }) => tier !== 'unknown'",
  ),
  change(
    rule,
    'context supports',
    "filled.filter(({ stance }) => stance === 'supports')",
    "filled.filter(({ stance }) => stance !== 'disputes')",
  ),
  change(rule, 'empty rows count', 'const filled = sources.filter(isFilledIn)', 'const filled = sources'),
  change(
    rule,
    'only an address fills a row',
    "[source.url, source.title, source.site, source.quote?.exact ?? ''].some",
    '[source.url].some',
  ),
  change(rule, 'blanks fill a row', "(text) => text.trim() !== ''", "(text) => text !== ''"),
  change(
    rule,
    'every field must be filled in',
    "source.quote?.exact ?? ''].some(",
    "source.quote?.exact ?? ''].every(",
  ),
  change(
    rule,
    'two unsourced sources make one',
    'else if (supporting.length > 0)',
    'else if (supporting.length > 1)',
  ),
  change(rule, 'independence is not asked', '.filter((other) => independent(first, other))', ''),
  change(
    rule,
    'only the first in order is tried',
    'if (best.length >= most) break;',
    'if (best.length >= 1) break;',
  ),
  change(
    rule,
    'unjudged sources are not told',
    "unjudged: supporting.filter(({ tier }) => tier === 'unknown').length",
    'unjudged: 0',
  ),
  change(
    rule,
    'disputes are told as context',
    "source.stance === 'disputes' ? 'disputes' : 'context'",
    "'context'",
  ),
  change(rule, 'no reason names the other source', ', with: other.id', ''),
  change(
    rule,
    'a primary is told as independent',
    "if (source.tier === 'primary') return { id, counts: 'primary' };",
    '',
  ),
  change(rule, 'a shared origin is not told', 'if (shared) return', 'if (!shared) return'),
  change(origin, 'the same site is two', "if (origin(a) === origin(b)) return 'same site';", ''),
  change(origin, 'the whole address is the site', 'registrableSite(source.url) ||', 'source.url ||'),
  change(origin, 'case parts outlets', '.trim().toLowerCase()', '.trim()'),
  change(origin, 'blanks part outlets', ".normalize('NFKC').trim()", ".normalize('NFKC')"),
  change(origin, 'an outlet without an address has no name', 'source.site ||', ''),
  change(origin, 'people without an address have no name', "source.authors.join(', ') ||", ''),
  change(origin, 'a title is no name', '|| source.title;', "|| '';"),
  change(
    origin,
    'all wire copies are one',
    'if (wire && wire === wireAgency(b))',
    'if (wire && wireAgency(b))',
  ),
  change(origin, 'no wire is a wire', 'if (wire && wire ===', 'if (wire ==='),
  change(origin, 'the wire is not asked', "if (wire && wire === wireAgency(b)) return 'same wire';", ''),
  change(origin, 'the same text is two', "? 'same text' : null", '? null : null'),
  change(wire, 'agencies are compared as written', '?.id ?? credit', ' && credit || credit'),
  change(wire, 'an unknown agency is none', '?.id ?? credit', "?.id ?? ''"),
  change(wire, 'case parts agencies', '.toLowerCase()', ''),
  change(wire, 'marks and blanks part agencies', ".replace(/[^\\p{L}\\p{N}]+/gu, ' ')", ''),
  change(wire, "an agency's own site is not told", "site !== '' && agency.site === site", 'false'),
  change(text, 'short phrases are compared', 'SHORTEST_COMPARED = 8', 'SHORTEST_COMPARED = 3'),
  change(text, 'passages of usual length are not', 'SHORTEST_COMPARED = 8', 'SHORTEST_COMPARED = 30'),
  change(text, 'one changed word makes another text', 'COPIED = 0.7', 'COPIED = 1'),
  change(text, 'a few shared words make one text', 'COPIED = 0.7', 'COPIED = 0.05'),
  change(text, 'the larger passage is measured', 'shared / small.size', 'shared / large.size'),
  change(text, 'case parts texts', '.toLowerCase()', ''),
  change(site, 'any scheme has a site', "protocol === 'http:' || protocol === 'https:' ?", 'hostname ?'),
  change(site, 'plain http has none', "protocol === 'http:' || protocol", 'protocol'),
  change(site, 'the host is the site', 'registrableDomain(hostname)', 'hostname'),
  change(domain, 'blogs on one host are one site', 'allowPrivateDomains: true', 'allowPrivateDomains: false'),
  change(domain, 'unlisted blog hosts are one site', 'SHARED_HOSTS.has(domain) ?', 'false ?'),
  change(domain, 'a trailing dot makes another site', ".replace(/\\.+$/, '')", ''),
];
