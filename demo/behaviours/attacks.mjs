/**
 * Pages that mean harm, one attack each: names that clobber, built-ins that lie, far too much of everything, facts
 * that are false or poisoned, addresses that change under the reader's hand.
 */
/** @import { DemoArticle, Route, Visit } from '../types.d.ts' */
import { broker } from '../articles/broker.mjs';
import { bodyOf } from '../editions.mjs';
import { times } from '../outlets/times.mjs';

const FORM_NAMES = [
  'parentNode',
  'parentElement',
  'attributes',
  'textContent',
  'children',
  'childNodes',
  'firstChild',
  'nextSibling',
  'matches',
  'closest',
  'querySelectorAll',
  'getAttribute',
  'nodeName',
  'tagName',
  'ownerDocument',
];
const DOCUMENT_NAMES = [
  'body',
  'head',
  'documentElement',
  'title',
  'URL',
  'cookie',
  'defaultView',
  'createElement',
  'createRange',
  'createTreeWalker',
  'querySelector',
  'querySelectorAll',
  'getSelection',
  'addEventListener',
];

/** @param {string} json */
const linkedData = (json) => `<script type="application/ld+json">${json}</script>`;
/** @param {string} attack */
const script = (attack) => `<script src="/assets/attacks.js" data-attack="${attack}"></script>`;

/** One block of that many characters, that many more blocks, and what breaks readers of them. @param {number} characters @param {number} blocks */
const floodOfData = (characters, blocks) => ({
  head: [
    linkedData(`"${'x'.repeat(characters)}"`),
    linkedData(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    linkedData('{"@type": NewsArticle'),
    linkedData(
      '{"@type":"NewsArticle","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    ),
    ...Array.from({ length: blocks }, (_, number) => linkedData(`{"@type":"Thing","name":"${number}"}`)),
  ].join('\n'),
});

/** Head, text or foot of an attack. @type {Record<string, (body: string) => { head?: string, body?: string, foot?: string }>} */
const ATTACKS = {
  clobber: (body) => ({
    body: `<form>${FORM_NAMES.map((name) => `<input type="hidden" name="${name}" value="x">`).join('')}${body}</form>`,
  }),
  names: () => ({
    foot: DOCUMENT_NAMES.map((name) => `<img name="${name}" alt="" hidden src="/assets/line.svg">`).join(''),
  }),
  patched: () => ({ head: script('patched') }),
  huge: () => ({ foot: script('huge') }),
  restless: () => ({ foot: script('restless') }),
  canonical: () => ({
    head: `<link rel="canonical" href="https://quay.example/somebody-elses-story"><meta property="og:url" content="https://quay.example/somebody-elses-story">`,
  }),
  data: () => floodOfData(20_000_000, 10_000),
  // The same beyond every bound, but not so far that the browser is busy with it.
  someData: () => floodOfData(4_000_000, 2_000),
  headline: () => ({ head: script('headline') }),
  moving: () => ({ head: script('moving') }),
  sandboxed: (body) => ({
    body: `<iframe title="The story" sandbox="allow-scripts" width="600" height="900" srcdoc="${body.replaceAll('"', '&quot;')}"></iframe>`,
  }),
};

/** @type {Route[]} */
export const attacks = Object.entries(ATTACKS).map(([name, dress]) => ({
  path: `/times/attack/${name}`,
  answer: (visit) => {
    /** @type {DemoArticle} */
    const story = { ...broker, path: `/attack/${name}` };
    const text = bodyOf(broker, visit.edition);
    const { body = text, ...extra } = dress(text);
    return times.render(story, body, visit, extra);
  },
}));
