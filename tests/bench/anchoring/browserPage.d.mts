/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string;
/** Writes a file beside the other results. */
export function writeResult(name: string, text: string): void;
