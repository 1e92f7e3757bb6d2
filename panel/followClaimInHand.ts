import type { InHand } from '#model/InHand.ts';
import { onClaimInHand, readClaimInHand } from '#storage/claimInHand.ts';

/** Tells the claim that sources are sought for, now and whenever it is another, until `stop`. */
export function followClaimInHand(
  tell: (held: InHand | null) => void,
  onFault: (error: unknown) => void,
  stop: AbortSignal,
): void {
  const read = () => void readClaimInHand().then(tell).catch(onFault);
  onClaimInHand(read, stop);
  read();
}
