import { call } from '#messaging/call.ts';
import type { UnsavedText } from '#model/drafts.ts';

/**
 * Keeps what is typed in the page in the library's place for it. The background takes it only with the address of the
 * page it was typed in, so that is remembered for each highlight: a single-page site may move on meanwhile.
 */
export function keepInLibrary() {
  const urls = new Map<string, string>();
  // "typed:page:note ID": the last word is the highlight.
  const urlOf = (key: string) => urls.get(key.split(' ').at(-1) ?? '') ?? location.href;
  return {
    place: (annotationId: string, url: string) => void urls.set(annotationId, url),
    put: (text: UnsavedText) => call('keepText', { url: urlOf(text.key), text }),
    clear: (key: string, by: readonly string[] = []) =>
      call('dropText', { url: urlOf(key), key, by: [...by] }),
  };
}
