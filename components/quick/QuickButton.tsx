import { QuickIcon } from './QuickIcon.tsx';

interface Props {
  icon: Parameters<typeof QuickIcon>[0]['name'];
  label: string;
  onClick: () => void;
  testid?: string;
  /** A word beside the icon, which the label says, too. */
  text?: string;
  /** Reached by arrow keys, not by Tab. */
  roving?: boolean;
}

export function QuickButton({ icon, label, onClick, testid, text, roving = false }: Props) {
  return (
    <button
      type="button"
      class={`quick-button${text ? ' quick-button-text' : ''}`}
      tabIndex={roving ? -1 : 0}
      aria-label={label}
      title={label}
      data-testid={testid}
      onClick={onClick}
    >
      <QuickIcon name={icon} />
      {text && <span>{text}</span>}
    </button>
  );
}
