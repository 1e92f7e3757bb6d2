import { inMemory } from '#sync/bundle.ts';
import type { Carrier } from '#sync/Carrier.ts';
import { parsePath } from '#sync/names.ts';

/** What an exchange fails with that was cut off. */
export const GONE = 'the browser is gone';

/**
 * A folder as an engine distributes it: each device has a copy of its own, and files travel one by one, late, twice, in
 * pieces, in any order, or not at all for a while.
 */
export class SharedFolder {
  readonly copies: Map<string, Uint8Array<ArrayBuffer>>[];
  readonly owners = new Map<string, number>();

  constructor(devices: number) {
    this.copies = Array.from({ length: devices }, () => new Map());
  }

  copy(device: number): Map<string, Uint8Array<ArrayBuffer>> {
    return this.copies[device] ?? new Map();
  }

  carrier(device: number): Carrier {
    const carrier = inMemory(this.copy(device));
    return {
      ...carrier,
      writeOnce: async (path, bytes) => {
        const owner = parsePath(path)?.device ?? '';
        if (this.owners.has(owner) && this.owners.get(owner) !== device) throw new Error('two writers');
        this.owners.set(owner, device);
        await carrier.writeOnce(path, bytes);
      },
    };
  }

  /** The carrier of a browser that dies when it has written or removed so many files, perhaps in the middle of one. */
  dying(device: number, after: number, isCut: boolean): Carrier {
    const carrier = this.carrier(device);
    let left = after;
    return {
      ...carrier,
      writeOnce: async (path, bytes) => {
        const isLast = left-- === 0;
        if (!isLast) return carrier.writeOnce(path, bytes);
        if (isCut) await carrier.writeOnce(path, bytes.slice(0, Math.floor(bytes.length / 2)));
        throw new Error(GONE);
      },
      remove: async (path) => {
        if (left-- === 0) throw new Error(GONE);
        await carrier.remove(path);
      },
    };
  }

  #ownerOf(path: string): number | undefined {
    return this.owners.get(parsePath(path)?.device ?? '');
  }

  /** Files that `to` has not, has otherwise, or has too many. */
  #differences(to: number): string[] {
    const there = this.copy(to);
    const wanted = new Map<string, Uint8Array<ArrayBuffer>>();
    this.copies.forEach((files, device) => {
      for (const [path, bytes] of files) if (this.#ownerOf(path) === device) wanted.set(path, bytes);
    });
    const paths = new Set([...wanted.keys(), ...there.keys()]);
    return [...paths]
      .filter((path) => this.#ownerOf(path) !== to && there.get(path) !== wanted.get(path))
      .sort();
  }

  #original(path: string): Uint8Array<ArrayBuffer> | undefined {
    return this.copy(this.#ownerOf(path) ?? -1).get(path);
  }

  /** One file arrives at a device, as it is or cut. */
  deliver(to: number, pick: number, isCut: boolean): void {
    const paths = this.#differences(to);
    const path = paths[pick % Math.max(1, paths.length)];
    if (path === undefined) return;
    const bytes = this.#original(path);
    if (!bytes) this.copy(to).delete(path);
    else this.copy(to).set(path, isCut ? bytes.slice(0, Math.floor(bytes.length / 2)) : bytes);
  }

  /** A file that came once is gone again. */
  lose(at: number, pick: number): void {
    const foreign = [...this.copy(at).keys()].filter((path) => this.#ownerOf(path) !== at);
    const path = foreign[pick % Math.max(1, foreign.length)];
    if (path !== undefined) this.copy(at).delete(path);
  }

  /** Everything arrives, at one device or everywhere. */
  settle(only?: number): void {
    for (const to of only === undefined ? this.copies.keys() : [only])
      for (let number = this.#differences(to).length; number > 0; number--) this.deliver(to, 0, false);
  }
}
