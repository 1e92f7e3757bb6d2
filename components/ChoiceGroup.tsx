import { useId } from 'preact/hooks';
import { useFocusOnMount } from './useFocusOnMount.ts';

interface Props<T extends string> {
  label: string;
  value: T;
  choices: { value: T; label: string }[];
  onChange: (value: T) => void;
  hint?: string | undefined;
  testid?: string;
  /** The chosen one takes the focus when it appears. */
  focused?: boolean;
}

/** A few words of which one holds, all in sight: radio buttons drawn as one bar. */
export function ChoiceGroup<T extends string>(props: Props<T>) {
  const { label, value, choices, onChange, hint, testid, focused = false } = props;
  const name = useId();
  const hintId = useId();
  const chosen = useFocusOnMount<HTMLInputElement>(focused);
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
              ref={choice.value === value ? chosen : null}
              aria-describedby={hint && choice.value === value ? hintId : undefined}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
