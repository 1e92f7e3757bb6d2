import { call } from '@/messaging/call';
import { type Library, openLibrary } from '@/storage';

/** Opens the library for an extension page; every write is announced through the background, once. */
export function openPanelLibrary(): Promise<Library> {
  return openLibrary({
    announce: ({ articleIds, annotationIds }) => {
      call('libraryChanged', { articleIds, annotationIds }).catch((error) =>
        console.error('Claimlight:', error),
      );
    },
  });
}
