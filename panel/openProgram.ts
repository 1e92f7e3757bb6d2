/** Hands a link of another program to the browser, which asks the reader before it opens the program. */
export function openProgram(link: string): void {
  const anchor = document.createElement('a');
  anchor.href = link;
  anchor.click();
}
