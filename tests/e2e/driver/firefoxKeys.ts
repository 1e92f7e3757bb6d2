/** Key values of WebDriver for keys without a character. */
export const KEYS: Record<string, string> = {
  Alt: '\uE00A',
  Shift: '\uE008',
  Control: '\uE009',
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  Delete: '\uE017',
};

export const keyActions = (keys: string[]) => [
  ...keys.map((key) => ({ type: 'keyDown', value: KEYS[key] ?? key })),
  ...[...keys].reverse().map((key) => ({ type: 'keyUp', value: KEYS[key] ?? key })),
];
/** Key events that type a text. */
export const typing = (text: string) =>
  [...text].flatMap((char) => keyActions([char === '\n' ? 'Enter' : char]));
