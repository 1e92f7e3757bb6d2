/** The two packages ship without types; only what the benchmark uses is declared. */
declare module 'dom-anchor-text-quote' {
  interface Selector {
    exact: string;
    prefix?: string;
    suffix?: string;
  }
  export function fromRange(root: Node, range: Range): Selector;
  export function toRange(root: Node, selector: Selector, options?: { hint?: number }): Range | null;
}
declare module 'dom-anchor-text-position' {
  export function fromRange(root: Node, range: Range): { start: number; end: number };
}
