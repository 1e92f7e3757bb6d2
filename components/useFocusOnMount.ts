import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A ref whose element takes the focus once, when it appears: what was just opened is where one types. Not where it
 * was not the reader who opened it.
 */
export function useFocusOnMount<T extends HTMLElement>(byReader = true): RefObject<T | null> {
  const ref = useRef<T | null>(null);
  const wanted = useRef(byReader);
  useLayoutEffect(() => {
    if (wanted.current) ref.current?.focus();
  }, []);
  return ref;
}
