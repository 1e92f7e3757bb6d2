import type { Color } from '#model/records.ts';

/** Each colour role has a shape of its own, so that no meaning hangs on colour alone. 12 × 12 units. */
const SHAPES: Record<Color, string> = {
  yellow: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z',
  green: 'M2.5 1.5h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z',
  blue: 'M6 1.2 11.2 10.4H.8Z',
  pink: 'M6 .6 11.4 6 6 11.4.6 6Z',
  purple: 'M3.2 1.2h5.6L11.6 6 8.8 10.8H3.2L.4 6Z',
};

/** The shape of a colour role, painted in its colour. Decorative: the name is said next to it. */
export function ColorMark({ color, size = 12 }: { color: Color; size?: number }) {
  return (
    <svg
      class="color-mark"
      data-color={color}
      viewBox="0 0 12 12"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={SHAPES[color]} />
    </svg>
  );
}
