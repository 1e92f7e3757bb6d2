/** JSON with the keys of every object in order, so that equal data gives equal bytes. Absent keys are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const parts = value as Record<string, unknown>;
  // Without a prototype, `__proto__` is a key like any other.
  const result: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(parts).sort())
    if (parts[key] !== undefined) result[key] = ordered(parts[key]);
  return result;
}
