/** FNV-1a, 32 bits: enough to tell apart the odd ids that have to be rewritten. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return state.toString(16).padStart(8, '0');
}

/**
 * A short stable name of a record, in the letters, digits and dashes that an Obsidian block id and a footnote label
 * may hold: `cl-` and the last twelve digits of a UUID (its random part in every version), or the id itself.
 */
export function recordKey(id: string): string {
  const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-([\da-f]{12})$/iu.exec(id);
  if (uuid?.[1]) return `cl-${uuid[1].toLowerCase()}`;
  if (/^[A-Za-z\d-]{1,32}$/u.test(id)) return `cl-${id}`;
  return `cl-${id.replace(/[^A-Za-z\d]+/gu, '-').slice(0, 20)}-${hash(id)}`;
}
