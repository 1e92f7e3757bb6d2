/** Articles that do not stand in the document itself: in an open shadow root, in a frame of the same origin. */
/** @import { Route } from '../types.d.ts' */
import { heat } from '../articles/heat.mjs';
import { museum } from '../articles/museum.mjs';
import { bodyOf } from '../editions.mjs';
import { htmlPage } from '../html.mjs';
import { times } from '../outlets/times.mjs';

const STYLES =
  '<link rel="stylesheet" href="/assets/base.css"><link rel="stylesheet" href="/assets/times.css">';

/** @type {Route[]} */
export const embedded = [
  {
    path: `/times${heat.path}`,
    answer: (visit) =>
      times.render(
        heat,
        `<story-text><template shadowrootmode="open">${STYLES}<div class="text">${bodyOf(heat, visit.edition)}</div></template></story-text>`,
        visit,
      ),
  },
  {
    path: `/times${museum.path}`,
    answer: (visit) =>
      times.render(
        museum,
        `<iframe title="${museum.headline}" src="/times/frame${museum.path}"></iframe>`,
        visit,
      ),
  },
  {
    path: `/times/nested${museum.path}`,
    answer: (visit) =>
      times.render(museum, `<iframe title="Shell" src="/times/inner${museum.path}"></iframe>`, visit),
  },
  {
    path: `/times/inner${museum.path}`,
    answer: () =>
      htmlPage({
        title: 'Shell',
        styles: ['base', 'times'],
        bodyClass: 'times',
        body: `<p>A frame in a frame.</p><iframe title="${museum.headline}" src="/times/frame${museum.path}"></iframe>`,
      }),
  },
  {
    path: `/times/frameset${museum.path}`,
    answer: () =>
      `<!doctype html><html><head><title>${museum.headline}</title></head><frameset cols="120,*"><frame src="/times/inner/none"><frame src="/times/frame${museum.path}"></frameset></html>`,
  },
  {
    path: `/times/frame${museum.path}`,
    answer: (visit) =>
      htmlPage({
        title: museum.headline,
        styles: ['base', 'times'],
        bodyClass: 'times',
        body: `<article class="text">${bodyOf(museum, visit.edition)}</article>`,
      }),
  },
];
