import * as v from 'valibot';
import { type Carrier, CarrierFault } from '#sync/Carrier.ts';
import { type CompanionAnswer, CompanionCallSchema, fromBase64, toBase64 } from '#sync/companionCalls.ts';
import { parsePath } from '#sync/names.ts';

/** What answering needs of the companion. */
export interface Serving {
  /** Whether this may be Claimlight at all: its id in browsers where that is fixed. */
  mayBe(sender: string): boolean;
  /** The extension that the reader lets use the server; undefined where there is none. */
  client(): Promise<string | undefined>;
  /** The server, where the browser lets us reach it. */
  carrier(): Promise<Carrier | undefined>;
  /** Shows the companion's own page, on which the reader may let this extension in. */
  open(sender: string): Promise<void>;
}

/**
 * Answers a message of another extension. Only names that Claimlight gives to its files are read, written or removed,
 * and nobody learns more of the server than whether there is one.
 *
 * @returns undefined for whoever can't be Claimlight
 */
export async function serveClaimlight(
  serving: Serving,
  said: unknown,
  sender: string | undefined,
): Promise<CompanionAnswer | undefined> {
  const call = v.safeParse(CompanionCallSchema, said);
  if (sender === undefined || !serving.mayBe(sender) || !call.success) return undefined;
  const asked = call.output;
  try {
    if (asked.ask === 'open') {
      await serving.open(sender);
      return { done: true };
    }
    const carrier = (await serving.client()) === sender ? await serving.carrier() : undefined;
    if (asked.ask === 'standing') return { connected: carrier !== undefined };
    if (!carrier) throw new CarrierFault('noServer', 'No server for this extension');
    if (asked.ask === 'list') return { paths: await carrier.list() };
    if (!parsePath(asked.path)) throw new CarrierFault('missing', 'No name of a file of Claimlight');
    if (asked.ask === 'read') return { bytes: toBase64(await carrier.read(asked.path)) };
    if (asked.ask === 'write') await carrier.writeOnce(asked.path, fromBase64(asked.bytes));
    else await carrier.remove(asked.path);
    return { done: true };
  } catch (error) {
    const { kind, message } =
      error instanceof CarrierFault ? error : { kind: 'interrupted' as const, message: String(error) };
    return { fault: kind, message };
  }
}
