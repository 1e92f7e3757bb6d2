/** Word lists of the detector. Each says what it has been seen on; none names an outlet. */

const words = (list: string) => list.split(' ');
const set = (list: string) => new Set(words(list));

/** Whether a text holds one of these words or parts of words. */
export function hasAny(text: string, parts: readonly string[]): boolean {
  for (const part of parts) if (text.includes(part)) return true;
  return false;
}

/** schema.org types of what is no article. */
export const OTHER_TYPES = set(
  'Product ProductGroup QAPage Question DiscussionForumPosting Recipe SoftwareApplication JobPosting Event LocalBusiness Restaurant Hotel FAQPage Course Movie Book ContactPage AboutPage HowTo RealEstateListing AggregateOffer',
);

/** Parts of an `og:type` of what is no article. */
export const THING_TYPES = words('product video profile music book place');

export const AUTHOR_METAS = words(
  'author article:author og:article:author parsely-author sailthru.author cxenseparse:author byl dc.creator',
);

/** Parts of titles of lists, of talk among readers, and of guides. */
export const LIST_TITLE = words('archive latest category tags video photos search');
export const TALK_TITLE = words('forum thread reddit community');
export const GUIDE_TITLE = ['how to ', 'best ', 'guide', 'tips', 'recipe', 'rezept'];

/** Path segments of listings, shops, help and accounts. */
export const SECTION = set(
  'category categories kategorie tag tags topic topics thema themen section sections rubrik author authors autor search suche archive archives page seite video videos gallery photos forum forums shop store product products collections cart login signin register account contact kontakt privacy terms help faq docs wiki hub index',
);
export const STORY = set(
  'article articles artikel articulo articolo artigo story stories nota notas noticia noticias nouvelle news opinion politics politica politika sport sports world business wirtschaft a',
);
/** Path segments of pages where readers talk to each other. */
export const TALK = set(
  'comments t thread threads topic topics r u user users question questions forum forums board discussion',
);
/** Parts of a path that name legal, help and account pages. */
export const LEGAL = words(
  'impressum datenschutz privacy imprint terms- /terms cookie about-us /about kontakt contact legal nutzungsbedingungen faq help- hilfe support login log-in sign-in signin sign-up signup register career jobs',
);
/** Parts of host names. */
export const NEWS_HOST = words(
  'news times post herald tribun journal gazette daily zeitung nachrichten noticias press blatt anzeiger observer telegraph chroni express diario heute rundschau radio guardian today independent standard mirror welt globe mail',
);
export const OTHER_HOST = words(
  '.forum .shop .store .doc .wiki .community .support .help .account .login .developer .api .blog .learn wordpress. blogspot. tumblr. medium. github. substack.',
);

export const GOOD_NAME =
  /article|story|post-|entry-content|artikel|rich-?text|body-?(?:copy|text|content)|news|content__|texto|nota|noticia|paragraph/;
export const BAD_NAME =
  /comment|forum|thread|product|description|legal|privacy|answer|question|reply|review|listing|card|teaser|item/;
/** Parts of a page that are not its text. */
export const ASIDE_NAME =
  /comment|related|sidebar|footer|cookie|consent|teaser|promo|newsletter|\bnav|\bmenu|navigation|contentinfo|complementary/;

/** Words by what they say of a text: it speaks to its readers, of its writer, or tells the day. */
export const WORDING = [
  'you your we our You Your We Our du Sie Ihre wir Wir unsere usted tu vous Vous votre notre',
  'I my me My ich Ich mein meine yo mi je Je mon',
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag lunes martes miércoles jueves viernes lundi mardi mercredi jeudi vendredi lunedì martedì segunda-feira quarta-feira',
];
