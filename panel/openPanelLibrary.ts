import { call } from '#messaging/call.ts';
import { logFault } from '#model/logFault.ts';
import { type Library, openLibrary } from '#storage/index.ts';
import { backgroundLibrary } from './backgroundLibrary.ts';

/**
 * Opens the library for an extension page; every write is announced through the background, once. Where the browser
 * gives the page no database and the background has one, the background does the work. Never rejects.
 */
export async function openPanelLibrary(): Promise<Library> {
  const own = await openLibrary({
    announce: ({ articleIds, annotationIds }) => {
      call('libraryChanged', { articleIds, annotationIds }).catch(logFault);
    },
  });
  if (own.fault?.fault !== 'unavailable') return own;
  const shared = await backgroundLibrary().catch((error: unknown) => {
    logFault(error);
    return own;
  });
  return shared.fault?.fault === 'unavailable' ? own : shared;
}
