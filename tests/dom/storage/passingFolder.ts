const folder = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('passing', { create: true });

/** Names of the private files that exports pass through. */
export const passingNames = async (): Promise<string[]> => Array.fromAsync((await folder()).keys());

/** Removes what a test left there. */
export async function clearPassing(): Promise<void> {
  const home = await folder();
  for (const name of await passingNames()) await home.removeEntry(name);
}
