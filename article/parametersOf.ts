/**
 * The parameters of an address in their order, as name and value. Not by iteration: in a content script of Firefox,
 * on the first page after its start, `searchParams.keys()` was seen not to be iterable.
 */
export function parametersOf({ searchParams }: URL): [name: string, value: string][] {
  const all: [string, string][] = [];
  searchParams.forEach((value, name) => void all.push([name, value]));
  return all;
}
