/**
 * A page that means no good: form controls that clobber DOM properties, patched built-ins, a key logger, synthetic
 * events, selections made by the page, and a search for whatever an extension leaves in the document.
 */
/** @import { Route } from '../types.d.ts' */
import { broker } from '../articles/broker.mjs';
import { bodyOf } from '../editions.mjs';
import { times } from '../outlets/times.mjs';

const CLOBBER = ['parentNode', 'attributes', 'textContent', 'children', 'matches', 'childNodes', 'nodeName']
  .map((name) => `<input type="hidden" name="${name}" value="x">`)
  .join('');
const BAIT =
  '<img name="body" src="/assets/line.svg" alt="" hidden><img name="getSelection" src="/assets/line.svg" alt="" hidden>';

/** @param {string} suffix @param {Record<string, string>} headers @returns {Route} */
const route = (suffix, headers) => ({
  path: `/times${broker.path}${suffix}`,
  answer: (visit) => ({
    headers,
    body: times.render(broker, `<form>${CLOBBER}${bodyOf(broker, visit.edition)}</form>${BAIT}`, visit, {
      head: '<script src="/assets/hostile.js"></script>',
    }),
  }),
});

/** @type {Route[]} */
export const hostile = [
  route('', {}),
  route('/strict', {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  }),
];
