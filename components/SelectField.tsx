import { useId } from 'preact/hooks';

interface Props<T extends string> {
  label: string;
  value: T;
  /** `lang`: the language of a label that is not the reader's. */
  choices: { value: T; label: string; lang?: string }[];
  hint?: string;
  testid?: string;
  onChange: (value: T) => void;
}

/** A labelled choice among many, with the platform's own list. */
export function SelectField<T extends string>({ label, value, choices, hint, testid, onChange }: Props<T>) {
  const id = useId();
  const about = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="field-input"
        data-testid={testid}
        value={value}
        aria-describedby={hint ? about : undefined}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.label}
          </option>
        ))}
      </select>
      {hint && (
        <p class="hint" id={about}>
          {hint}
        </p>
      )}
    </div>
  );
}
