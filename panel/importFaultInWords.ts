import { t } from '#components/strings.ts';
import type { ImportFault } from '#storage/index.ts';

/** A sentence for the reader: why nothing of a file can be taken. */
export function importFaultInWords(fault: ImportFault): string {
  return t(`importFault.${fault}`);
}
