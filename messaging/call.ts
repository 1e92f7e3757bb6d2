import { browser } from 'wxt/browser';
import type { LibraryFault } from '#model/libraryFaults.ts';
import { logFault } from '#model/logFault.ts';
import type { Answers, CallName, News, PageCalls, Payload } from './protocol.ts';

/** What travels: one of three kinds of message, always plain data. */
export type Envelope =
  | { call: string; payload: unknown }
  | { pageCall: string; payload: unknown }
  | { news: string; payload: unknown };

export type Reply =
  | { ok: true; value: unknown }
  | { ok: false; error: { name: string; message: string; fault: LibraryFault | null } };

/** A call was refused or failed at the other end; `name` is the error's name there, `fault` what the library says of it. */
export class CallError extends Error {
  readonly fault: LibraryFault | null;

  constructor(name: string, message: string, fault: LibraryFault | null = null) {
    super(message);
    this.name = name;
    this.fault = fault;
  }
}

function unwrap(reply: Reply | undefined, what: string): unknown {
  if (reply === undefined) throw new CallError('NoAnswer', `Nobody answered "${what}".`);
  if (!reply.ok) throw new CallError(reply.error.name, reply.error.message, reply.error.fault);
  return reply.value;
}

/**
 * Asks the background.
 * @throws CallError with the name and message given there, or `NoAnswer` where it died before it answered, perhaps
 * after it did what it was asked; the browser's own error when this script was left behind by an update
 * ("Extension context invalidated").
 */
export async function call<N extends CallName>(name: N, payload: Payload<N>): Promise<Answers[N]> {
  return unwrap(await send({ call: name, payload }), name) as Answers[N];
}

async function send(envelope: Envelope): Promise<Reply | undefined> {
  try {
    return await browser.runtime.sendMessage(envelope);
  } catch (error) {
    if (browser.runtime?.id === undefined) throw error;
    throw new CallError('NoAnswer', String(error));
  }
}

/** Asks the annotator in a tab's top frame. @throws CallError, or the browser's error when none is there. */
export async function callPage<N extends keyof PageCalls>(
  tabId: number,
  name: N,
  payload: PageCalls[N]['payload'],
): Promise<PageCalls[N]['answer']> {
  const reply = (await browser.tabs.sendMessage(tabId, { pageCall: name, payload }, { frameId: 0 })) as
    | Reply
    | undefined;
  return unwrap(reply, name) as PageCalls[N]['answer'];
}

/** Tells every open extension page; resolves also when none is open. */
export async function tell<N extends keyof News>(news: N, payload: News[N]): Promise<void> {
  try {
    await browser.runtime.sendMessage({ news, payload });
  } catch (error) {
    // News without a listener is the normal case: no panel is open. Anything else is worth knowing.
    if (!/receiving end does not exist|message port closed/i.test(String(error))) logFault(error);
  }
}
