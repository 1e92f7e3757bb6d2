import type { PageRecord } from '#messaging/protocol.ts';
import type { KeptText } from '#model/KeptText.ts';

/**
 * What an earlier page could not save is news once for each address: at the first look that finds anything stored there.
 * What is kept later is what is being typed here, and a look may overtake its saving: shown then, it would open an editor
 * that the reader has just closed.
 */
export class FirstKept {
  #seenAt: string | null = null;

  /** The texts to be shown again, of what was read for an address. */
  take(url: string, { annotations, kept }: Pick<PageRecord, 'annotations' | 'kept'>): KeptText[] {
    // Before an article is known under its address, nothing is found of it.
    if (this.#seenAt === url || annotations.length + kept.length === 0) return [];
    this.#seenAt = url;
    return kept;
  }
}
