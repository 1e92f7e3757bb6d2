import { useId } from 'preact/hooks';

interface Props<T extends string> {
  label: string;
  value: T;
  choices: { value: T; label: string }[];
  onChange: (value: T) => void;
  hint?: string | undefined;
  testid?: string;
}

/** A few words of which one holds, all in sight: radio buttons drawn as one bar. */
export function ChoiceGroup<T extends string>({ label, value, choices, onChange, hint, testid }: Props<T>) {
  const name = useId();
  return (
    <fieldset class="choice-group" data-testid={testid}>
      <legend class="field-label">{label}</legend>
      <div class="choices">
        {choices.map((choice) => (
          <label key={choice.value} class="choice">
            <input
              type="radio"
              class="visually-hidden"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {hint && <p class="hint">{hint}</p>}
    </fieldset>
  );
}
