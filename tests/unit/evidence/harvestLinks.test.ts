// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { harvestLinks } from '#evidence/harvestLinks.ts';
import { linkKind } from '#evidence/linkKind.ts';

const PAGE = 'https://morning-courier.example/city/dues';

/** The links found for a phrase in one paragraph of an article. */
function harvest(html: string, phrase: string) {
  document.body.innerHTML = html;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.nodeValue ?? '').indexOf(phrase);
    if (at < 0) continue;
    range.setStart(node, at);
    range.setEnd(node, at + phrase.length);
  }
  return harvestLinks(document.body, range, PAGE);
}

const paragraph = `<p>Nobody paid in <a href="https://old.example/">2019</a>. The dues rise by 3.1%,
  <a href="https://stats.gov.example/">a bulletin</a> says, and <a href="/city/vote">the council</a> agreed.
  <a href="https://later.example/">More</a> follows.</p><p><a href="https://elsewhere.example/">Elsewhere</a></p>`;

describe('links of a highlighted sentence', () => {
  it('are those of its own sentence, not of its neighbours', () => {
    expect(harvest(paragraph, 'rise by 3.1%')).toEqual([
      { url: 'https://stats.gov.example/', text: 'a bulletin', place: 'beside', kind: 'other' },
      {
        url: 'https://morning-courier.example/city/vote',
        text: 'the council',
        place: 'beside',
        kind: 'same outlet',
      },
    ]);
  });

  it('inside the highlight come first', () => {
    expect(harvest(paragraph, 'the council').map(({ text, place }) => [text, place])).toEqual([
      ['the council', 'inside'],
      ['a bulletin', 'beside'],
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'mailto:desk@morning-courier.example',
    '#top',
    `${PAGE}#comments`,
    'data:text/html,x',
    'http://',
  ])('never lead to %s', (href) => {
    expect(harvest(`<p>Dues rise, <a href="${href}">they say</a>.</p>`, 'Dues rise')).toEqual([]);
  });

  it('are not told twice', () => {
    const html = '<p><a href="https://a.example/">One</a> and <a href="https://a.example/">two</a> rise.</p>';
    expect(harvest(html, 'rise')).toHaveLength(1);
  });

  it('are none where the highlight stands outside of the article', () => {
    document.body.innerHTML = '<main><p>In</p></main><aside><a href="https://a.example/">Out</a></aside>';
    const range = document.createRange();
    const [main, aside] = [document.querySelector('main'), document.querySelector('aside')];
    if (!main || !aside) throw new Error('The test page is not as written.');
    range.selectNodeContents(aside);
    expect(harvestLinks(main, range, PAGE)).toEqual([]);
  });
});

it.each([
  ['https://m.morning-courier.example/x', 'same outlet'],
  ['https://www.stats.gov/bulletin', 'official'],
  ['https://ministry.gov.uk/paper.pdf', 'official'],
  ['https://doi.org/10.1000/1', 'study'],
  ['https://pubmed.ncbi.nlm.nih.gov/1/', 'study'],
  ['https://curia.europa.eu/case', 'court'],
  ['https://ec.europa.eu/', 'official'],
  ['https://data.city.example/', 'dataset'],
  ['https://a.example/table.csv', 'dataset'],
  ['https://a.example/report.pdf', 'document'],
  ['https://x.com/a/status/1', 'social'],
  ['https://other-paper.example/story', 'other'],
])('%s is %s', (url, kind) => {
  expect(linkKind(url, PAGE)).toBe(kind);
});
