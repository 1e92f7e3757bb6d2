/** The parts of a reader's own form of Markdown, in the order of the file. */
export const TEMPLATE_PARTS = ['front', 'article', 'annotation'] as const;
export type TemplatePart = (typeof TEMPLATE_PARTS)[number];

/** How a reader wants their notes written: in Liquid, a part for each place of the file. */
export type Template = Record<TemplatePart, string>;

/** UTF-16 units of one part. */
export const LONGEST_TEMPLATE_PART = 20_000;

export const isSameTemplate = (one: Template, other: Template): boolean =>
  TEMPLATE_PARTS.every((part) => one[part] === other[part]);
