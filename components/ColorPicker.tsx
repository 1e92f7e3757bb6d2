import { useId } from 'preact/hooks';
import type { Color } from '#model/records.ts';
import { ColorMark } from './ColorMark.tsx';
import { offeredColors } from './manner.ts';
import { t } from './strings.ts';

interface Props {
  value: Color;
  onChange: (color: Color) => void;
  /** Name of the group; hidden from the eye. */
  label?: string;
}

/** The colour roles that are offered, and the one that is set, as radio buttons: arrow keys move, each has its name and shape. */
export function ColorPicker({ value, onChange, label = t('color.label') }: Props) {
  const name = useId();
  const offered = offeredColors();
  const colors = offered.includes(value) ? offered : [value, ...offered];
  return (
    <fieldset class="color-picker">
      <legend class="visually-hidden">{label}</legend>
      {colors.map((color) => (
        <label key={color} class="color-choice" title={t(`color.${color}`)}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            value={color}
            checked={color === value}
            onChange={() => onChange(color)}
          />
          <ColorMark color={color} size={16} />
          <span class="visually-hidden">{t(`color.${color}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
