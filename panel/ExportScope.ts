/** What is taken away: everything, one article, or chosen marks with their articles. */
export type ExportScope =
  | { kind: 'all' }
  | { kind: 'article'; articleId: string }
  | { kind: 'marks'; ids: string[] };
