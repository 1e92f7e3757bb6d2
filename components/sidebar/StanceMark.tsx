import { Check, Info, X } from 'lucide-preact';
import type { Stance } from '#model/records.ts';

const ICONS = { supports: Check, disputes: X, context: Info };

/** Which way a source points, as a shape; the word stands in the facts line. */
export function StanceMark({ stance }: { stance: Stance }) {
  const Icon = ICONS[stance];
  return (
    <span class="stance-mark" data-stance={stance}>
      <Icon size={12} strokeWidth={2.5} aria-hidden="true" />
    </span>
  );
}
