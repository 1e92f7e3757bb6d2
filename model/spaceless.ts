/** Letters of scripts that set no space between words, for a pattern's brackets: a word ends before and behind any of them. */
export const SPACELESS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
