import * as v from 'valibot';
import { type Carrier, CarrierFault } from './Carrier.ts';
import {
  type CompanionAnswer,
  CompanionAnswerSchema,
  type CompanionCall,
  fromBase64,
  toBase64,
} from './companionCalls.ts';

/** A server that the companion reaches; the other end is `companion/serveClaimlight.ts`. */
export interface Companion {
  carrier: Carrier;
  /** Whether the companion is there, and has a server for us. */
  standing(): Promise<'absent' | 'unconnected' | 'connected'>;
  /** Opens the companion's own page. */
  open(): Promise<void>;
}

/** @param send brings a call to the companion and its answer back; rejects where nobody answers */
export function companionCarrier(send: (call: CompanionCall) => Promise<unknown>): Companion {
  async function ask(call: CompanionCall): Promise<CompanionAnswer> {
    let said: unknown;
    try {
      said = await send(call);
    } catch (error) {
      // Both browsers say that there is no receiving end; anything else is a call that was cut off.
      const isThere = !/establish connection|receiving end/i.test(String(error));
      throw new CarrierFault(isThere ? 'interrupted' : 'noCompanion', 'No answer', { cause: error });
    }
    // Whoever does not know us says nothing.
    if (said === undefined || said === null) throw new CarrierFault('noCompanion', 'An empty answer');
    const answer = v.safeParse(CompanionAnswerSchema, said);
    if (!answer.success) throw new CarrierFault('interrupted', 'An answer of another kind');
    if ('fault' in answer.output) throw new CarrierFault(answer.output.fault, answer.output.message);
    return answer.output;
  }

  const wrong = () => new CarrierFault('interrupted', 'The answer to another question');

  return {
    carrier: {
      async list() {
        const answer = await ask({ ask: 'list' });
        if ('paths' in answer) return answer.paths;
        throw wrong();
      },
      async read(path) {
        const answer = await ask({ ask: 'read', path });
        if ('bytes' in answer) return fromBase64(answer.bytes);
        throw wrong();
      },
      writeOnce: async (path, bytes) => void (await ask({ ask: 'write', path, bytes: toBase64(bytes) })),
      remove: async (path) => void (await ask({ ask: 'remove', path })),
    },

    async standing() {
      try {
        const answer = await ask({ ask: 'standing' });
        return 'connected' in answer && answer.connected ? 'connected' : 'unconnected';
      } catch (error) {
        if (error instanceof CarrierFault && error.kind === 'noCompanion') return 'absent';
        throw error;
      }
    },

    open: async () => void (await ask({ ask: 'open' })),
  };
}
