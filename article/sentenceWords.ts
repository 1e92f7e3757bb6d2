/** What is known of the words of a language around the end of a sentence. Words are divided by blanks. */
export interface SentenceWords {
  /** Stand before a name or a noun and never end a sentence: “Mr.”. */
  titles: Set<string>;
  /** Belong to a number that follows: “No. 3”, “Nov. 1”. */
  counted: Set<string>;
  /** May end a sentence or not: “Inc.”. They do where a word follows that begins sentences. */
  open: Set<string>;
  /** Capitalised words that begin sentences and are no part of a name. */
  starters: Set<string>;
  /** A number with a full stop may be an ordinal: “am 3. Oktober”. */
  ordinals: boolean;
}

/** The same as they are written down: words divided by blanks. Read where they are asked for, so that scripts that never do carry none. */
type Written = Record<keyof Omit<SentenceWords, 'ordinals'>, string> & Pick<SentenceWords, 'ordinals'>;

const words = (text: string): Set<string> => new Set(text.split(/\s+/).filter(Boolean));

const TIMES = 'a.m p.m am pm';

const ENGLISH_STARTERS =
  'The A An He She It They We You I This That These Those There Here His Her Its Their Our My Your In On At But And Or Nor So If When Whenever While After Afterwards Before As For From By With Within Without To Of Some Many Most All Both Each Every Any Another Others Other Several Few Meanwhile However Still Then Now Yet Not No One Two Three What Who Why How Where Which Also Under Over Since During Until Unless Although Though Because Despite Instead Perhaps Maybe Today Yesterday Tomorrow Later Earlier Once Only Even Just Such Nobody Nothing Everyone Someone Anyone Is Are Was Were Has Have Had Do Does Did Can Could Will Would Should May Might Police Officials According';

const ENGLISH: Written = {
  titles:
    'mr mrs ms mx dr prof messrs gen sen rep reps sens gov lt col sgt capt cpl pvt maj adm cmdr rev fr hon pres supt det insp amb atty asst assoc mt ft vs v viz cf e.g i.e eg ie approx ca',
  counted:
    'no nos p pp fig figs vol vols ch sec art para eq app ver jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ext',
  open: `inc co corp ltd llc plc bros jr sr st ave blvd rd ln ct sq etc al est dept univ assn bldg ste min max hr hrs sec mins oz lb lbs ft in yd mi km ph.d m.d b.a m.a d.c u.s u.k u.n e.u d.phil esq ret ${TIMES}`,
  starters: ENGLISH_STARTERS,
  ordinals: false,
};

const GERMAN: Written = {
  titles:
    'dr prof hr hrn fr frl dipl ing med jur phil rer nat habil st vgl bzw ca evtl ggf sog insb inkl exkl zzgl zz z.b d.h u.u i.d.r z.t s.o s.u m.e o.g a.d v.a z.zt bspw insg bzgl gem geb gest verh röm kath ev alias max min',
  counted:
    'nr art abs bd s kap abb tab anm zif ziff rn az jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa so',
  open: 'usw etc ff f u.a o.ä u.ä mio mrd tsd str co inc ltd gmbh corp ag e.v jh jhd std sek min stk uvm',
  starters:
    'Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Er Sie Es Wir Ihr Ich Du Dies Diese Dieser Dieses Diesen Jene Im In Am An Auf Aus Bei Beim Mit Nach Von Vom Vor Zu Zum Zur Für Gegen Über Unter Um Ohne Seit Bis Durch Wegen Trotz Aber Und Oder Doch Denn Dann Da Dabei Damit Dort Hier Heute Gestern Morgen Jetzt Nun So Auch Nur Noch Schon Wenn Weil Während Als Ob Obwohl Wer Was Wie Wo Warum Wann Kein Keine Nicht Man Alle Viele Manche Einige Mehrere Andere Laut Zwar Allerdings Jedoch Deshalb Daher Zudem Außerdem Danach Zuvor Später Sein Seine Ihre Unser Ist Sind War Hat Haben Hatte Wird Wurde Kann',
  ordinals: true,
};

