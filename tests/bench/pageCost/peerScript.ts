/** The stand-in peer's script in every page: is it readable, and if it is, find the notes and paint their words. */
import { isProbablyReaderable } from '@mozilla/readability';
import * as quote from 'dom-anchor-text-quote';

interface Mark {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
}

declare const chrome: { storage: { local: { get(key: string): Promise<Record<string, Mark[]>> } } };

async function start(): Promise<void> {
  if (!isProbablyReaderable(document)) return;
  const marks = (await chrome.storage.local.get(location.pathname))[location.pathname] ?? [];
  const ranges = marks.map(({ exact, prefix, suffix, start }) =>
    quote.toRange(
      document.body,
      { exact, prefix: prefix.slice(-32), suffix: suffix.slice(0, 32) },
      { hint: start },
    ),
  );
  CSS.highlights.set('peer', new Highlight(...ranges.filter((range) => range !== null)));
}

void start();
