import { ArrowDown, ArrowUp } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { type ColorChoice, LONGEST_COLOR_NAME } from '#model/appearance.ts';
import { ColorMark } from '../ColorMark.tsx';
import { IconButton } from '../IconButton.tsx';
import { t } from '../strings.ts';

interface Props {
  colors: ColorChoice[];
  onChange: (colors: ColorChoice[]) => void;
}

/** The colours with the reader's names for them, in the order they are offered in; fewer or all. */
export function ColorList({ colors, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const offered = colors.filter((one) => one.offered).length;
  const set = (at: number, change: Partial<ColorChoice>) =>
    onChange(colors.map((one, index) => (index === at ? { ...one, ...change } : one)));
  const move = (at: number, by: -1 | 1) => {
    const moved = colors.toSpliced(at, 1);
    const [one] = colors.slice(at, at + 1);
    if (one) onChange(moved.toSpliced(at + by, 0, one));
    // The button moves with its colour, and the focus with the button; at the end of the way the other one takes it.
    requestAnimationFrame(() => {
      const row = list.current?.children[at + by];
      const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
      (buttons[by < 0 ? 0 : 1]?.disabled ? buttons[by < 0 ? 1 : 0] : buttons[by < 0 ? 0 : 1])?.focus();
    });
  };
  return (
    <ol class="color-list" ref={list} data-testid="colors">
      {colors.map(({ color, name, offered: isOffered }, at) => {
        const own = t(`color.${color}`);
        return (
          <li key={color}>
            <ColorMark color={color} size={16} />
            <input
              class="field-input"
              type="text"
              dir="auto"
              maxLength={LONGEST_COLOR_NAME}
              aria-label={t('options.colorName', { color: own })}
              placeholder={own}
              value={name}
              onChange={(event) => set(at, { name: event.currentTarget.value.trim() })}
            />
            <label class="check">
              <input
                type="checkbox"
                checked={isOffered}
                disabled={isOffered && offered === 1}
                aria-label={t('options.colorOffer', { color: own })}
                onChange={(event) => set(at, { offered: event.currentTarget.checked })}
              />
              <span>{t('options.colorOffered')}</span>
            </label>
            <IconButton
              icon={ArrowUp}
              label={t('options.colorUp', { color: own })}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            />
            <IconButton
              icon={ArrowDown}
              label={t('options.colorDown', { color: own })}
              disabled={at === colors.length - 1}
              onClick={() => move(at, 1)}
            />
          </li>
        );
      })}
    </ol>
  );
}
