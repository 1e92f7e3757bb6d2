/** Bits one after another, the lowest first, as DEFLATE has them. */
export class BitWriter {
  readonly #bytes: Uint8Array;
  #length = 0;
  #held = 0;
  #bits = 0;

  /** @param most bytes that it takes */
  constructor(most: number) {
    this.#bytes = new Uint8Array(most);
  }

  /** @param count at most 16 */
  put(value: number, count: number): void {
    let held = this.#held | (value << this.#bits);
    let bits = this.#bits + count;
    for (; bits >= 8; bits -= 8) {
      this.#bytes[this.#length++] = held;
      held >>>= 8;
    }
    this.#held = held;
    this.#bits = bits;
  }

  /** What was put since the last time, in whole bytes. */
  take(): Uint8Array {
    if (this.#bits > 0) this.#bytes[this.#length++] = this.#held;
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    this.#held = 0;
    this.#bits = 0;
    return taken;
  }
}
