import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import type { Envelope, Reply } from './call';
import { type Answers, CALLS, type Caller, type CallName, type News, type PageCalls } from './protocol';

type Sender = Browser.runtime.MessageSender;
type Output<N extends CallName> = v.InferOutput<(typeof CALLS)[N]['payload']>;

/** One handler for each order to the background. */
export type Handlers = {
  [N in CallName]: (payload: Output<N>, sender: Sender) => Promise<Answers[N]> | Answers[N];
};

export type PageHandlers = {
  [N in keyof PageCalls]: (
    payload: PageCalls[N]['payload'],
  ) => Promise<PageCalls[N]['answer']> | PageCalls[N]['answer'];
};

export type NewsHandlers = { [N in keyof News]?: (payload: News[N]) => void };

/**
 * Who sent it. Our extension pages have an address of ours and may be in a tab too, so the address decides
 * first; a sender with neither tab nor address is our background. Null for a stranger.
 */
export function callerOf(sender: Sender, ownId: string, ownRoot: string): Caller | null {
  if (sender.id !== ownId) return null;
  if (sender.url?.startsWith(ownRoot)) return 'extension';
  if (sender.tab === undefined) return sender.url === undefined ? 'extension' : null;
  return sender.url === undefined ? null : 'page';
}

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

const isExtension = (sender: Sender) =>
  callerOf(sender, browser.runtime.id, browser.runtime.getURL('/')) === 'extension';

const refuse = (name: string, message: string): Reply => ({ ok: false, error: { name, message } });

async function answer(run: () => unknown): Promise<Reply> {
  try {
    return { ok: true, value: (await run()) ?? null };
  } catch (error) {
    console.error('Claimlight:', error);
    if (!(error instanceof Error)) return refuse('Error', String(error));
    // What the library says went wrong, so that the page can tell the reader: "LibraryError.full".
    const { fault } = error as { fault?: unknown };
    return refuse(typeof fault === 'string' ? `${error.name}.${fault}` : error.name, error.message);
  }
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

/** Registers the annotator's handlers; ends with `signal`. */
export function servePage(handlers: PageHandlers, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Sender) => {
    const envelope = message as { pageCall?: unknown; payload?: unknown } | null;
    if (typeof envelope?.pageCall !== 'string' || !isExtension(sender)) return undefined;
    if (!Object.hasOwn(handlers, envelope.pageCall)) return undefined;
    const handler = handlers[envelope.pageCall as keyof PageCalls] as (payload: unknown) => unknown;
    return answer(() => handler(envelope.payload));
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never));
}

/** Registers what an extension page does at news; ends with `signal`. */
export function onNews(handlers: NewsHandlers, signal?: AbortSignal): void {
  const listener = (message: unknown, sender: Sender) => {
    const envelope = message as { news?: unknown; payload?: unknown } | null;
    if (typeof envelope?.news !== 'string' || !isExtension(sender)) return;
    if (!Object.hasOwn(handlers, envelope.news)) return;
    (handlers[envelope.news as keyof News] as ((payload: unknown) => void) | undefined)?.(envelope.payload);
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never));
}
