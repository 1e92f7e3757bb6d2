/** A stretch of display text, offsets in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}
