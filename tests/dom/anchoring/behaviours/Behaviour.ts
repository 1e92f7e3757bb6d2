/** One fact about anchoring that must hold in every browser. `check` throws an Error that says what is wrong. */
export interface Behaviour {
  name: string;
  check(): void;
}

/** Throws unless the two are equal as JSON. */
export function equal(got: unknown, wanted: unknown, what = 'got'): void {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what} ${a} instead of ${b}`);
}

export function among(got: string, wanted: readonly string[], what: string): void {
  if (!wanted.includes(got)) throw new Error(`${what} ${got} instead of ${wanted.join(' or ')}`);
}

export function isTrue(value: boolean, what: string): void {
  if (!value) throw new Error(`Not so: ${what}`);
}
