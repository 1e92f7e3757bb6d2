/** A small WebDriver BiDi client (W3C WebDriver BiDi) over Node's own WebSocket. */
export interface Bidi {
  send<T = Record<string, unknown>>(method: string, params?: object): Promise<T>;
  /** Evaluates an expression in a browsing context; the value comes back as plain data. */
  evaluate<T>(context: string, expression: string): Promise<T>;
  close(): void;
}

interface Reply {
  id?: number;
  type: string;
  result?: unknown;
  error?: string;
  message?: string;
}

interface Evaluation {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

export async function connectBidi(endpoint: string): Promise<Bidi> {
  const socket = new WebSocket(`${endpoint}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`No WebDriver BiDi at ${endpoint}`));
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    const caller = reply.id === undefined ? undefined : waiting.get(reply.id);
    if (!caller || reply.id === undefined) return;
    waiting.delete(reply.id);
    if (reply.type === 'error') caller.reject(new Error(`${reply.error}: ${reply.message}`));
    else caller.resolve(reply.result);
  };
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser closed the connection.'));
    waiting.clear();
  };
  const send = <T>(method: string, params: object = {}) =>
    new Promise<T>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send('session.new', { capabilities: {} });
  return {
    send,
    async evaluate<T>(context: string, expression: string) {
      const answer = await send<Evaluation>('script.evaluate', {
        expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
        target: { context },
        awaitPromise: true,
        userActivation: true,
      });
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'exception');
      return JSON.parse(answer.result?.value ?? 'null') as T;
    },
    close: () => socket.close(),
  };
}
