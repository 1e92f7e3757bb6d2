/**
 * A JSON document around a list, in pieces, so that a list of any length needs the memory of one entry.
 * @param head up to the list's bracket, and what follows it
 */
export async function* jsonList(
  head: string,
  entries: AsyncIterable<unknown> | Iterable<unknown>,
  tail: (count: number) => string,
): AsyncGenerator<string, void> {
  let count = 0;
  yield `${head}[`;
  for await (const entry of entries) {
    yield `${count === 0 ? '' : ','}\n${JSON.stringify(entry)}`;
    count++;
  }
  yield `\n]${tail(count)}\n`;
}
