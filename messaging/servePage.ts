import { browser } from 'wxt/browser';
import { answer } from './answer.ts';
import { isExtension, type Sender } from './callerOf.ts';
import type { News, PageCalls } from './protocol.ts';

export type PageHandlers = {
  [N in keyof PageCalls]: (
    payload: PageCalls[N]['payload'],
  ) => Promise<PageCalls[N]['answer']> | PageCalls[N]['answer'];
};

export type NewsHandlers = { [N in keyof News]?: (payload: News[N]) => void };

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
