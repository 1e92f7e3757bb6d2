import type { ComponentChildren } from 'preact';

interface Props {
  url: string;
  children: ComponentChildren;
  class?: string;
}

/** A link to http(s) only, told nothing about us; anything else is shown as plain text. */
export function SafeLink({ url, children, class: className }: Props) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') {
    return <span class={className}>{children}</span>;
  }
  return (
    <a class={className} href={parsed.href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
