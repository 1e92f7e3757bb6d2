import { CarrierFault } from '#sync/Carrier.ts';

/** Bytes of the largest file or listing that is read: far more than Claimlight ever writes. */
const MOST = 32 * 1024 * 1024;

/**
 * What an answer holds. What is larger than `MOST` is cut there: it is no file of ours, and a cut one counts as
 * damaged like any other.
 *
 * @throws CarrierFault `unreachable` where the rest does not come
 */
export async function bodyOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = answer.body?.getReader();
  try {
    while (reader && length < MOST) {
      const { value, done } = await reader.read();
      if (done) break;
      pieces.push(value);
      length += value.length;
    }
    await reader?.cancel();
  } catch (error) {
    throw new CarrierFault('unreachable', 'The answer ends too early', { cause: error });
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** Frees the connection of an answer whose content says nothing. */
export async function letGo(answer: Response): Promise<undefined> {
  await answer.body?.cancel().catch(() => undefined);
}

export const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
