/** The rule list of tidy-url is plain data; its code (which rewrites addresses by guesswork) is not used. */
declare module 'tidy-url/data/rules.js' {
  const rules: {
    name: string;
    match: RegExp | Record<string, never>;
    match_href?: boolean;
    rev?: boolean;
    rules?: string[];
  }[];
  export default rules;
}
