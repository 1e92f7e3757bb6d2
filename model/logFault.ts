/**
 * Writes a fault down where whoever looks for its cause finds it: the console of the context it happened in. The reader
 * is told elsewhere, in words. Nothing is sent anywhere.
 *
 * @param what does not happen because of it; not needed where the error says so.
 */
export function logFault(error: unknown, what?: string): void {
  console.error(heading(what), error);
}

/** The same of a fault that was got over: what was to be done was done another way. */
export function logMended(error: unknown, what: string): void {
  console.warn(heading(what), error);
}

const heading = (what: string | undefined) => (what === undefined ? 'Claimlight:' : `Claimlight: ${what}`);
