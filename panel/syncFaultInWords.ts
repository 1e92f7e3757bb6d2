import { t } from '#components/strings.ts';
import { CARRIER_FAULTS } from '#sync/Carrier.ts';
import { SYNC_FAULTS, type SyncFault, type SyncFaultKind } from '#sync/faults.ts';
import { reasonOf } from './reasonOf.ts';

const KINDS: readonly string[] = [...SYNC_FAULTS, ...CARRIER_FAULTS];
const isKind = (kind: unknown): kind is SyncFaultKind => typeof kind === 'string' && KINDS.includes(kind);

/** What is wrong with an exchange, and what to do. `nameOf` gives a device's name. */
export function syncFaultInWords({ kind, device }: SyncFault, nameOf: (device: string) => string): string {
  // Only some of the sentences name a device.
  const words = t as unknown as (key: string, values: { device: string }) => string;
  return words(`syncFault.${kind}`, { device: device === undefined ? t('sync.someDevice') : nameOf(device) });
}

/** The same of what was thrown. */
export function syncErrorInWords(error: unknown): string {
  const { kind } = (error ?? {}) as { kind?: unknown };
  return isKind(kind) ? syncFaultInWords({ kind }, String) : reasonOf(error);
}
