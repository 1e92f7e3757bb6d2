import { COLORS, type Color } from '#model/records.ts';

/**
 * Names in the page's highlight registry carry this prefix, because the registry is shared with the page
 * (CSS Custom Highlight API, CSS Working Group draft).
 */
export const HIGHLIGHT_PREFIX = 'claimlight-';

/** How a highlight looks: its colour role, and whether the words under it changed. */
export type HighlightStyle = `${Color}` | `${Color}-changed`;

export const HIGHLIGHT_STYLES: HighlightStyle[] = COLORS.flatMap((color) => [
  color,
  `${color}-changed` as const,
]);

/** Background and line of each role; both readable on white and on near-black pages, under dark or light text. */
const PAINT: Record<Color, { fill: string; line: string; shape: string }> = {
  yellow: { fill: 'rgb(255 214 66 / .42)', line: 'rgb(190 138 0)', shape: 'solid' },
  green: { fill: 'rgb(104 205 120 / .36)', line: 'rgb(38 140 64)', shape: 'double' },
  blue: { fill: 'rgb(96 172 255 / .34)', line: 'rgb(28 106 214)', shape: 'dotted' },
  pink: { fill: 'rgb(255 132 166 / .36)', line: 'rgb(204 44 98)', shape: 'dashed' },
  purple: { fill: 'rgb(178 142 255 / .36)', line: 'rgb(112 70 214)', shape: 'solid' },
};

const rule = (style: string, body: string) => `::highlight(${HIGHLIGHT_PREFIX}${style}){${body}}`;

/**
 * The style sheet for painted highlights, inserted by the background as a user-agent-side sheet of the tab.
 * Shape tells what colour tells: each role has its own underline, and changed words are waved.
 */
export function highlightCss(): string {
  const rules = COLORS.flatMap((color) => {
    const { fill, line, shape } = PAINT[color];
    return [
      rule(color, `background-color:${fill};text-decoration:underline ${shape} ${line} 2px`),
      rule(`${color}-changed`, `background-color:${fill};text-decoration:underline wavy ${line} 2px`),
    ];
  });
  rules.push(
    rule('focus', 'background-color:rgb(255 190 30 / .75);color:#111'),
    `@media (forced-colors:active){${HIGHLIGHT_STYLES.map((style) =>
      rule(style, 'background-color:Mark;color:MarkText'),
    ).join('')}${rule('focus', 'background-color:Highlight;color:HighlightText')}}`,
  );
  return rules.join('\n');
}
