import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { answer, refuse } from './answer.ts';
import type { Envelope, Reply } from './call.ts';
import { type Caller, callerOf, type Sender } from './callerOf.ts';
import { type Answers, CALLS, type CallName } from './protocol.ts';

type Output<N extends CallName> = v.InferOutput<(typeof CALLS)[N]['payload']>;

/** One handler for each order to the background. */
export type Handlers = {
  [N in CallName]: (payload: Output<N>, sender: Sender) => Promise<Answers[N]> | Answers[N];
};

/**
 * A page's claim about its own address is believed only within its origin: `sender.url` goes stale when a
 * single-page site calls pushState, but the origin does not.
 */
export function addressIsOwn(claimed: unknown, sender: Sender): boolean {
  if (typeof claimed !== 'string' || sender.url === undefined) return false;
  return URL.canParse(claimed) && URL.canParse(sender.url)
    ? new URL(claimed).origin === new URL(sender.url).origin
    : false;
}

/** Checks caller and shape, then runs the handler. Exported for tests. */
export async function dispatch(
  envelope: { call: string; payload?: unknown },
  sender: Sender,
  own: { id: string; root: string },
  handlers: Handlers,
): Promise<Reply> {
  if (!Object.hasOwn(CALLS, envelope.call)) return refuse('UnknownCall', 'No such call.');
  const name = envelope.call as CallName;
  const caller = callerOf(sender, own.id, own.root);
  const allowed: readonly Caller[] = CALLS[name].from;
  if (caller === null || !allowed.includes(caller)) return refuse('Refused', 'This caller may not do that.');
  const parsed = v.safeParse(CALLS[name].payload as v.GenericSchema, envelope.payload);
  if (!parsed.success) return refuse('BadMessage', `The message "${name}" has a wrong shape.`);
  const payload = parsed.output as { url?: unknown } | null | undefined;
  if (caller === 'page') {
    if (sender.frameId !== 0) return refuse('Refused', 'Only the top frame may ask.');
    if (payload && 'url' in payload && !addressIsOwn(payload.url, sender))
      return refuse('Refused', 'That address is of another site.');
  }
  const handler = handlers[name] as (payload: unknown, sender: Sender) => unknown;
  return answer(() => handler(parsed.output, sender));
}

/** Registers the background's handlers; call synchronously at start. */
export function serveCalls(handlers: Handlers): void {
  const own = { id: browser.runtime.id, root: browser.runtime.getURL('/') };
  browser.runtime.onMessage.addListener(((message: unknown, sender: Sender) => {
    const envelope = message as Partial<Envelope> | null;
    if (typeof envelope !== 'object' || envelope === null) return undefined;
    if (!('call' in envelope) || typeof envelope.call !== 'string') return undefined;
    return dispatch(envelope as { call: string }, sender, own, handlers);
  }) as never);
}
