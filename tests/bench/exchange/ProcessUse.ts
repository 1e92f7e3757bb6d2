import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the kernel's clock in a second, and bytes of a page of memory (Linux on all that we measure on). */
const TICKS = 100;
const PAGE = 4096;
/** Between two looks at the memory, ms. */
const EVERY = 100;

interface Taken {
  parent: number;
  /** Seconds of the processor so far. */
  cpu: number;
}

/** What `/proc` says of a process; undefined where it ended between the list and the look. */
function taken(pid: number): Taken | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parts = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: parts[1] ?? 0, cpu: ((parts[11] ?? 0) + (parts[12] ?? 0)) / TICKS };
  } catch {
    return undefined;
  }
}

/** Bytes that a process has in memory and shares with none. */
function memoryOf(pid: number): number {
  try {
    const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
    return (resident - shared) * PAGE;
  } catch {
    return 0;
  }
}

function processes(): Map<number, Taken> {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(
    all.flatMap((name) => {
      const one = taken(Number(name));
      return one ? [[Number(name), one] as const] : [];
    }),
  );
}

/** The processes that this one began, by their ids. */
const children = (): number[] => {
  const all = [...processes()];
  return all.filter(([, { parent }]) => parent === process.pid).map(([pid]) => pid);
};

/** What a browser takes of the machine, all its processes together (Linux). */
export class ProcessUse {
  readonly #roots: number[];

  private constructor(roots: number[]) {
    this.#roots = roots;
  }

  /** Starts a browser, and knows its processes from then on. */
  static async of<T>(start: () => Promise<T>): Promise<[T, ProcessUse]> {
    const before = new Set(children());
    const started = await start();
    return [started, new ProcessUse(children().filter((pid) => !before.has(pid)))];
  }

  /** Does a thing, and tells the seconds of the processor that it took, and by how many MB the memory grew at most. */
  async during<T>(deed: () => Promise<T>): Promise<{ done: T; cpu: number; grown: number }> {
    const [cpu, memory] = [this.#cpu(), this.#memory()];
    let most = memory;
    const timer = setInterval(() => {
      most = Math.max(most, this.#memory());
    }, EVERY);
    try {
      const done = await deed();
      return { done, cpu: this.#cpu() - cpu, grown: (Math.max(most, this.#memory()) - memory) / 1e6 };
    } finally {
      clearInterval(timer);
    }
  }

  #tree(): [pid: number, taken: Taken][] {
    const all = [...processes()];
    const ids = new Set(this.#roots);
    // A child may have a lower number than its parent: once more until no one is added.
    for (let size = 0; size !== ids.size; ) {
      size = ids.size;
      for (const [pid, { parent }] of all) if (ids.has(parent)) ids.add(pid);
    }
    return all.filter(([pid]) => ids.has(pid));
  }

  #cpu(): number {
    return this.#tree().reduce((sum, [, { cpu }]) => sum + cpu, 0);
  }

  #memory(): number {
    return this.#tree().reduce((sum, [pid]) => sum + memoryOf(pid), 0);
  }
}
