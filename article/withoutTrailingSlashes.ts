/**
 * A path without the slashes at its end; a path of slashes alone keeps one. By hand, because a pattern that looks for
 * slashes up to the end tries again at each of them: 79,000 in a row took seconds.
 */
export function withoutTrailingSlashes(path: string): string {
  let end = path.length;
  while (end > 1 && path.charCodeAt(end - 1) === 0x2f) end--;
  return path.slice(0, end);
}
