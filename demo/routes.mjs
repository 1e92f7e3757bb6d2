/** Every address of the demo site, with what answers it. README.md has the same table in words. */
/** @import { DemoArticle, Outlet, Route } from './types.d.ts' */
import { barrier } from './articles/barrier.mjs';
import { bees } from './articles/bees.mjs';
import { cinema } from './articles/cinema.mjs';
import { ferryJapanese } from './articles/ferry-ja.mjs';
import { hospital } from './articles/hospital.mjs';
import { strike } from './articles/strike.mjs';
import { tram } from './articles/tram.mjs';
import { waterArabic } from './articles/water-ar.mjs';
import { attacks } from './behaviours/attacks.mjs';
import { delivered } from './behaviours/delivered.mjs';
import { embedded } from './behaviours/embedded.mjs';
import { hostile } from './behaviours/hostile.mjs';
import { liveBlog } from './behaviours/liveBlog.mjs';
import { paywall } from './behaviours/paywall.mjs';
import { singlePage } from './behaviours/singlePage.mjs';
import { variants } from './behaviours/variants.mjs';
import { bodyOf, headed } from './editions.mjs';
import { fronts } from './fronts.mjs';
import { courier } from './outlets/courier.mjs';
import { gazette } from './outlets/gazette.mjs';
import { marfa } from './outlets/marfa.mjs';
import { meridian } from './outlets/meridian.mjs';
import { observer } from './outlets/observer.mjs';
import { shioba } from './outlets/shioba.mjs';
import { times } from './outlets/times.mjs';

/** @param {Outlet} outlet @param {DemoArticle} article @param {string} [foot] @returns {Route} */
const articleRoute = (outlet, article, foot) => ({
  path: `/${outlet.id}${article.path}`,
  answer: (visit) =>
    outlet.render(
      headed(article, visit.edition),
      bodyOf(article, visit.edition),
      visit,
      foot ? { foot } : {},
    ),
});

/** @type {Route[]} */
export const routes = [
  ...fronts,
  articleRoute(courier, tram),
  articleRoute(gazette, strike),
  articleRoute(observer, hospital),
  articleRoute(meridian, barrier),
  articleRoute(marfa, waterArabic),
  articleRoute(shioba, ferryJapanese),
  articleRoute(times, bees),
  articleRoute(times, cinema, '<script src="/assets/rerender.js"></script>'),
  ...variants,
  ...delivered,
  ...embedded,
  ...singlePage,
  ...liveBlog,
  ...paywall,
  ...hostile,
  ...attacks,
];
