import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren, Ref } from 'preact';

interface Props {
  icon: LucideIcon;
  /** The name for screen readers and the tooltip; shown as text too when `withText`. */
  label: string;
  onClick: () => void;
  withText?: boolean;
  testid?: string;
  disabled?: boolean;
  /** For a button that opens something. */
  expanded?: boolean;
  controls?: string;
  pressed?: boolean;
  danger?: boolean;
  /** The key that does the same, as `aria-keyshortcuts` wants it. */
  keys?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  children?: ComponentChildren;
}

/** A button that shows an icon; its label is always there for ears and as a tooltip. */
export function IconButton(props: Props) {
  const { icon: Icon, label, onClick, withText = false, danger = false } = props;
  return (
    <button
      type="button"
      class={`icon-button${withText ? ' icon-button-text' : ''}${danger ? ' icon-button-danger' : ''}`}
      aria-label={withText ? undefined : label}
      title={withText ? props.keys?.toUpperCase() : label}
      aria-expanded={props.expanded}
      aria-controls={props.expanded ? props.controls : undefined}
      aria-pressed={props.pressed}
      aria-keyshortcuts={props.keys}
      data-testid={props.testid}
      disabled={props.disabled}
      ref={props.buttonRef ?? null}
      onClick={onClick}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      {withText && <span>{label}</span>}
      {props.children}
    </button>
  );
}
