import { type Change, type Library, openLibrary } from '#storage/index.ts';

type Listener = (change: Change) => void;

const listeners = new Set<Listener>();
let opening: Promise<Library> | undefined;

/** The library, opened on first use in this life of the worker; a memory of a connection, not of truth. */
export function library(): Promise<Library> {
  opening ??= openLibrary({
    announce: (change) => {
      for (const listener of listeners) listener(change);
    },
  });
  return opening;
}

/** Calls a listener after each write of the background's own; those of open views come as calls. */
export function onCommit(listener: Listener): void {
  listeners.add(listener);
}
