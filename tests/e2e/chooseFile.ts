/** An expression that gives a page's file field a file, as the browser's own dialog does. */
export const chooseFile = (text: string, name: string) => `(() => {
  const input = document.querySelector('input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
})()`;
