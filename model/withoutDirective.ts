/**
 * An address without the directive of its fragment (`:~:text=…`), as the page's own scripts see it. Tabs and navigation
 * events of both browsers tell it with the directive.
 */
export function withoutDirective(address: string): string {
  const hash = address.indexOf('#');
  const directive = hash < 0 ? -1 : address.indexOf(':~:', hash + 1);
  if (directive < 0) return address;
  return address.slice(0, directive === hash + 1 ? hash : directive);
}
