import { CallError, call } from '#messaging/call.ts';
import type { Payload } from '#messaging/protocol.ts';
import { untilAnswered } from '#messaging/untilAnswered.ts';
import type { Annotation } from '#model/records.ts';
import { newId } from './newId.ts';

type Mark = Omit<Payload<'annotate'>, 'id'>;

/** The same words at the same place of the same page, also where text came in above them meanwhile. */
const placeOf = ({ url, target: { exact, prefix, suffix, occurrence } }: Mark) =>
  JSON.stringify([url, exact, prefix, suffix, occurrence]);

/**
 * Stores the reader's marks. A mark that got no answer may be stored all the same, so it is sent again as it was: at
 * once, and when the reader marks these words again. There is one in the end.
 */
export class MarkStore {
  readonly #unsure = new Map<string, Pick<Payload<'annotate'>, 'id' | 'target'>>();

  /** @throws what `call` throws. */
  async store(mark: Mark): Promise<Annotation> {
    const place = placeOf(mark);
    const before = this.#unsure.get(place);
    const { id, target } = before ?? { id: newId(), target: mark.target };
    this.#unsure.set(place, { id, target });
    try {
      const { annotation } = await untilAnswered(() => call('annotate', { ...mark, id, target }));
      this.#unsure.delete(place);
      const { url, color } = mark;
      if (annotation.color === color) return annotation;
      // Stored in the colour of the first attempt.
      return await call('patchAnnotation', { url, id, patch: { color } });
    } catch (error) {
      // What was stored then was deleted meanwhile, or taken to another article.
      const isTaken = error instanceof CallError && error.fault === 'refused';
      if (!before || !isTaken) throw error;
      this.#unsure.delete(place);
      return this.store(mark);
    }
  }
}
