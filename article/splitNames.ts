import { cleanText, keyOf, wordsIn } from './cleanText.ts';
import { hasAny } from './newsSignals.ts';

// Each of the long patterns takes up to seven milliseconds to compile, so what it can't do without is looked for first.

const BY =
  /^(?:(?:written|words|story|text|texte|report(?:ed|ing)?|edited|posted|published|publicado|verfasst)\s+)?(?:by|von|vom|por|par|di|av|af|door|da|autor(?:in|es|a)?|author|redaktion|redacción|text|фото|автор)\s*:?\s+/i;
const NO_NAME =
  /^https?:|^@|^\S+@\S+|[{}<>]|^\d|facebook\.com|^(?:bio|by|von|por|par|view|more)$|^zur? |\b(?:admin(?:istrator)?|webmaster|undefined|null|unknown|anonymous)\b|\b(?:comments?|share|follow|subscribe|updated|published|publicado|veröffentlicht|minutes?|posts|beiträge|read more)\b/i;
/** What buttons say and where they lead: words that no name consists of. */
const ACTIONS = new Set(
  (
    'twitter facebook whatsapp instagram linkedin pinterest reddit telegram tiktok youtube bluesky mastodon threads xing ' +
    'snapchat flipboard x rss email mail e print pdf link copy save share sharing tweet post follow following subscribe ' +
    'newsletter bookmark listen comment comments login register menu search close open more read all posts view profile ' +
    'contact donate on via to us me this article teilen merken drucken folgen abonnieren kommentar kommentare vorlesen ' +
    'anhören partager imprimer suivre enregistrer compartir imprimir seguir guardar condividi stampa segui dela skriv ut'
  ).split(' '),
);
/** What a name must hold for NO_NAME to be asked, in lower case. */
const NO_NAME_SIGN = /^(?:\d|zur? |(?:bio|by|von|por|par|view|more)$)|[@{}<>]|https?:|facebook\.com/;
const NO_NAME_WORDS =
  'admin webmaster undefined null unknown anonymous comment share follow subscribe updated publi veröffentlicht minute posts beiträge read'.split(
    ' ',
  );
/** From here on a line names who made the picture. */
const CREDIT =
  /\s*[[({]?\s*(?<!\p{L})(?:(?:main |lead |header |top |cover )?(?:image|photo|picture|photograph|illustration|graphic|video|bild|foto|fotos|grafik|photographie|crédit|imagen|immagine)s?(?: (?:credit|source|by|courtesy|von|de|par)s?)?|(?:photo |picture )?credits?|quelle|©|copyright)\s*(?::|©|\/).*$/iu;
/** Agencies that give pictures only. */
const PICTURES = new Set(
  'getty;getty images;shutterstock;istock;istockphoto;picture alliance;picture-alliance;imago;imago images;unsplash;pixabay;alamy;alamy stock photo;adobestock;adobe stock;depositphotos;dreamstime;pexels;flickr;wikimedia;wikimedia commons'.split(
    ';',
  ),
);
/** The address of a site is the outlet's name, if any. */
const SITE =
  /^(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|org|net|info|news|tv|eu|de|at|ch|fr|co\.uk|uk|es|it|nl|be|se|no|dk|fi|pl|cz|ru|ca|com\.au|us|br|in|example)(?:,\s.*)?$/iu;
const ROLE =
  /,?\s+(?:(?:senior|chief|staff|political|economics?|business|foreign|digital|sports?|technology|science|health|news|associate|managing|deputy|executive|contributing|special)\s+)*(?:correspondent|reporter|editor|writer|columnist|redakteur(?:in)?|journalist|contributor|producer|in (?:Berlin|London|Paris|Washington|New York|Brussels|Brüssel|Moscow|Moskau|Wien|Zürich))\b.*$/i;
/** What ROLE ends with, in lower case. */
const ROLES =
  'correspondent;reporter;editor;writer;columnist;redakteur;journalist;contributor;producer; in '.split(';');
/** Agencies stand behind a name like a place does, and are named; the place is not. */
const AGENCY = /[,/]\s*(dpa|afp|ap|reuters|sda|apa|sid|epd|kna|efe|ansa|tass|xinhua|pa)(?=$|[,/;])/gi;
const JOINTS =
  /\s*[;|/•·]\s*|\s+(?:and|und|y|et|e|og|och|en|ja|with|mit|&)\s+(?=[^a-zß-ÿ\s])|,\s*(?:and\s+)?(?=[^a-zß-ÿ\s\d][^\s,]*\s+[^\s\d])|\s*[、，]\s*/;
const MOST_NAMES = 15;

/** Names of people or agencies in texts of bylines, each once, without "By", roles, places, handles and addresses. */
export function splitNames(texts: string[], outlet: string[]): string[] {
  const names = new Map<string, string>();
  for (const text of texts.slice(0, MOST_NAMES)) {
    if (/^\s*(?:https?:|@|\S+@\S+\s*$)/.test(text)) continue;
    const clean = cleanText(text, 400);
    const line = (/[:©/]/.test(clean) ? clean.replace(CREDIT, '') : clean)
      .replace(BY, '')
      .replace(AGENCY, '; $1');
    for (const part of line.split(JOINTS)) {
      const name = bareName(part, outlet);
      if (name.length < 2 || name.length > 70 || isNoName(name)) continue;
      if (!names.has(keyOf(name))) names.set(keyOf(name), name);
    }
  }
  // "Ylva Brandt" and "Ylva Brandt is a reporter": the longer one is about her.
  const all = [...names.values()];
  return all.filter((name) => !all.some((other) => name.startsWith(`${other} `))).slice(0, MOST_NAMES);
}

const isNoName = (name: string): boolean => {
  const lower = name.toLowerCase();
  if ((NO_NAME_SIGN.test(lower) || hasAny(lower, NO_NAME_WORDS)) && NO_NAME.test(name)) return true;
  if (PICTURES.has(lower) || (/^[^\s,]+\.[^\s,]+(?:,|$)/.test(name) && SITE.test(name))) return true;
  return wordsIn(lower).every((word) => ACTIONS.has(word));
};

function bareName(part: string, outlet: string[]): string {
  const begun = part.replace(BY, '').replace(/\s+(?:@\w+|\S+@\S+\.\w+).*$/, '');
  let name = (hasAny(begun.toLowerCase(), ROLES) ? begun.replace(ROLE, '') : begun)
    .replace(/(?<=\S\s.*),\s*[^\s\d,;:.()]+$/, '')
    .replace(/\s*\([^)]*\)\s*$|[\s,–—-]+$|^[\s,]+/g, '')
    .trim();
  // "Anna Muster Tidewater Courier": the outlet stands behind the name.
  for (const own of outlet)
    if (own.length > 3 && name.length > own.length + 5 && name.endsWith(` ${own}`))
      name = name.slice(0, -own.length).trim();
  return name;
}
