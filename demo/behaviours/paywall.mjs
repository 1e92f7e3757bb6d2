/** Three paragraphs for everyone, the rest at the same address after log-in (any name will do). */
/** @import { Route } from '../types.d.ts' */
import { rent } from '../articles/rent.mjs';
import { bodyOf } from '../editions.mjs';
import { jsonScript } from '../html.mjs';
import { times } from '../outlets/times.mjs';

const PATH = `/times${rent.path}`;
const FREE_BLOCKS = 3;
const WALL = `<form class="wall" method="post" action="/times/login"><p><strong>This story is for subscribers.</strong></p><label>Name <input name="name" autocomplete="off"></label><button>Log in</button></form>`;

/** @type {Route[]} */
export const paywall = [
  {
    path: PATH,
    answer: (visit) => {
      const blocks = bodyOf(rent, visit.edition).split('\n');
      const known = visit.cookies.subscriber === 'yes';
      const body = known ? blocks.join('\n') : `${blocks.slice(0, FREE_BLOCKS).join('\n')}\n${WALL}`;
      const head = jsonScript({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: rent.headline,
        isAccessibleForFree: false,
        hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.text' },
      });
      return times.render(rent, body, visit, { head });
    },
  },
  {
    path: '/times/login',
    answer: () => ({
      status: 303,
      headers: { location: PATH, 'set-cookie': 'subscriber=yes; Path=/; SameSite=Lax' },
      body: '',
    }),
  },
  {
    path: '/times/logout',
    answer: () => ({
      status: 303,
      headers: { location: PATH, 'set-cookie': 'subscriber=; Path=/; Max-Age=0' },
      body: '',
    }),
  },
];
