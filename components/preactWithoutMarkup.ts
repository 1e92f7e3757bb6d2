import type { Plugin } from 'vite';

/**
 * Takes from Preact the one line that writes text as HTML into a page. No view of ours hands it any
 * (`dangerouslySetInnerHTML`), and what can't be done need not be looked for by whoever reviews the package.
 * @throws while building, where an update of Preact writes that line in another way
 */
export const preactWithoutMarkup: Plugin = {
  name: 'preact-without-markup',
  transform(code, id) {
    if (!/[\\/]preact[\\/]dist[\\/]preact\.mjs$/.test(id)) return undefined;
    const without = code.replace(/\w+\.innerHTML=\w+\.__html/, 'void 0');
    if (/\.innerHTML=(?!=)/.test(without) || without === code)
      throw new Error('Preact writes HTML in a way that preactWithoutMarkup does not know.');
    return without;
  },
};
