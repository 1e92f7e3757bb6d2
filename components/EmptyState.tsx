import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  /** What to do now, one sentence each. */
  children: ComponentChildren;
  /** The way out of emptiness. */
  action?: ComponentChildren;
  testid?: string;
}

/** What stands where nothing is yet: says what this place is for and how to fill it. */
export function EmptyState({ title, children, action, testid }: Props) {
  return (
    <section class="empty-state" data-testid={testid}>
      <svg class="empty-mark" viewBox="0 0 72 40" width="72" height="40" aria-hidden="true" focusable="false">
        <rect x="0" y="4" width="54" height="5" rx="2.5" class="empty-line" />
        <rect x="0" y="16" width="64" height="11" rx="3" class="empty-highlight" />
        <rect x="5" y="19" width="52" height="5" rx="2.5" class="empty-ink" />
        <rect x="0" y="34" width="40" height="5" rx="2.5" class="empty-line" />
      </svg>
      <h2 class="empty-title">{title}</h2>
      <div class="empty-words">{children}</div>
      {action}
    </section>
  );
}
