/** JSON with the keys of every object in order, so that equal data gives equal bytes. Absent keys are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const parts = value as Record<string, unknown>;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(parts).sort()) {
    if (parts[key] === undefined) continue;
    const part = ordered(parts[key]);
    // Set like another, it would be no key. An object without a prototype has none of this, and is written far slower.
    if (key === '__proto__') Object.defineProperty(result, key, { value: part, enumerable: true });
    else result[key] = part;
  }
  return result;
}
