/**
 * How a value is written where Markdown is expected: `inline` within a line, `block` in lines of its own, `address` as a
 * link's destination, `time` as text that YAML takes for a date.
 */
export type WrittenKind = 'inline' | 'block' | 'address' | 'time';

/**
 * A value of a template that has two forms: the bare text, which filters and YAML take, and Markdown that is
 * safe already. Its fields are private, so that a template sees a text and nothing else.
 */
export class Written {
  readonly #text: string;
  readonly #markdown: string;
  readonly #kind: WrittenKind;

  constructor(kind: WrittenKind, text: string, markdown: string = text) {
    this.#kind = kind;
    this.#text = text;
    this.#markdown = markdown;
  }

  static formsOf(value: Written): { kind: WrittenKind; text: string; markdown: string } {
    return { kind: value.#kind, text: value.#text, markdown: value.#markdown };
  }

  /** What `size` asks for, UTF-16 units. */
  get length(): number {
    return this.#text.length;
  }

  /** What filters get. */
  toString(): string {
    return this.#text;
  }

  /** What `contains` asks for. */
  indexOf(part: string): number {
    return this.#text.indexOf(part);
  }
}

/** What a value reads like as text. A group of values, and Liquid's own words for nothing, read like nothing. */
export const textOfValue = (value: unknown): string =>
  typeof value === 'object' && !(value instanceof Written || value instanceof Date)
    ? ''
    : String(value ?? '');
