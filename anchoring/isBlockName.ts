/** Elements that end a line of text before and after themselves, by HTML's default style sheet. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe img legend li main menu nav ol ' +
    'optgroup p pre search section summary table tbody td tfoot th thead tr ul video audio'
  ).split(' '),
);

export const isBlockName = (name: string): boolean => BLOCKS.has(name);
