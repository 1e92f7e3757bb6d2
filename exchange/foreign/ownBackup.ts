import * as v from 'valibot';
import { AnnotationSchema, ArticleSchema } from '#model/schemas.ts';
import type { ForeignRecords } from './ForeignRecords.ts';
import { fieldsOf } from './Reader.ts';

const FORMAT = 'claimlight-library';

export const isOwnBackup = (text: string): boolean => text.slice(0, 4_096).includes(`"${FORMAT}"`);

/** Our own backup (JSON Lines), record by record. The library itself reads backups with more care: digest and all. */
export function* readOwnBackup(text: string): Generator<void, ForeignRecords> {
  const found: ForeignRecords = { format: 'claimlight', articles: [], annotations: [], refused: [] };
  for (const [at, line] of text.split('\n').entries()) {
    yield;
    if (line.trim() === '' || (at === 0 && isOwnBackup(line))) continue;
    const { store, record, end } = fieldsOf(parsed(line));
    if (end === true || store === 'versions') continue;
    const schema =
      store === 'articles' ? ArticleSchema : store === 'annotations' ? AnnotationSchema : undefined;
    const checked = schema && v.safeParse(schema, record);
    if (!checked?.success)
      found.refused.push({
        line: at + 1,
        reason: checked
          ? `${v.getDotPath(checked.issues[0]) ?? 'record'}: ${checked.issues[0].message}`
          : 'not a record',
      });
    else if ('target' in checked.output) found.annotations.push(checked.output);
    else found.articles.push(checked.output);
  }
  return found;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Refused with its line by the caller.
    return undefined;
  }
}
