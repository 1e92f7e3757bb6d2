import { useRef } from 'preact/hooks';

interface Props {
  label: string;
  /** File name endings offered, `.jsonl,.gz`. */
  accept: string;
  onFile: (file: File) => void;
}

/** A button that lets the reader choose one file. */
export function FileButton({ label, accept, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        type="file"
        hidden
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
