/** What stands in the fields of something typed, by their names. */
export type Fields = Readonly<Record<string, string>>;

/**
 * Names of what can be typed, the same in the page's editor and in the side bar: what one of them kept, the other
 * finds. Articles go by the address they are read at, because nothing may be stored of them yet.
 */
export const typedKey = {
  note: (annotationId: string) => `note ${annotationId}`,
  articleNote: (url: string) => `note article ${url}`,
  newSource: (annotationId: string) => `source ${annotationId}`,
  source: (annotationId: string, sourceId: string) => `source ${annotationId} ${sourceId}`,
  claim: (annotationId: string) => `claim ${annotationId}`,
  tag: (annotationId: string) => `tag ${annotationId}`,
  articleTag: (url: string) => `tag ${url}`,
  metadata: (url: string) => `article ${url}`,
};
