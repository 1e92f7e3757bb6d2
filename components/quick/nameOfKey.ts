import { t } from '../strings.ts';

const SIGNS: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Enter: '↵' };

/** How a key (`KeyboardEvent.key`) is written on a key cap. */
export function nameOfKey(key: string): string {
  if (key.length === 1) return key.toUpperCase();
  if (key === 'Home' || key === 'End' || key === 'Escape') return t(`sentences.cap.${key}`);
  return SIGNS[key] ?? key;
}
