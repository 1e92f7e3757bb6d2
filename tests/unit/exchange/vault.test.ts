import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '#exchange/index.ts';
import { keepVault } from '#exchange/vault/keepVault.ts';
import type { NoteFolder } from '#exchange/vault/NoteFolder.ts';
import { type VaultFolder, vaultFolder } from '#storage/vault/vaultFolder.ts';
import {
  annotationDraft,
  articleDraft,
  clock,
  freshBrowser,
  library,
  metadata,
} from '../storage/fixtures.ts';
import { FakeFolder } from '../sync/FakeFolder.ts';

/** A folder in memory; `meanwhile` runs between a look at a file and the writing of it. */
function folderOf(files: Map<string, string>, meanwhile: () => void = () => undefined): NoteFolder {
  return {
    read: async (name) => {
      const text = files.get(name);
      return text === undefined ? undefined : { text, stamp: text };
    },
    write: async (name, text, stamp) => {
      meanwhile();
      if (files.get(name) !== stamp) return false;
      files.set(name, text);
      return true;
    },
  };
}

/** A library that keeps a folder; handles can't be cloned here, so that a name stands for it. */
async function kept() {
  const time = clock();
  const { keyValue } = freshBrowser();
  const { library: books } = await library({ keyValue, now: time.now });
  const mark = async (title: string, note: string) => {
    time.pass(60_000);
    const url = `https://quay.example/${encodeURIComponent(title)}`;
    return books.annotations.create(
      annotationDraft({
        article: articleDraft({ addresses: [url], metadata: metadata({ title }) }),
        url,
        note,
      }),
    );
  };
  await books.vault.begin({ name: 'vault' } as FileSystemDirectoryHandle, 'obsidian');
  return { books, mark, time };
}

describe('a folder that is kept', () => {
  it('gets a file for each article, and later only what changed', async () => {
    const { books, mark } = await kept();
    const { annotation } = await mark('Ferry', 'One');
    await mark('Tolls', 'Two');
    const files = new Map<string, string>();
    expect(await keepVault(books, folderOf(files))).toEqual({ written: 2, busy: 0 });
    expect([...files.keys()].sort()).toEqual(['Ferry.md', 'Tolls.md']);
    expect(await keepVault(books, folderOf(files))).toEqual({ written: 0, busy: 0 });
    await books.annotations.patch(annotation.id, { note: 'Three' });
    expect(await keepVault(books, folderOf(files))).toEqual({ written: 1, busy: 0 });
    expect(readMarkdown(files.get('Ferry.md') ?? '').annotations).toMatchObject([{ note: 'Three' }]);
  });

  it('keeps every line of the reader’s, takes out what was deleted, and removes no file', async () => {
    const { books, mark } = await kept();
    const { annotation, article } = await mark('Ferry', 'One');
    await mark('Ferry', 'Two');
    const files = new Map<string, string>();
    await keepVault(books, folderOf(files));
    files.set('Ferry.md', `${files.get('Ferry.md')}\nA line of mine.\n`);
    await books.annotations.remove([annotation.id]);
    await keepVault(books, folderOf(files));
    const text = files.get('Ferry.md') ?? '';
    expect(readMarkdown(text).annotations.map(({ note }) => note)).toEqual(['Two']);
    expect(text).toContain('\nA line of mine.\n');
    await books.articles.remove([article.id]);
    await keepVault(books, folderOf(files));
    expect(files.get('Ferry.md')).toContain('\nA line of mine.\n');
    expect(readMarkdown(files.get('Ferry.md') ?? '').annotations).toEqual([]);
  });

  it('does not take a file of the reader’s that has the title’s name, and knows its own when chosen again', async () => {
    const { books, mark } = await kept();
    await mark('Ferry', 'One');
    const files = new Map([['Ferry.md', 'My own thoughts on ferries.\n']]);
    await keepVault(books, folderOf(files));
    expect(files.get('Ferry.md')).toBe('My own thoughts on ferries.\n');
    expect([...files.keys()]).toEqual(['Ferry.md', 'Ferry (2).md']);
    await books.vault.begin({ name: 'vault' } as FileSystemDirectoryHandle, 'obsidian');
    expect(await keepVault(books, folderOf(files))).toEqual({ written: 0, busy: 0 });
    expect([...files.keys()]).toEqual(['Ferry.md', 'Ferry (2).md']);
  });

  it('is not written over what somebody else writes just then, and is looked at again', async () => {
    const { books, mark } = await kept();
    const { annotation } = await mark('Ferry', 'One');
    const files = new Map<string, string>();
    await keepVault(books, folderOf(files));
    await books.annotations.patch(annotation.id, { note: 'Two' });
    let lines = 0;
    const typing = () => files.set('Ferry.md', `${files.get('Ferry.md')}Line ${++lines}\n`);
    expect(await keepVault(books, folderOf(files, typing))).toEqual({ written: 0, busy: 1 });
    expect(await keepVault(books, folderOf(files))).toEqual({ written: 1, busy: 0 });
    const text = files.get('Ferry.md') ?? '';
    for (let line = 1; line <= lines; line++) expect(text).toContain(`Line ${line}\n`);
    expect(readMarkdown(text).annotations).toMatchObject([{ note: 'Two' }]);
  });

  it('goes on where it was ended, whenever that was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 6 }), async (until) => {
        const { books, mark } = await kept();
        for (const title of ['A', 'B', 'C', 'D']) await mark(title, `On ${title}`);
        const files = new Map<string, string>();
        let writes = 0;
        const ending = folderOf(files, () => {
          if (writes++ === until) throw new Error('ended');
        });
        await keepVault(books, ending).catch(() => undefined);
        await keepVault(books, folderOf(files));
        expect([...files.keys()].sort()).toEqual(['A.md', 'B.md', 'C.md', 'D.md']);
      }),
      { numRuns: 8 },
    );
  });

  it('stays when sync is left, and is forgotten when it is ended', async () => {
    const { books, mark } = await kept();
    await mark('Ferry', 'One');
    await keepVault(books, folderOf(new Map()));
    await books.vault.note({ fault: 'denied' });
    expect(await books.vault.standing()).toMatchObject({ preset: 'obsidian', fault: 'denied' });
    await books.vault.end();
    expect([await books.vault.standing(), (await books.vault.names()).size]).toEqual([null, 0]);
    await books.vault.note({ fault: null });
    expect(await books.vault.standing()).toBeNull();
  });
});

describe('a browser’s folder', () => {
  const open = (folder: FakeFolder): Promise<VaultFolder> =>
    vaultFolder(folder as unknown as FileSystemDirectoryHandle);

  it('holds our files in a folder of their own, and says what it can’t do', async () => {
    const chosen = new FakeFolder('Vault');
    const folder = await open(chosen);
    expect(await folder.read('Ferry.md')).toBeUndefined();
    expect(await folder.write('Ferry.md', 'Text', undefined)).toBe(true);
    expect([...chosen.there.keys()]).toEqual(['Claimlight notes']);
    expect((await folder.read('Ferry.md'))?.text).toBe('Text');
    chosen.state.refuse = 'NotAllowedError';
    await expect(folder.write('New.md', 'Text', undefined)).rejects.toMatchObject({ kind: 'denied' });
  });
});
