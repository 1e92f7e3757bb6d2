import { getDomain } from 'tldts';

/** Hosts whose subdomains belong to unrelated people and which the private part of the list does not name. */
const SHARED_HOSTS = new Set(['medium.com', 'substack.com', 'tumblr.com', 'wordpress.com']);

/**
 * The site that answers for a host: its registrable domain by the Public Suffix List with its private part, so that
 * each blog on a shared host is a site of its own. Hosts without one (IP addresses, single labels, a public suffix
 * itself) stand for themselves. In lower case, without a trailing dot.
 */
export function registrableDomain(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.+$/, '');
  const domain = getDomain(host, { allowPrivateDomains: true }) ?? host;
  return SHARED_HOSTS.has(domain) ? host.split('.').slice(-3).join('.') : domain;
}
