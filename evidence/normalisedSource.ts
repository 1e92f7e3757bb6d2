import { webAddress } from '#model/webAddress.ts';

/** An address as it is told apart from others when sources are counted: without its fragment. '' where it is none. */
export function normalisedSource(url: string): string {
  const address = webAddress(url);
  return address === undefined ? '' : (address.split('#')[0] ?? '');
}
