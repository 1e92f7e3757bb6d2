interface Props {
  /** As the browser writes it: `Alt+Shift+H`, or `⌥⇧H` on a Mac. */
  shortcut: string;
}

/** A keyboard shortcut, key by key. */
export function Keys({ shortcut }: Props) {
  const keys = shortcut.split('+');
  return (
    <span class="keys">
      {keys.map((key, at) => (
        <span key={key}>
          {at > 0 && '+'}
          <kbd>{key}</kbd>
        </span>
      ))}
    </span>
  );
}
