/** @import { DemoArticle, Picture } from '../types.d.ts' */
import { escapeHtml } from '../html.mjs';

/** The picture above the text. @param {Picture | undefined} picture */
export const leadPicture = (picture) =>
  picture
    ? `<figure class="lead"><img src="/assets/${picture.file}" alt="${escapeHtml(picture.alt)}" width="1200" height="560"><figcaption>${escapeHtml(picture.caption)} <span class="credit">${escapeHtml(picture.credit)}</span></figcaption></figure>`
    : '';

/** "A, B and C". @param {string[]} names */
export const nameList = (names) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/**
 * A list of other stories, as every outlet has one beside or below its article.
 * @param {string} title @param {{ href: string, text: string }[]} links
 */
export const moreStories = (title, links) =>
  `<nav class="more" aria-label="${title}"><h2>${title}</h2><ul>${links
    .map(({ href, text }) => `<li><a href="${href}">${escapeHtml(text)}</a></li>`)
    .join('')}</ul></nav>`;

/** @param {string} home @param {string[]} sections */
export const sectionBar = (home, sections) =>
  `<nav class="sections" aria-label="Sections">${sections
    .map((name) => `<a href="${home}#${encodeURIComponent(name.toLowerCase())}">${name}</a>`)
    .join('')}</nav>`;

/** @param {string} name */
export const footer = (name) =>
  `<footer class="site-footer"><p>${name} is an invented newspaper. Its people, places and figures do not exist.</p><p><a href="/">All papers</a> <a href="/search?q=tram">Search</a> <a href="/shop/">Shop</a></p></footer>`;