const FRENCH: Written = {
  titles:
    'm mm mme mmes mlle mlles dr pr me mgr st ste cf p.ex ex vs env apr av j.-c c.-à-d chap éd gén col cap lt',
  counted: 'no n p pp art al vol t fig janv févr avr juil sept oct nov déc tél ch',
  open: 'etc cie s.a sarl av bd bld fg hab min max éd coll',
  starters:
    'Le La Les L Un Une Des Du De D Il Elle Ils Elles On Nous Vous Je Tu Ce Cet Cette Ces C Son Sa Ses Leur Leurs Notre Nos Mon Ma Mes En Dans Sur Sous Par Pour Avec Sans Chez À Au Aux Après Avant Depuis Pendant Selon Mais Et Ou Donc Or Ni Car Si Quand Lorsque Comme Puis Ensuite Enfin Alors Aussi Ainsi Cependant Pourtant Toutefois Hier Demain Aujourd Ici Là Qui Que Quoi Où Pourquoi Comment Quel Quelle Rien Personne Tous Toutes Plusieurs Certains Quelques Deux Trois D’autres Ne Malgré Entre Vers Contre',
  ordinals: false,
};

const SPANISH: Written = {
  titles:
    'sr sra srs sres sras srta dr dra dres prof profa d dª dña lic ing arq gral cnel cap tte mons pbro fr sto sta sn ud uds vd vds cf vs p.ej aprox ee rr ff',
  counted:
    'no nº núm n pág págs p pp art arts vol cap fig tel ene feb mar abr may jun jul ago sep sept oct nov dic',
  open: 'etc uu s.a s.l cía ltda avda av c admón dpto km jr a.m p.m a.c d.c',
  starters:
    'El La Los Las Lo Un Una Unos Unas Él Ella Ellos Ellas Yo Tú Nosotros Usted Ustedes Este Esta Esto Estos Estas Ese Esa Eso Esos Esas Aquel Su Sus Mi Mis Nuestro Nuestra En De Del Al A Con Sin Por Para Según Sobre Bajo Tras Entre Desde Hasta Durante Ante Contra Pero Y O Ni Sino Si Cuando Como Porque Aunque Mientras Donde Qué Quién Cómo Cuándo Dónde Por Luego Después Antes Ayer Hoy Mañana Ahora Entonces Así También Tampoco Sin Además No Nadie Nada Todo Todos Todas Muchos Algunos Varios Otros Otro Otra Dos Tres Es Son Fue Ha Han Hay Se Ya',
  ordinals: false,
};

const ITALIAN_DUTCH_PORTUGUESE: Written = {
  titles:
    'sig sigg sig.ra dott dott.ssa prof avv ing on mons dr drs mr ir ds mevr dhr sra srs exmo eng arq gen col cap st vs cf d.h p.es p.ex bijv m.b.t d.w.z',
  counted:
    'n nr no pag p pp art vol cap fig jan feb fev mar apr abr mag mei mai giu jun jul lug ago aug set sep ott out okt nov dic dez dec',
  open: 'ecc etc enz s.p.a spa ltda s.a s.r.l n.v b.v a.u.b cia',
  starters:
    'Il Lo La I Gli Le Un Uno Una Questo Questa Ma E O Se Quando Non Nel Nella Per Con Dopo Prima Secondo De Het Een Hij Zij Ze Wij Dit Dat Deze Maar En Of Als Toen Niet In Op Bij Met Voor Na Volgens O A Os As Um Uma Ele Ela Eles Isso Este Esta Mas Se Não No Na Em Com Depois Antes Segundo',
  ordinals: false,
};

/** For languages without words of their own here: titles that many share, and words of none. */
const ANY: Written = {
  titles: 'dr prof mr mrs st',
  counted: 'no nr p art',
  open: 'etc co inc ltd',
  starters: ENGLISH_STARTERS,
  ordinals: false,
};

const BY_LANGUAGE: Record<string, Written> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN_DUTCH_PORTUGUESE,
  nl: ITALIAN_DUTCH_PORTUGUESE,
  pt: ITALIAN_DUTCH_PORTUGUESE,
};
/** Written with a full stop behind an ordinal, too. */
const ORDINALS = 'da nb nn no fi cs sk hu sl hr sr et lv tr pl is';

const known = new Map<Written, SentenceWords>();

function read(written: Written): SentenceWords {
  const before = known.get(written);
  if (before) return before;
  const { titles, counted, open, starters, ordinals } = written;
  const all = {
    titles: words(titles),
    counted: words(counted),
    open: words(open),
    starters: words(starters),
    ordinals,
  };
  known.set(written, all);
  return all;
}

/** The words of a language, by its BCP 47 tag (“de-AT”); neutral ones where none are known. */
export function sentenceWords(language: string): SentenceWords {
  const primary = language.toLowerCase().split(/[-_]/)[0] ?? '';
  const written = BY_LANGUAGE[primary];
  return written ? read(written) : { ...read(ANY), ordinals: ORDINALS.split(' ').includes(primary) };
}
