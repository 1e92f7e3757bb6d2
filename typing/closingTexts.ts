import * as v from 'valibot';
import { type UnsavedText, UnsavedTextSchema } from '#model/drafts.ts';
import type { Keeping } from './keptText.ts';

/** Of `localStorage`, which writes at once; absent where the browser gives a page none. */
export type Shelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'unsaved ';

/**
 * A place for unsaved texts that a closing view can still reach. A browser may drop what a view asked of the database in its
 * last moment (measured in Chromium: of 60 popups closed right after the last key, 2 to 8 lost their words). What `leave` is
 * given is on the shelf when it returns; the next view brings it into `keeping`.
 * @param shelf undefined: texts are handed to `keeping` alone.
 * @param onFault a text could not be brought along, or was unreadable; it stays on the shelf where it can be read.
 */
export function withClosingTexts(
  keeping: Keeping,
  shelf: Shelf | undefined,
  onFault: (error: unknown) => void,
): Keeping {
  if (!shelf) return keeping;

  const read = (key: string): UnsavedText | undefined => {
    try {
      const found = v.safeParse(UnsavedTextSchema, JSON.parse(shelf.getItem(PREFIX + key) ?? 'null'));
      return found.success ? found.output : undefined;
    } catch (error) {
      onFault(error);
      return undefined;
    }
  };

  const left = (): UnsavedText[] =>
    Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '')
      .filter((name) => name.startsWith(PREFIX))
      .flatMap((name) => read(name.slice(PREFIX.length)) ?? []);

  /** Unless another view left something there meanwhile. */
  const take = ({ key, by }: Pick<UnsavedText, 'key' | 'by'>): void => {
    if (read(key)?.by === by) shelf.removeItem(PREFIX + key);
  };

  return {
    async list() {
      for (const text of left()) await keeping.put(text).then(() => take(text), onFault);
      const still = left();
      const kept = await keeping.list();
      return [...kept.filter(({ key }) => !still.some((one) => one.key === key)), ...still];
    },

    async put(text) {
      await keeping.put(text);
      take(text);
    },

    async clear(key, by) {
      const text = read(key);
      if (text && (!by || by.includes(text.by ?? ''))) take(text);
      await keeping.clear(key, by);
    },

    leave(texts) {
      for (const text of texts) {
        try {
          shelf.setItem(PREFIX + text.key, JSON.stringify(text));
        } catch (error) {
          // Full: the database is asked all the same.
          onFault(error);
        }
      }
    },
  };
}
