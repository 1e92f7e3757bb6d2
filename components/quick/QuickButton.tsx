import { QuickIcon } from './QuickIcon.tsx';

interface Props {
  icon: Parameters<typeof QuickIcon>[0]['name'];
  label: string;
  onClick: () => void;
  testid?: string;
  /** Reached by arrow keys, not by Tab. */
  roving?: boolean;
}

export function QuickButton({ icon, label, onClick, testid, roving = false }: Props) {
  return (
    <button
      type="button"
      class="quick-button"
      tabIndex={roving ? -1 : 0}
      aria-label={label}
      title={label}
      data-testid={testid}
      onClick={onClick}
    >
      <QuickIcon name={icon} />
    </button>
  );
}
