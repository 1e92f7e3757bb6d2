/** A live blog: `demo.next()` in the page, or `?every=SECONDS`, puts the next entry on top. */
/** @import { Route } from '../types.d.ts' */
import { storm } from '../articles/storm.mjs';
import { jsonScript } from '../html.mjs';
import { gazette } from '../outlets/gazette.mjs';

/** @param {string[]} entry */
const entryHtml = ([hour, title, text]) =>
  `<section class="live-entry"><time datetime="2026-11-20T${hour}:00Z">${hour}</time><h2>${title}</h2><p>${text}</p></section>`;

/** @type {Route[]} */
export const liveBlog = [
  {
    path: `/gazette${storm.path}`,
    answer: (visit) => {
      const entries = visit.edition === 2 ? [...storm.later].reverse().concat(storm.entries) : storm.entries;
      const body = `<div id="live">${entries.map(entryHtml).join('\n')}</div><template id="later">${storm.later.map(entryHtml).join('\n')}</template>`;
      const { entries: _entries, later: _later, ...facts } = storm;
      const data = {
        '@context': 'https://schema.org',
        '@type': 'LiveBlogPosting',
        headline: storm.headline,
        datePublished: storm.published,
        coverageStartTime: storm.published,
        liveBlogUpdate: storm.entries.map(([hour, headline, articleBody]) => ({
          '@type': 'BlogPosting',
          headline,
          datePublished: `2026-11-20T${hour}:00Z`,
          articleBody,
        })),
      };
      return gazette.render({ ...facts, body }, body, visit, {
        head: jsonScript(data),
        foot: '<script src="/assets/live.js"></script>',
      });
    },
  },
];
