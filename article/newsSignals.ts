/** Word lists and expressions of the detector. Each says what it has been seen on; none names an outlet. */

export const NEWS_TYPE =
  /^(?:Reportage|Analysis|AskPublic|Background|Opinion|Review)?NewsArticle$|^LiveBlogPosting$/;
export const OTHER_TYPE =
  /^(?:Product(?:Group)?|QAPage|Question|DiscussionForumPosting|Recipe|SoftwareApplication|JobPosting|Event|LocalBusiness|Restaurant|Hotel|FAQPage|Course|Movie|Book|ContactPage|AboutPage|HowTo|RealEstateListing|AggregateOffer)$/;

/** Metas that content systems write on single pieces only. */
export const DATE_META =
  /publish|pub-?date|(?:^|[.:])date(?:published|\.(?:issued|created))?$|^ptime$|sailthru\.date|terms\.created/;
export const AUTHOR_META = /author$|^byl$|dc\.creator/;

/** Path segments of listings, shops, help and accounts. */
export const SECTION_SEGMENT =
  /^(?:categor(?:y|ies)|tags?|topics?|sections?|authors?|autor|search|suche|archives?|page|seite|kategorie|thema|themen|rubrik|videos?|galler(?:y|ies)|photos|forums?|threads?|viewtopic|shop|store|products?|collections|cart|login|signin|register|account|contact|kontakt|impressum|datenschutz|privacy|terms|help|faq|docs|documentation|wiki|hub|index|home)$/;
export const STORY_SEGMENT =
  /^(?:articles?|artikel|arti[ck]ol?o|story|stories|not(?:icia|a)s?|nouvelle|news|opinion|politics|politi[kc]a?|sports?|world|business|wirtschaft|a)$/;
export const BLOG_SEGMENT =
  /^(?:blog|blogs|post|posts|insights|resources|guides?|how-to|recipes?|rezepte?|learn|tutorials?|reviews?)$/;
export const LEGAL_WORD =
  /impressum|datenschutz|privacy|imprint|terms[-_]|\/terms|\bagb\b|cookie|about-?us|\/about|kontakt|contact|legal|nutzungsbedingungen|faq|help-|hilfe|support|log-?in|sign-?in|sign-?up|register|careers?\b|jobs\b/;
export const NEWS_HOST =
  /news|times|post|herald|tribun|journal|gazette|daily|zeitung|nachrichten|noticias|press|blatt|anzeiger|observer|telegraph|chroni|express|[ck]urier|diario|giornale|tidning|heute|rundschau|radio|guardian|today|report|insider|independent|standard|mirror|echo|bild|welt|tv\b|globe|star\b|sun\b|mail/;
export const OTHER_HOST =
  /(?:^|\.)(?:forums?|shop|store|docs?|wiki|community|support|help|accounts?|login|developers?|api|blog|learn)\.|wordpress\.|blogspot\.|tumblr\.|medium\.com|github\.|substack\./;

/** Section names a newspaper's own navigation links to, as path segments. */
export const DESK =
  /^(?:politi\w+|world|welt|ausland|inland|mundo|monde|(?:inter)?na[ct]ional|lokal\w*|local|region\w*|business|wirtschaft|econom\w+|sports?|deportes|opinions?|meinung|[ck]ultur[ae]?l?|culture|entertainment|panorama|society|gesellschaft|sociedad|crime|justice|weather|wetter|obituaries|us|uk|europe|asia|africa|science|wissen|health|tech|technology|lifestyle|magazin|news|noticias|nachrichten|actualites?|cronaca|finance|markets|elections?)$/;

/** Script hosts that newsrooms, and hardly anyone else, load: audience measurement, recommendation, subscription. */
export const NEWSROOM_SCRIPT =
  /outbrain|taboola|chartbeat|blueconic|teads|indexww|piano\.io|tinypass|ioam\.de|scorecardresearch|moatads|parsely|cxense|permutive|googletagservices|securepubads|amazon-adsystem|criteo|cleverpush|onesignal|quantserve|brightcove|jwplayer/;

export const GOOD_NAME =
  /article|story|post-|entry-content|artikel|rich-?text|body-?(?:copy|text|content)|news|content__|texto|nota|noticia|paragraph/;
export const BAD_NAME =
  /comment|forum|thread|product|description|legal|privacy|answer|question|reply|review|listing|card|teaser|item/;
/** Parts of a page that are not its text. */
export const ASIDE_NAME =
  /comment|related|sidebar|footer|cookie|consent|teaser|promo|newsletter|\bnav|\bmenu|navigation|contentinfo|complementary/;
