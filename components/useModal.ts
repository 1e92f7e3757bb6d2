import { useLayoutEffect } from 'preact/hooks';

/**
 * Opens a dialog before it is painted, so that Escape finds it modal as soon as it is seen. When the view goes it is closed
 * first: closing gives the focus back to where it was, and taking a dialog out of the document does not (HTML, "close the
 * dialog").
 */
export function useModal(dialog: { readonly current: HTMLDialogElement | null }): void {
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, [dialog]);
}
