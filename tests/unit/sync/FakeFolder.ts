import type { Folder } from '#sync/folder.ts';

type Entry = FakeFolder | FakeFile;

/** A folder's handle as browsers give it, in memory. `refuse` is the name of the error that every write ends with. */
export class FakeFolder implements Folder {
  readonly kind = 'directory';
  readonly name: string;
  readonly there = new Map<string, Entry>();
  state: { refuse?: string; isGone?: boolean };

  constructor(name: string, state: { refuse?: string; isGone?: boolean } = {}) {
    this.name = name;
    this.state = state;
  }

  async *entries(): AsyncGenerator<[string, Entry]> {
    if (this.state.isGone) throw new DOMException('unplugged', 'NotFoundError');
    yield* [...this.there];
  }

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<FakeFolder> {
    const found = this.there.get(name);
    if (found instanceof FakeFolder) return found;
    if (found) throw new DOMException(name, 'TypeMismatchError');
    if (!create) throw new DOMException(name, 'NotFoundError');
    this.#mayWrite();
    const folder = new FakeFolder(name, this.state);
    this.there.set(name, folder);
    return folder;
  }

  async getFileHandle(name: string, { create = false } = {}): Promise<FakeFile> {
    const found = this.there.get(name);
    if (found instanceof FakeFile) return found;
    if (!create) throw new DOMException(name, 'NotFoundError');
    this.#mayWrite();
    const file = new FakeFile(this);
    this.there.set(name, file);
    return file;
  }

  async removeEntry(name: string): Promise<void> {
    this.#mayWrite();
    if (!this.there.delete(name)) throw new DOMException(name, 'NotFoundError');
  }

  #mayWrite(): void {
    if (this.state.refuse) throw new DOMException('no', this.state.refuse);
  }
}

class FakeFile {
  readonly kind = 'file';
  readonly #folder: FakeFolder;
  bytes = new Uint8Array(0);

  constructor(folder: FakeFolder) {
    this.#folder = folder;
  }

  async getFile(): Promise<Blob> {
    return new Blob([this.bytes]);
  }

  async createWritable() {
    let written = new Uint8Array(0);
    return {
      write: async (data: Uint8Array<ArrayBuffer>) => {
        const { refuse } = this.#folder.state;
        if (refuse) throw new DOMException('no', refuse);
        written = data.slice();
      },
      close: async () => {
        this.bytes = written;
      },
      abort: async () => undefined,
    };
  }
}
