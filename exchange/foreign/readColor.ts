import { COLORS, type Color } from '#model/records.ts';

/** Other names for about the same, in the languages that Claimlight speaks. */
const WORDS: Record<Color, string> = {
  yellow:
    'orange gold brown gelb golden braun jaune or marron amarillo naranja dorado أصفر برتقالي ذهبي بني 黄 黄色 オレンジ 金色 茶色',
  green: 'teal lime grün hellgrün vert verde أخضر 緑 緑色',
  blue: 'cyan aqua blau hellblau türkis bleu azul celeste أزرق 青 青色 水色',
  pink: 'red rose magenta rot rosa rouge rojo وردي أحمر ピンク 赤 赤色 桃色',
  purple: 'violet lavender lila violett violeta morado púrpura mauve pourpre بنفسجي أرجواني 紫 紫色',
};
const NAMES = new Map(
  COLORS.flatMap((color) => WORDS[color].split(' ').map((name) => [name, color] as const)),
);

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
  const text = typeof value === 'string' ? value.normalize().trim().toLowerCase() : '';
  const own = COLORS.find((color) => color === text);
  if (own) return own;
  const hex = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/u.exec(text);
  if (!hex) return NAMES.get(text) ?? 'yellow';
  const [r = 0, g = 0, b = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  if (most === least) return 'yellow';
  const part = (x: number, y: number) => (60 * (x - y)) / (most - least);
  const hue = most === r ? part(g, b) : most === g ? 120 + part(b, r) : 240 + part(r, g);
  return HUES.find(([end]) => (hue + 360) % 360 <= end)?.[1] ?? 'yellow';
}
