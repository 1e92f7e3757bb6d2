import { useId } from 'preact/hooks';

interface Props {
  label: string;
  hint?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A setting that is on or off. */
export function Switch({ label, hint, on, onChange }: Props) {
  const id = useId();
  const about = useId();
  return (
    <div class="switch">
      <input
        id={id}
        type="checkbox"
        role="switch"
        class="switch-input"
        checked={on}
        aria-checked={on}
        aria-describedby={hint ? about : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p class="hint" id={about}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
