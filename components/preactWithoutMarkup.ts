import type { Plugin } from 'vite';

/** Where Preact reads the property, of the old props and of the new ones. */
const PROPERTY = /"dangerouslySetInnerHTML"==\w\?\w=\w:/g;
/** Where it writes what stands in it, up to the children that are drawn instead. */
const WRITING =
  /(\w)\?\(\w\|\|\w&&\(\1\.__html==\w\.__html\|\|\1\.__html==(\w)\.innerHTML\)\|\|\(\2\.innerHTML=\1\.__html\),\w\.__k=\[\]\):\(\w&&\(\2\.textContent=""\),/;

/**
 * Takes from Preact the one line that writes text as HTML into a page. No view of ours hands it any
 * (`dangerouslySetInnerHTML`), and what can't be done need not be looked for by whoever reviews the package.
 * @throws while building, where an update of Preact writes that line in another way
 */
export const preactWithoutMarkup: Plugin = {
  name: 'preact-without-markup',
  transform(code, id) {
    if (!/[\\/]preact[\\/]dist[\\/]preact\.mjs$/.test(id)) return undefined;
    const without = code.replace(PROPERTY, '').replace(WRITING, '(');
    if (/innerHTML/i.test(without) || without === code)
      throw new Error('Preact writes HTML in a way that preactWithoutMarkup does not know.');
    return without;
  },
};
