/** @import { Outlet } from '../types.d.ts' */
import { escapeHtml, htmlPage, jsonScript, longDate } from '../html.mjs';
import { canonical, newsArticle } from '../structuredData.mjs';

/** A daily in Japanese, with JSON-LD. @type {Outlet} */
export const shioba = {
  id: 'shioba',
  name: '汐羽新報',
  render(article, body, visit, extra = {}) {
    const url = `${visit.origin}/shioba${article.path}`;
    return htmlPage({
      language: 'ja',
      title: `${article.headline}｜汐羽新報`,
      styles: ['base', 'shioba'],
      bodyClass: 'shioba',
      head: `${canonical(url)}
<meta name="description" content="${escapeHtml(article.deck)}">
${jsonScript(newsArticle(article, url, '汐羽新報', visit))}
${extra.head ?? ''}`,
      body: `
<header class="masthead"><a class="name" href="/shioba/">汐羽新報</a></header>
<nav class="sections" aria-label="分野"><a href="/shioba/#a">社会</a><a href="/shioba/#b">経済</a><a href="/shioba/#c">文化</a></nav>
<main>
<article>
<header>
<p class="kicker">${article.section}</p>
<h1>${article.headline}</h1>
<p class="deck">${article.deck}</p>
<p class="byline">${article.authors.join('、')} <time datetime="${article.published}">${longDate(article.published, 'ja')}</time></p>
</header>
<div class="text">
${body}
</div>
</article>
</main>
<footer class="site-footer"><p>「汐羽新報」は架空の新聞です。人名も地名も数字も、すべて作りごとです。</p></footer>
${extra.foot ?? ''}`,
    });
  },
};
