import { parentOf } from '#anchoring/readNode.ts';

/** More changed nodes than this between two looks, and reading the text anew is cheaper than patching it. */
const MOST = 400;

/** The places of a document whose text changed since the last look. Bounded, however many mutations come. */
export class DirtyNodes {
  readonly #nodes = new Set<Node>();
  #tooMany = false;

  /**
   * Notes what mutation records say: added nodes, text whose data changed, and for removed nodes (and for those that
   * were hidden or shown) the element they stood in.
   * @returns whether anything but our own nodes changed.
   */
  add(records: readonly MutationRecord[], isOwn: (node: Node) => boolean): boolean {
    let concerns = false;
    for (const record of records) {
      for (const node of nodesOf(record, isOwn)) {
        concerns = true;
        if (this.#nodes.size < MOST) this.#nodes.add(node);
        else if (!this.#nodes.has(node)) this.#tooMany = true;
      }
    }
    return concerns;
  }

  /** Any place may have changed. */
  addAll(): void {
    this.#tooMany = true;
  }

  /** What was noted, and forgets it; null where there was too much to keep. */
  take(): Node[] | null {
    const nodes = this.#tooMany ? null : [...this.#nodes];
    this.#nodes.clear();
    this.#tooMany = false;
    return nodes;
  }
}

function* nodesOf(record: MutationRecord, isOwn: (node: Node) => boolean): Generator<Node> {
  if (record.type === 'characterData') yield record.target;
  else if (record.type === 'attributes') yield parentOf(record.target) ?? record.target;
  else {
    for (const node of record.addedNodes) if (!isOwn(node)) yield node;
    for (const node of record.removedNodes) {
      if (isOwn(node)) continue;
      yield record.target;
      return;
    }
  }
}
