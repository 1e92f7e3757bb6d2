import { useRef } from 'preact/hooks';

interface Props {
  label: string;
  /** File name endings offered, `.jsonl,.gz`. */
  accept: string;
  /** While a file would not be taken. */
  disabled?: boolean;
  onFile: (file: File) => void;
}

/** A button that lets the reader choose one file. */
export function FileButton({ label, accept, disabled = false, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        type="file"
        hidden
        disabled={disabled}
        accept={accept}
        ref={input}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // Emptied, so that choosing the same file once more is noticed.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
