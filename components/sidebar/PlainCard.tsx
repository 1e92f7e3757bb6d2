import type { Annotation } from '#model/records.ts';
import { t } from '../strings.ts';

interface Props {
  annotation: Annotation;
}

/** A card that could not be drawn: what it is about and what the reader wrote, as plain text. */
export function PlainCard({ annotation }: Props) {
  return (
    <li class="card" data-testid="card" data-plain="true">
      <p class="hint" role="alert">
        {t('card.plain')}
      </p>
      <blockquote class="conflict-text" dir="auto">
        {annotation.target.exact}
      </blockquote>
      <p class="conflict-text" dir="auto">
        {annotation.note}
      </p>
    </li>
  );
}
