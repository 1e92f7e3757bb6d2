import type { ComponentChildren } from 'preact';

interface Props {
  text: string;
  /** [start, end) offsets in `text`, in order, UTF-16 units. */
  found: readonly (readonly [number, number])[];
}

/** A text with the words found marked. */
export function MarkedWords({ text, found }: Props) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end] of found) {
    if (start < at || end <= start) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
