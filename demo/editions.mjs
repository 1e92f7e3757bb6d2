/** @import { DemoArticle, Edit } from './types.d.ts' */

const AD = `<aside class="ad" aria-label="Advertisement"><p>Advertisement</p><p><strong>Pellworth &amp; Daughters</strong> Raincoats since 1904. Now 20 percent off all yellow ones.</p></aside>`;

/** @param {string} text @param {string} part @param {string} replacement */
function replaceOnce(text, part, replacement) {
  if (text.split(part).length !== 2) throw new Error(`Expected exactly one “${part}” in the article`);
  return text.replace(part, () => replacement);
}

/** @param {string[]} blocks @param {string} start */
function indexOfBlock(blocks, start) {
  const index = blocks.findIndex((block) => block.startsWith(start) || block.includes(start));
  if (index < 0) throw new Error(`Expected a block with “${start}” in the article`);
  return index;
}

/** @param {string} body @param {Edit} edit */
function applyEdit(body, edit) {
  if (edit.kind === 'figure' || edit.kind === 'negation') return replaceOnce(body, edit.from, edit.to);
  const shortened = edit.kind === 'removed' ? replaceOnce(body, edit.text, '') : body;
  const blocks = shortened.trim().split(/\n+/);
  if (edit.kind === 'removed' && edit.lookalike && edit.lookalikeAfter) {
    const at = indexOfBlock(blocks, edit.lookalikeAfter);
    blocks[at] = String(blocks[at]).replace(/<\/p>$/, ` ${edit.lookalike}</p>`);
  }
  if (edit.kind === 'moved') {
    const [moved] = blocks.splice(indexOfBlock(blocks, edit.block), 1);
    blocks.splice(indexOfBlock(blocks, edit.after) + 1, 0, String(moved));
  }
  if (edit.kind === 'correction') blocks.push(`<p class="correction">${edit.text}</p>`);
  if (edit.kind === 'ad') blocks.splice(indexOfBlock(blocks, edit.after) + 1, 0, AD);
  return blocks.join('\n');
}

/**
 * The article as its first or second edition is headed.
 * @param {DemoArticle} article @param {1 | 2} edition @returns {DemoArticle}
 */
export function headed(article, edition) {
  const edit = edition === 2 ? article.edits?.find(({ kind }) => kind === 'headline') : undefined;
  return edit?.kind === 'headline' ? { ...article, headline: edit.to } : article;
}

/**
 * The article's text as HTML in its first or second edition. Throws when an edit no longer fits the text.
 * @param {DemoArticle} article @param {1 | 2} edition
 */
export const bodyOf = (article, edition) =>
  edition === 1 ? article.body.trim() : (article.edits ?? []).reduce(applyEdit, article.body.trim());
