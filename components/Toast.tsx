import { X } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from './IconButton.tsx';
import { t } from './strings.ts';

/** How long a message stays: long enough to be read, found by keyboard and acted on (WCAG 2.2.1). Milliseconds. */
const STAY = 20_000;

export interface ToastMessage {
  /** A new id starts the time anew. */
  id: string;
  text: string;
  /** Whether the deed can be taken back. */
  undo: boolean;
  /** Whether what was taken back can be done again. */
  redo?: boolean;
}

interface Props {
  message: ToastMessage | null;
  onUndo: (id: string) => void;
  onRedo?: (id: string) => void;
  onDismiss: (id: string) => void;
}

/**
 * What just happened, with Undo. It waits while the pointer or the focus is on it, and stands in the tree
 * from the start, because a live region that arrives together with its words is not read out.
 */
export function Toast({ message, onUndo, onRedo, onDismiss }: Props) {
  const [held, setHeld] = useState(false);
  const dismiss = useRef(onDismiss);
  dismiss.current = onDismiss;
  const id = message?.id;

  useEffect(() => {
    if (id === undefined || held) return;
    const timer = setTimeout(() => dismiss.current(id), STAY);
    return () => clearTimeout(timer);
  }, [id, held]);

  return (
    <section
      class="toast-area"
      aria-label={t('toast.region')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
      onKeyDown={(event) => {
        if (message && event.key === 'Escape') onDismiss(message.id);
      }}
    >
      <div class={message ? 'toast' : 'toast toast-empty'}>
        <span role="status">{message?.text}</span>
        {message?.undo && (
          <button type="button" class="toast-undo" data-testid="undo" onClick={() => onUndo(message.id)}>
            {t('toast.undo')}
          </button>
        )}
        {message?.redo && onRedo && (
          <button type="button" class="toast-undo" data-testid="redo" onClick={() => onRedo(message.id)}>
            {t('toast.redo')}
          </button>
        )}
        {message && <IconButton icon={X} label={t('toast.dismiss')} onClick={() => onDismiss(message.id)} />}
      </div>
    </section>
  );
}
