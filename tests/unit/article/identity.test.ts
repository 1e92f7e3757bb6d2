import { describe, expect, it } from 'vitest';
import { articleAddresses } from '#article/articleAddresses.ts';

/** A page: its address, and after a space the canonical address it names, if any. */
type Pair = [string, string];

const meet = ([a, b]: Pair) => {
  const of = (page: string) => {
    const [url = '', canonical] = page.split(' ');
    return articleAddresses(url, canonical ?? null);
  };
  const other = of(b);
  return of(a).some((address) => other.includes(address));
};

const STORY = 'https://www.harbour-courier.example/politics/mayor-defends-new-ferry-contract-48213377';
const DATED = 'https://tidewater.example/2024/05/17/river-level-falls-below-record';
const ID = 'https://www.nordlicht-blatt.example/artikel/2209881.html';
const QUERY = 'https://gazette.example/story.php?id=81233';

const SAME: Pair[] = [
  // tracking parameters
  [STORY, `${STORY}?utm_source=newsletter&utm_medium=email&utm_campaign=am`],
  [STORY, `${STORY}?fbclid=IwAR0abc`],
  [STORY, `${STORY}?gclid=x&dclid=y&gbraid=z`],
  [STORY, `${STORY}?at_medium=RSS&at_campaign=rss`],
  [STORY, `${STORY}?smid=tw-share&unlocked_article_code=1.xY`],
  [STORY, `${STORY}?wt_mc=rss.red.ho`],
  [STORY, `${STORY}?mc_cid=1&mc_eid=2`],
  [STORY, `${STORY}?xtor=AL-72`],
  [STORY, `${STORY}?cmpid=social&ncid=twitter`],
  [STORY, `${STORY}?__twitter_impression=true`],
  [STORY, `${STORY}?ocid=feed&cvid=9f&pgtype=article`],
  [STORY, `${STORY}?srsltid=Af&gad_source=1`],
  [STORY, `${STORY}?_ga=2.1.3&_gl=1*x`],
  [STORY, `${STORY}?msclkid=a&ttclid=b&twclid=c&yclid=d`],
  [STORY, `${STORY}?igshid=abc`],
  [STORY, `${STORY}?UTM_Source=Mail`],
  [STORY, `${STORY}?ref=homepage`],
  [STORY, `${STORY}?source=twitter&from=app`],
  [STORY, `${STORY}?hsCtaTracking=1&_hsenc=2&_hsmi=3`],
  [STORY, `${STORY}?itm_source=parsely-api&itm_campaign=x`],
  [STORY, `${STORY}?pk_campaign=x&mtm_keyword=y`],
  [STORY, `${STORY}?dicbo=v2-1&obOrigUrl=true`],
  [QUERY, `${QUERY}&utm_source=x`],
  [QUERY, 'https://gazette.example/story.php?utm_term=q&id=81233'],
  ['https://gazette.example/s?a=1&b=2', 'https://gazette.example/s?b=2&a=1'],
  // spelling
  [STORY, STORY.replace('https', 'http')],
  [STORY, `${STORY}/`],
  [STORY, STORY.replace('www.', '')],
  [STORY, STORY.replace('www.harbour-courier.example', 'WWW.Harbour-Courier.EXAMPLE')],
  [STORY, `${STORY}#comments`],
  [STORY, `${STORY}#:~:text=ferry%20contract`],
  [STORY, STORY.replace('.example/', '.example:443/')],
  [STORY, STORY.replace('https://', 'https://reader:secret@')],
  [STORY, STORY.replace('.example/politics', '.example//politics')],
  [STORY, STORY.replace('.example/', '.example./')],
  [
    'https://gazette.example/caf%c3%a9-strike-hits-old-town',
    'https://gazette.example/caf%C3%A9-strike-hits-old-town',
  ],
  [
    'https://gazette.example/caf%C3%A9-strike-hits-old-town',
    'https://gazette.example/café-strike-hits-old-town',
  ],
  ['https://gazette.example/a%7Eb-long-story-of-towns', 'https://gazette.example/a~b-long-story-of-towns'],
  ['https://spa.example/#/story/81233', 'https://spa.example/#/story/81233/'],
  [DATED, `${DATED}/index.html`],
  // AMP
  [STORY, `${STORY}/amp`],
  [STORY, `${STORY}/amp/`],
  [STORY, `${STORY}?amp=1`],
  [STORY, `${STORY}?amp`],
  [STORY, `${STORY}?outputType=amp`],
  [STORY, STORY.replace('www.', 'amp.')],
  [STORY, STORY.replace('.example/', '.example/amp/')],
  [STORY, `${STORY}.amp`],
  [ID, ID.replace('.html', '.amp.html')],
  [ID, ID.replace('.html', '-amp.html')],
  [STORY, `https://www.google.com/amp/s/${STORY.slice(8)}`],
  [STORY, `https://www.google.de/amp/s/${STORY.slice(8)}/amp/`],
  [STORY, `https://www-harbour--courier-example.cdn.ampproject.org/c/s/${STORY.slice(8)}/amp`],
  [
    STORY,
    `https://www-harbour--courier-example.cdn.ampproject.org/v/s/${STORY.slice(8)}?amp_js_v=0.1&usqp=mq331`,
  ],
  [`${STORY}/amp ${STORY}`, STORY],
  [`https://amp.harbour-courier.example/p/48213377 ${STORY}`, STORY],
  // mobile and print
  [STORY, STORY.replace('www.', 'm.')],
  [STORY, STORY.replace('www.', 'mobile.')],
  [STORY, `${STORY}?m=1`],
  [STORY, `${STORY}?print=1`],
  [STORY, `${STORY}?view=print`],
  [STORY, `${STORY}/print`],
  [STORY, STORY.replace('.example/', '.example/print/')],
  [STORY, `${STORY}?share=facebook`],
  [STORY, `${STORY}?output=print`],
  [`https://m.nordlicht-blatt.example/a/2209881 ${ID}`, ID],
  [`https://nordlicht-blatt.example/druck/2209881 ${ID}`, ID],
  // redirects and shares
  [STORY, `https://l.facebook.com/l.php?u=${encodeURIComponent(`${STORY}?fbclid=9`)}&h=AT0`],
  [STORY, `https://www.google.com/url?q=${encodeURIComponent(STORY)}&sa=U`],
  [STORY, `https://www.google.com/url?sa=t&url=${encodeURIComponent(STORY)}`],
  [STORY, `https://out.reddit.com/?url=${encodeURIComponent(STORY)}`],
  [STORY, `https://t.umblr.com/redirect?z=${encodeURIComponent(STORY)}&t=x`],
  [STORY, `https://getpocket.com/redirect?url=${encodeURIComponent(STORY)}`],
  [STORY, `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(STORY)}&data=x`],
  // parts
  [STORY, `${STORY}?page=2`],
  [STORY, `${STORY}?page=all`],
  [ID, `${ID}?seite=3`],
  [STORY, `${STORY}/page/2`],
  ['https://gazette.example/the-long-road-to-the-sea', 'https://gazette.example/the-long-road-to-the-sea/2'],
  // canonical addresses
  [
    'https://gazette.example/nature/city-bees https://gazette.example/2026/11/why-city-bees-thrive',
    'https://gazette.example/2026/11/why-city-bees-thrive',
  ],
  [
    `${QUERY} https://gazette.example/81233/bridge-reopens-after-storm`,
    'https://gazette.example/81233/bridge-reopens-after-storm',
  ],
  [
    `https://gazette.example/?p=5512 https://gazette.example/2024/05/bridge-reopens-after-storm`,
    'https://gazette.example/2024/05/bridge-reopens-after-storm',
  ],
  [
    `https://gazette.example/local/bridge-reopens-after-storm https://gazette.example/news/bridge-reopens-after-storm`,
    'https://gazette.example/news/bridge-reopens-after-storm',
  ],
  [
    `https://sport.gazette.example/cup-final-ends-in-a-draw-9912345 https://www.gazette.example/sport/cup-final-ends-in-a-draw-9912345`,
    'https://gazette.example/sport/cup-final-ends-in-a-draw-9912345',
  ],
  [
    'https://gazette.example/article/us-harbours/ferry-runs-again-after-repairs-idGZKBN1XT00W https://gazette.example/article/us-harbours-idGZKBN1XT00W',
    'https://gazette.example/article/us-harbours-idGZKBN1XT00W',
  ],
  [
    'https://gazette.example/show.do?ferry_runs_again_after_repairs&objectId=1503302 https://gazette.example/ferry_runs_again_after_repairs_n1503302',
    'https://gazette.example/ferry_runs_again_after_repairs_n1503302',
  ],
  [
    'https://gazette.example/local/ferry-runs-again-after-repairs-1503302 https://gazette.example/local/islands-have-their-boat-back-1503302',
    'https://gazette.example/local/islands-have-their-boat-back-1503302',
  ],
  [
    'https://gazette.example/texts/harbour.html;jsessionid=4F2AB03C9D https://gazette.example/texts/harbour.html',
    'https://gazette.example/texts/harbour.html',
  ],
  // a broken canonical must not split one page from itself
  [`${STORY} https://www.harbour-courier.example/`, STORY],
  [`${STORY} https://other.example/x`, STORY],
  [`${STORY} not a url`, STORY],
];

