import { keepVault } from '#exchange/vault/keepVault.ts';
import { tell } from '#messaging/call.ts';
import { logMended } from '#model/logFault.ts';
import type { Library } from '#storage/index.ts';
import { withVault } from '#storage/vault/withVault.ts';

/** Quiet after the last change before files are written, ms; the worker lives 30 s after an event. */
const QUIET = 5_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Brings the folder of Markdown files up to date soon, where the reader chose one; never in the way of a write. */
export function vaultSoon(open: () => Promise<Library>): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    update(open)
      // Options and popup say so; whoever writes a note is not disturbed by it.
      .catch((error) => logMended(error, 'the folder of Markdown files is written later'));
  }, QUIET);
}

async function update(open: () => Promise<Library>): Promise<void> {
  const library = await open();
  if ((await library.vault.standing()) === null) return;
  try {
    await withVault(library, (folder) => keepVault(library, folder));
  } finally {
    // Open pages say how it went.
    await tell('changed', { articleIds: [], annotationIds: [] });
  }
}
