/** Names that reach an object's prototype when copied carelessly. */
const POISON = new Set(['__proto__', 'prototype', 'constructor']);

/** Deepest nesting of an imported record (the record itself is level 1). */
export const RECORD_DEPTH = 6;

/**
 * Whether a value is plain JSON data: no functions, no class instances, finite numbers, no
 * prototype-reaching key at any depth, nested at most `maxDepth` deep (a bare value is depth 0, `{}` is
 * 1) and with at most `maxNodes` values. Never recurses, so depth can't exhaust the stack.
 */
export function isPlainJson(value: unknown, maxDepth = RECORD_DEPTH, maxNodes = 200_000): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let nodes = 0;
  for (let item = open.pop(); item; item = open.pop()) {
    nodes++;
    if (nodes > maxNodes) return false;
    const depth = item.depth + 1;
    const parts = containedValues(item.value);
    if (parts === 'refused') return false;
    if (parts === 'leaf') continue;
    if (depth > maxDepth) return false;
    if (nodes + open.length + parts.length > maxNodes) return false;
    for (const part of parts) open.push({ value: part, depth });
  }
  return true;
}

function containedValues(value: unknown): unknown[] | 'leaf' | 'refused' {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return 'leaf';
    case 'number':
      return Number.isFinite(value) ? 'leaf' : 'refused';
    case 'object': {
      if (value === null) return 'leaf';
      if (Array.isArray(value)) return value;
      const prototype: unknown = Object.getPrototypeOf(value);
      // Objects from another realm (structured clones in tests, frames) have that realm's Object.prototype.
      if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return 'refused';
      return Object.keys(value).some((key) => POISON.has(key)) ? 'refused' : Object.values(value);
    }
    default:
      return 'refused';
  }
}
