import { t } from '@/components/strings';
import type { ImportFault } from '@/storage';

/** A sentence for the reader: why nothing of a file can be taken. */
export function importFaultInWords(fault: ImportFault): string {
  return t(`importFault.${fault}`);
}
