import { COLORS, type Color } from '#model/records.ts';

/**
 * Names in the page's highlight registry carry this prefix, because the registry is shared with the page
 * (CSS Custom Highlight API, CSS Working Group draft).
 */
export const HIGHLIGHT_PREFIX = 'claimlight-';

/** How a highlight looks: its colour role, and whether the words under it changed. */
type Role = Color | 'cited';
export type HighlightStyle = Role | `${Role}-changed`;

/** The reader's colours, and passages that claims elsewhere cite. */
const ROLES = [...COLORS, 'cited'] as const;

/** What lifts a place out for a while: one to look at, and the sentence in hand. */
export const LIFTS = ['focus', 'sentence'] as const;
export type Lift = (typeof LIFTS)[number];

export const HIGHLIGHT_STYLES: HighlightStyle[] = ROLES.flatMap((role) => [role, `${role}-changed` as const]);

/** Background and line of each role; both readable on white and on near-black pages, under dark or light text. */
const PAINT: Record<Role, { fill: string; line: string; shape: string }> = {
  yellow: { fill: 'rgb(255 214 66 / .42)', line: 'rgb(190 138 0)', shape: 'solid' },
  green: { fill: 'rgb(104 205 120 / .36)', line: 'rgb(38 140 64)', shape: 'double' },
  blue: { fill: 'rgb(96 172 255 / .34)', line: 'rgb(28 106 214)', shape: 'dotted' },
  pink: { fill: 'rgb(255 132 166 / .36)', line: 'rgb(204 44 98)', shape: 'dashed' },
  purple: { fill: 'rgb(178 142 255 / .36)', line: 'rgb(112 70 214)', shape: 'solid' },
  cited: { fill: 'rgb(128 134 148 / .16)', line: 'rgb(104 112 130)', shape: 'dashed' },
};

/** Important, so that no rule of the page's wins: a reader's important declarations come after all of an author's. */
const paint = (fill: string, line: string) =>
  `background-color:${fill}!important;text-decoration:${line}!important`;

const rule = (style: string, body: string) => `::highlight(${HIGHLIGHT_PREFIX}${style}){${body}}`;

/**
 * The style sheet for painted highlights, inserted by the background as a reader's sheet of the tab.
 * Shape tells what colour tells: each role has its own underline, and changed words are waved.
 */
export function highlightCss(): string {
  const rules = ROLES.flatMap((color) => {
    const { fill, line, shape } = PAINT[color];
    return [
      rule(color, paint(fill, `underline ${shape} ${line} 2px`)),
      rule(`${color}-changed`, paint(fill, `underline wavy ${line} 2px`)),
    ];
  });
  rules.push(
    rule('focus', 'background-color:rgb(255 190 30 / .75)!important;color:#111!important'),
    // Below the line of a mark, so that a marked sentence shows both.
    rule(
      'sentence',
      `${paint('rgb(70 130 255 / .18)', 'underline solid rgb(52 116 245) 3px')};text-underline-offset:.28em!important`,
    ),
    `@media (forced-colors:active){${HIGHLIGHT_STYLES.map((style) =>
      rule(style, 'background-color:Mark!important;color:MarkText!important'),
    ).join(
      '',
    )}${LIFTS.map((lift) => rule(lift, 'background-color:Highlight!important;color:HighlightText!important')).join('')}}`,
  );
  return rules.join('\n');
}

/**
 * Chromium paints the background of a reader's sheet only where an author's says something of the colour of the text.
 * Inserted as an author's, this says that it stays what it is.
 */
export const authorCss = (): string =>
  [...HIGHLIGHT_STYLES, ...LIFTS].map((style) => rule(style, 'color:currentcolor')).join('');
