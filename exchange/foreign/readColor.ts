import { COLORS, type Color } from '#model/records.ts';

/** Other programs' names for about the same. */
const NAMES: Record<string, Color> = {
  red: 'pink',
  rose: 'pink',
  magenta: 'pink',
  orange: 'yellow',
  gold: 'yellow',
  cyan: 'blue',
  teal: 'green',
  aqua: 'blue',
  violet: 'purple',
  lavender: 'purple',
  brown: 'yellow',
};
/** Upper ends of the hues that count as a colour, degrees. */
const HUES: [number, Color][] = [
  [15, 'pink'],
  [70, 'yellow'],
  [170, 'green'],
  [250, 'blue'],
  [300, 'purple'],
  [360, 'pink'],
];

/** The reader's colour that is nearest to a name or to `#rrggbb`; yellow, the default of most, for anything else. */
export function readColor(value: unknown): Color {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  const own = COLORS.find((color) => color === text);
  if (own) return own;
  const hex = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/u.exec(text);
  if (!hex) return NAMES[text] ?? 'yellow';
  const [r = 0, g = 0, b = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  if (most === least) return 'yellow';
  const part = (x: number, y: number) => (60 * (x - y)) / (most - least);
  const hue = most === r ? part(g, b) : most === g ? 120 + part(b, r) : 240 + part(r, g);
  return HUES.find(([end]) => (hue + 360) % 360 <= end)?.[1] ?? 'yellow';
}
