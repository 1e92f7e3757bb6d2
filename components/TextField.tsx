import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';

/** Written out, because the attribute types of an input depend on its literal type. */
const TYPES = {
  text: { type: 'text' },
  password: { type: 'password', autocomplete: 'off' },
  url: { type: 'url' },
  date: { type: 'date' },
  'datetime-local': { type: 'datetime-local' },
} as const;

interface Props {
  label: string;
  value: string;
  onInput: (value: string) => void;
  type?: keyof typeof TYPES;
  /** More than one makes it a text area. */
  lines?: number;
  placeholder?: string;
  hint?: string | undefined;
  /** A sentence; marks the field as wrong. */
  error?: string | undefined;
  testid?: string;
  inputRef?: RefObject<HTMLInputElement | null>;
}

/** A labelled field; what is wrong with it is said next to it and read with it. */
export function TextField(props: Props) {
  const id = useId();
  const about = useId();
  const { label, value, onInput, lines = 1, error, hint } = props;
  const common = {
    id,
    class: 'field-input',
    value,
    placeholder: props.placeholder,
    dir: props.type === 'url' ? ('ltr' as const) : ('auto' as const),
    'data-testid': props.testid,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error || hint ? about : undefined,
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {lines > 1 ? (
        <textarea {...common} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          {...TYPES[props.type ?? 'text']}
          ref={props.inputRef ?? null}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      {(error || hint) && (
        <p class={error ? 'field-error' : 'hint'} id={about} role={error ? 'alert' : undefined}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
