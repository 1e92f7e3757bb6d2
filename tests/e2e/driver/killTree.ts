import { readdirSync, readFileSync } from 'node:fs';
import { until } from './until.ts';

/** Parent of a process, or undefined where it ended meanwhile. */
function parentOf(pid: string): number | undefined {
  try {
    // The name in brackets may hold anything; what follows the last bracket does not.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    // It ended between the list and the look.
    return undefined;
  }
}

/** A process and all below it, by their ids. */
function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = parentOf(name);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

const isRunning = (pid: number) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^Z/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    // No such process any more.
    return false;
  }
};

/** Sends SIGKILL to a process that we started and to all it started, and waits until none runs. */
export async function killTree(root: number): Promise<void> {
  const tree = treeOf(root);
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (!String(error).includes('ESRCH')) throw error;
    }
  }
  await until('the processes to end', async () => !tree.some(isRunning), 20_000);
}
