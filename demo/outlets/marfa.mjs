/** @import { Outlet } from '../types.d.ts' */
import { escapeHtml, htmlPage, jsonScript, longDate } from '../html.mjs';
import { canonical, newsArticle } from '../structuredData.mjs';
import { leadPicture } from './parts.mjs';

/** A daily in Arabic, right to left, with JSON-LD. @type {Outlet} */
export const marfa = {
  id: 'marfa',
  name: 'المرفأ',
  render(article, body, visit, extra = {}) {
    const url = `${visit.origin}/marfa${article.path}`;
    return htmlPage({
      language: 'ar',
      title: `${article.headline} | المرفأ`,
      styles: ['base', 'marfa'],
      bodyClass: 'marfa',
      head: `${canonical(url)}
<meta name="description" content="${escapeHtml(article.deck)}">
${jsonScript(newsArticle(article, url, 'المرفأ', visit))}
${extra.head ?? ''}`,
      body: `
<header class="masthead"><a class="name" href="/marfa/">المرفأ</a><p class="motto">جريدة يومية مستقلة</p></header>
<nav class="sections" aria-label="الأقسام"><a href="/marfa/#a">محليات</a><a href="/marfa/#b">اقتصاد</a><a href="/marfa/#c">ثقافة</a><a href="/marfa/#d">رياضة</a></nav>
<main>
<article>
<header>
<p class="kicker">${article.section}</p>
<h1>${article.headline}</h1>
<p class="deck">${article.deck}</p>
<p class="byline">${article.authors.join('، ')} <time datetime="${article.published}">${longDate(article.published, 'ar')}</time></p>
</header>
${leadPicture(article.image)}
<div class="text">
${body}
</div>
</article>
</main>
<footer class="site-footer"><p>«المرفأ» جريدة متخيلة، وما فيها من أسماء وأرقام من نسج الخيال.</p></footer>
${extra.foot ?? ''}`,
    });
  },
};