const OTHER = 'https://www.harbour-courier.example/politics/council-rejects-harbour-plan-48213999';
const HOME = 'https://www.harbour-courier.example/';

const DIFFERENT: Pair[] = [
  // What an endless page left in its head from the story before; two words are not its short form.
  [
    'https://gazette.example/nature/city-bees https://gazette.example/people/last-lighthouse-keeper',
    'https://gazette.example/people/last-lighthouse-keeper',
  ],
  [STORY, OTHER],
  [STORY, HOME],
  [STORY, 'https://www.harbour-courier.example/politics'],
  [STORY, STORY.replace('48213377', '48213378')],
  [STORY, STORY.replace('harbour-courier', 'harbor-courier')],
  [STORY, STORY.replace('harbour-courier.example', 'harbour-courier.test')],
  [QUERY, 'https://gazette.example/story.php?id=81234'],
  [QUERY, 'https://gazette.example/story.php'],
  ['https://gazette.example/index.php?article=5', 'https://gazette.example/index.php?article=6'],
  ['https://gazette.example/?p=5', 'https://gazette.example/?p=6'],
  ['https://gazette.example/story?page=market-falls', 'https://gazette.example/story?page=market-rises'],
  ['https://gazette.example/news?page=2', 'https://gazette.example/sport?page=2'],
  ['https://gazette.example/read?s=101', 'https://gazette.example/read?s=102'],
  ['https://gazette.example/read?t=101', 'https://gazette.example/read?t=102'],
  ['https://gazette.example/view?cid=7', 'https://gazette.example/view?cid=8'],
  ['https://spa.example/#/story/1', 'https://spa.example/#/story/2'],
  ['https://spa.example/#!/a', 'https://spa.example/#!/b'],
  [DATED, DATED.replace('/17/', '/18/')],
  [DATED, DATED.replace('river-level', 'water-level')],
  [ID, ID.replace('2209881', '2209882')],
  ['https://gazette.example/sport/page/2', 'https://gazette.example/sport'],
  ['https://gazette.example/live/1', 'https://gazette.example/live/2'],
  ['https://gazette.example/budget-explained/2', 'https://gazette.example/budget-explained/3'],
  ['https://gazette.example/Story-A', 'https://gazette.example/story-a'],
  [
    'https://anna.blogspot.com/2024/05/a-day-at-the-sea.html',
    'https://berta.blogspot.com/2024/05/a-day-at-the-sea.html',
  ],
  ['https://anna.github.io/notes', 'https://berta.github.io/notes'],
  ['https://news.example.co.uk/a-b-c-d', 'https://news.example.org.uk/a-b-c-d'],
  [
    'https://de.gazette.example/bridge-reopens-after-storm',
    'https://fr.gazette.example/bridge-reopens-after-storm',
  ],
  ['https://gazette.example:8080/a', 'https://gazette.example:9090/a'],
  ['https://gazette.example/amp', 'https://gazette.example/'],
  ['https://gazette.example/print/5', 'https://gazette.example/5'],
  ['https://gazette.example/amp/about', 'https://gazette.example/about'],
  // what a single-page site leaves in its head, and templates that name the next or the first of a series
  [
    'https://gazette.example/world/your-morning-briefing-for-friday https://gazette.example/world/your-morning-briefing-for-thursday',
    'https://gazette.example/world/your-morning-briefing-for-thursday',
  ],
  [
    'https://gazette.example/local/ferry-runs-again-after-repairs-2 https://gazette.example/local/ferry-runs-again-after-repairs',
    'https://gazette.example/local/ferry-runs-again-after-repairs',
  ],
  [
    'https://gazette.example/elem/000/428/428292 https://gazette.example/elem/001/848/1848409',
    'https://gazette.example/elem/001/848/1848409',
  ],
  [
    'https://gazette.example/athletics/relay-final-4x400meter-men-in-oslo https://gazette.example/athletics/relay-heats-4x400meter-women-in-rome',
    'https://gazette.example/athletics/relay-heats-4x400meter-women-in-rome',
  ],
  // wrong canonicals must not merge
  [`${STORY} ${HOME}`, `${OTHER} ${HOME}`],
  [`${STORY} ${HOME}index.html`, `${OTHER} ${HOME}index.html`],
  [`${STORY} ${HOME}politics`, `${OTHER} ${HOME}politics`],
  [`${STORY} ${HOME}en`, `${OTHER} ${HOME}en`],
  [`${STORY} ${HOME}en/`, `${OTHER} ${HOME}en/`],
  [`${STORY} ${OTHER}`, OTHER],
  [
    `${QUERY} https://gazette.example/story.php`,
    'https://gazette.example/story.php?id=9 https://gazette.example/story.php',
  ],
  [`${STORY} https://aggregator.example/item/1`, `${OTHER} https://aggregator.example/item/1`],
  [
    'https://anna.blogspot.com/a-b-c-d https://berta.blogspot.com/a-b-c-d',
    'https://berta.blogspot.com/a-b-c-d',
  ],
  ['https://a.example.co.uk/x-y-z-w https://other.co.uk/x-y-z-w', 'https://other.co.uk/x-y-z-w'],
  [
    `https://spa.example/#/story/1 https://spa.example/`,
    'https://spa.example/#/story/2 https://spa.example/',
  ],
  [`${STORY} javascript:alert(1)`, `${OTHER} javascript:alert(1)`],
  [`${STORY} data:text/html,x`, `${OTHER} data:text/html,x`],
  [
    `${DATED} https://tidewater.example/2024/05/17`,
    `https://tidewater.example/2024/05/17/storm-warning-for-the-coast https://tidewater.example/2024/05/17`,
  ],
];

describe('one article, many addresses', () => {
  it.each(SAME)('%s is %s', (a, b) => expect(meet([a, b])).toBe(true));
});

describe('different articles are never merged', () => {
  it.each(DIFFERENT)('%s is not %s', (a, b) => expect(meet([a, b])).toBe(false));
});

it('has at least 120 pairs', () => {
  expect(SAME.length + DIFFERENT.length).toBeGreaterThanOrEqual(120);
});
