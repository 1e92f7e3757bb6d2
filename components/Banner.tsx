import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';

interface Props {
  icon: LucideIcon;
  tone: 'calm' | 'warning' | 'danger';
  /** Said at once by screen readers; for what needs doing. */
  urgent?: boolean;
  children: ComponentChildren;
  action?: ComponentChildren;
}

/** A message across the top of a view: what is the matter and what can be done. */
export function Banner({ icon: Icon, tone, urgent = false, children, action }: Props) {
  return (
    <div class={`banner banner-${tone}`} role={urgent ? 'alert' : 'status'}>
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      <div class="banner-words">{children}</div>
      {action && <div class="banner-action">{action}</div>}
    </div>
  );
}
