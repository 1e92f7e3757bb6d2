/** Articles whose text arrives after the page: rendered late, behind "read more", at the end of another. */
/** @import { Route } from '../types.d.ts' */
import { bees } from '../articles/bees.mjs';
import { buses } from '../articles/buses.mjs';
import { lighthouse } from '../articles/lighthouse.mjs';
import { meals } from '../articles/meals.mjs';
import { bodyOf } from '../editions.mjs';
import { htmlPage } from '../html.mjs';
import { times } from '../outlets/times.mjs';
import { openGraph } from '../structuredData.mjs';

/** @param {string} script */
const scriptTag = (script) => `<script src="/assets/${script}.js"></script>`;

/** @type {Route[]} */
export const delivered = [
  {
    // The first answer is an empty shell without mark-up: nothing says "article" until the script has run.
    path: `/times${meals.path}`,
    answer: (visit) => {
      const whole = times.render(meals, bodyOf(meals, visit.edition), visit);
      const inner = whole.slice(whole.indexOf('<main>') + 6, whole.indexOf('</main>'));
      return htmlPage({
        title: 'Wend Valley Times',
        styles: ['base', 'times'],
        bodyClass: 'times',
        body: `<header class="masthead"><a class="name" href="/times/">Wend Valley Times</a></header><main id="app"><p>Loading …</p></main><template id="late-head">${openGraph(meals, `${visit.origin}/times${meals.path}`, 'Wend Valley Times', visit)}</template><template id="late" data-title="${meals.headline}">${inner}</template>${scriptTag('late')}`,
      });
    },
  },
  {
    path: `/times${buses.path}`,
    answer: (visit) => {
      const blocks = bodyOf(buses, visit.edition).split('\n');
      const body = `${blocks.slice(0, 4).join('\n')}\n<p id="more"><button type="button">Read more</button></p>\n<template id="rest">${blocks.slice(4).join('\n')}</template>`;
      return times.render(buses, body, visit, { foot: scriptTag('readmore') });
    },
  },
  {
    path: `/times${lighthouse.path}`,
    answer: (visit) =>
      times.render(lighthouse, bodyOf(lighthouse, visit.edition), visit, {
        foot: `<div id="endless" data-next="/times${bees.path}" style="height:40px"></div>${scriptTag('endless')}`,
      }),
  },
];
