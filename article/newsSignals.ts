/** Word lists and expressions of the detector. Each says what it has been seen on; none names an outlet. */

export const NEWS_TYPE =
  /^(?:Reportage|Analysis|AskPublic|Background|Opinion|Review)?NewsArticle$|^LiveBlogPosting$/;
export const OTHER_TYPE =
  /^(?:Product|ProductGroup|QAPage|Question|DiscussionForumPosting|Recipe|SoftwareApplication|JobPosting|Event|LocalBusiness|Restaurant|Hotel|FAQPage|Course|Movie|Book|ContactPage|AboutPage|HowTo|PodcastEpisode|MusicRecording|RealEstateListing|AggregateOffer)$/;

/** Metas that content systems write on single pieces only. */
export const DATE_METAS =
  'article:published_time datepublished date dc.date dc.date.issued dc.date.created dcterms.date dcterms.created pubdate publishdate publish-date publish_date sailthru.date parsely-pub-date cxenseparse:recs:publishtime og:pubdate ptime originalpublicationdate article.published apub:time published published_at displaydate date.issued bt:pubdate'.split(
    ' ',
  );
export const AUTHOR_METAS = 'author article:author parsely-author byl sailthru.author dc.creator'.split(' ');

/** Path segments of listings, shops, help and accounts. */
export const SECTION_SEGMENT =
  /^(?:category|categories|tag|tags|topic|topics|section|sections|author|authors|autor|search|suche|archive|archives|page|seite|kategorie|thema|themen|rubrik|live|video|videos|gallery|galleries|photos|forum|forums|thread|threads|viewtopic|shop|store|product|products|collections|cart|login|signin|register|account|contact|kontakt|impressum|datenschutz|privacy|terms|help|faq|docs|documentation|wiki|hub|index|home)$/;
export const STORY_SEGMENT =
  /^(?:article|articles|artikel|articulo|articolo|story|stories|noticia|noticias|nota|notas|nouvelle|clanek|uutiset|nyheter|news|opinion|politics|politik|politica|sport|sports|world|business|wirtschaft|a)$/;
export const BLOG_SEGMENT =
  /^(?:blog|blogs|post|posts|insights|resources|guides?|how-to|recipes?|rezepte?|learn|tutorials?|reviews?)$/;
export const LEGAL_WORD =
  /impressum|datenschutz|privacy|imprint|terms[-_]|\/terms|\bagb\b|cookie|about-?us|\/about|kontakt|contact|legal|nutzungsbedingungen|faq|help-|hilfe|support|login|signin|signup|register|careers?\b|jobs\b/;
export const NEWS_HOST =
  /news|times|post|herald|tribune|journal|gazette|daily|zeitung|nachrichten|noticias|presse|press|tagblatt|anzeiger|observer|telegraph|chronicle|express|courier|kurier|diario|giornale|tidning|heute|rundschau|radio|guardian|today|report|insider|independent|standard|mirror|echo|bild|welt|tv\b|globe|star\b|sun\b|mail/;
export const OTHER_HOST =
  /(?:^|\.)(?:forums?|shop|store|docs?|wiki|community|support|help|accounts?|login|developers?|api|blog|learn)\.|wordpress\.|blogspot\.|tumblr\.|medium\.com|github\.|substack\./;

/** Section names a newspaper's own navigation links to, as path segments. */
export const DESK =
  /^(?:politics?|politik|politica|politique|polityka|world|welt|ausland|inland|mundo|monde|international|internacional|national|nacional|local|lokales?|regional?e?s?|region|business|wirtschaft|economy|economia|economie|sports?|sport|deportes|opinions?|meinung|opinion|culture|kultur|cultura|entertainment|panorama|society|gesellschaft|sociedad|crime|justice|weather|wetter|obituaries|us-news|us|uk|europe|asia|africa|science|wissen|health|tech|technology|lifestyle|magazin|news|noticias|nachrichten|actualites?|cronaca|kino|motor|finance|markets|elections?)$/;

/** Script hosts that newsrooms, and hardly anyone else, load: audience measurement, recommendation, subscription. */
export const NEWSROOM_SCRIPT =
  /outbrain|taboola|chartbeat|opinary|blueconic|teads|indexww|sail-horizon|piano\.io|tinypass|ioam\.de|iocnt|scorecardresearch|moatads|parsely|cxense|permutive|googletagservices|securepubads|amazon-adsystem|criteo|rubicon|marfeel|poool|steadyhq|cleverpush|onesignal|skimresources|plista|quantserve|k5a\.io|arcpublishing|brightcove|jwplayer/;

export const GOOD_NAME =
  /article|story|post-|entry-content|artikel|rich-?text|body-?(?:copy|text|content)|news|content__|texto|nota|noticia|paragraph/;
export const BAD_NAME =
  /comment|forum|thread|product|description|legal|privacy|answer|question|reply|review|listing|card|teaser|item/;
/** Parts of a page that are not its text. */
export const ASIDE_NAME =
  /comment|related|sidebar|footer|cookie|consent|teaser|promo|newsletter|\bnav|\bmenu|navigation|contentinfo|complementary/;
export const DATE_NAME =
  /publish|dateline|timestamp|pubdate|(?:article|post|entry|story)[-_]{0,2}date|\bdate\b/;
export const SHARE_NAME = /share|social/;
export const CART_NAME = /add-to-cart|addtocart|cart|basket|checkout|price|preis/;
export const FORUM_NAME = /postbody|topictitle|question-header|p-body|\bthread|\bposter|signature|\bvote/;
