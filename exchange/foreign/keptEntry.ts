import type { ForeignFormat } from './foreignFormats.ts';
import { isFields } from './Reader.ts';

/**
 * The fields that were kept of an entry of a program; {} where there are none. Of several entries that became one record,
 * the first that is there.
 */
export function keptEntry(
  ext: Record<string, unknown> | undefined,
  format: ForeignFormat,
): Record<string, unknown> {
  const fields = ext?.[format];
  if (!isFields(fields)) return {};
  const [text] = [fields.json].flat();
  if (typeof text !== 'string') return fields;
  try {
    const entry: unknown = JSON.parse(text);
    return isFields(entry) ? entry : fields;
  } catch {
    // A field that the program itself calls so.
    return fields;
  }
}
