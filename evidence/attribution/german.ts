import { type Lexicon, oneOf, phrases, wordsOf } from './Lexicon.ts';

export const german: Lexicon = {
  says: wordsOf(`deutete deutet deuteten
    beruhigte beruhigt beruhigten stellte stellt stellten stellen versprachen versprechen mahnten mahnen vermuteten glaubten entgegneten entgegnet
    antworteten antwortet unterstrichen verkündeten verkünden erzählten erzählen prognostizierten fügten lobten loben verlangten verlangen verwiesen
    erläuterte erläutert erläuterten gestand gesteht empfahl konstatierte konstatiert monierte moniert monierten rügte rügt bilanzierte bilanziert
    vermeldete attestierte präzisierte argumentierten erinnerten ergänzten dementierten
    klagen klagten beklagen drohte droht drohen drohten warf wirft werfen warfen hält halten hielt hielten bezeichnete bezeichnet bezeichnen nannte nennt nennen beteuerte beteuert befand bekräftigte bekräftigt beschuldigt beschuldigte bekannte resümierte sagte sagt sagen sagten erklärte erklärt erklären erklärten betonte betont betonen betonten behauptete behauptet behaupten behaupteten
    berichtete berichtet berichten berichteten bestätigte bestätigt bestätigen bestätigten meinte meint meinen meinten warnte warnt warnen warnten
    versicherte versichert versichern versicherten kritisierte kritisiert kritisieren kritisierten schrieb schreibt schreiben schrieben
    teilte teilt teilen teilten mitteilte mitteilt mitteilten kündigte kündigt kündigten ankündigte gab gibt geben gaben angab bekanntgab räumte räumt
    einräumte ergänzte ergänzt forderte fordert fordern forderten bestritt bestreitet bestreiten bestritten dementierte dementiert
    erwartet erwarten erwartete erwarteten schätzt schätzen schätzte schätzten glaubt glauben glaubte vermutet vermuten vermutete
    antwortete entgegnete klagte klagt beklagt beklagte rechnet rechnen unterstrich unterstreicht urteilte urteilt urteilten entschied
    verkündete verkündet erzählte erzählt versprach verspricht prognostizierte prognostiziert fügte wies weist wiesen lobte mahnte mahnt argumentierte argumentiert argumentieren
    äußerte erinnerte verlangt verlangte twitterte kommentierte verwies meldete meldet melden meldeten befürchtet befürchten befürchtete`),
  said: wordsOf(`gesagt erklärt betont behauptet berichtet bestätigt gemeint gewarnt versichert kritisiert geschrieben mitgeteilt angekündigt
    angegeben bekanntgegeben eingeräumt ergänzt gefordert bestritten dementiert geantwortet beklagt verkündet erzählt versprochen zurückgewiesen`),
  shows: wordsOf(
    'zeigt zeigte zeigen zeigten ergab ergibt ergeben ergaben belegt belegte belegen belegten kommt kam kommen kamen fand',
  ),
  auxiliaries: wordsOf('hat haben hatte hatten'),
  asides:
    wordsOf(`auch jetzt nun zuvor später bereits erneut wiederholt dagegen hingegen jedoch aber zudem außerdem schon gestern heute mehrfach weiter
    am montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend abend morgen mittag nachmittag dazu allerdings öffentlich`),
  articles: wordsOf(
    'der die das den dem des dessen deren seine ihre sein ihr unser dieser diese dieses seines ihres seiner ihrer beide',
  ),
  indefinites: wordsOf(
    'ein eine einer eines einem einen mehrere einige zwei drei vier viele manche andere zahlreiche',
  ),
  pronouns: wordsOf('er sie es wir ich man wer niemand jeder alle jemand ihr du keiner'),
  objects: wordsOf('das dies so dazu darüber daraufhin dabei damit was'),
  conjunctions: wordsOf('und aber während weil wie obwohl doch denn sowie oder als da wenn'),
  that: wordsOf('dass daß'),
  stops:
    wordsOf(`ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können soll sollen muss müssen will wollen darf nicht nie kein keine
    in im an am auf bei beim mit nach vor zu zum zur über unter gegen durch um ohne seit bis aus für von vom ab
    dass daß ob wenn als weil wie und oder aber sondern denn doch sich hier dort dann da so nur noch schon auch sehr mehr
    gegenüber laut montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen zufolge mit an ein bekannt zurück hinzu fest davon
    er sie es wir ich man`),
  particles: wordsOf('von van der den zu zur vom de la le al el bin del di da du'),
  binders: wordsOf('des der eines einer von vom'),
  officeBinders: wordsOf('für bei beim im aus in am an'),
  leaders: wordsOf('am im in nach vor bei seit auf zum zur gegenüber an'),
  according: phrases(
    'nach Angaben von',
    'nach Angaben',
    'nach Auskunft von',
    'nach Auskunft',
    'nach Ansicht von',
    'nach Ansicht',
    'nach Einschätzung von',
    'nach Einschätzung',
    'nach Meinung von',
    'nach Meinung',
    'nach Aussage von',
    'nach Aussagen von',
    'nach Aussage',
    'nach Aussagen',
    'nach Darstellung von',
    'nach Darstellung',
    'nach Überzeugung von',
    'nach Überzeugung',
    'nach Informationen von',
    'nach Informationen',
    'nach Berechnungen von',
    'nach Berechnungen',
    'nach Schätzungen von',
    'nach Schätzungen',
    'nach Erkenntnissen von',
    'nach Erkenntnissen',
    'aus Sicht von',
    'aus Sicht',
    'in den Worten von',
    'in den Worten',
    'laut Angaben von',
    'laut Angaben',
    'laut',
    'gemäß',
    'hieß es aus',
    'hieß es in',
    'hieß es bei',
    'heißt es in',
    'heißt es aus',
    'heißt es bei',
    'heißt es im',
    'hieß es im',
    'heißt es beim',
    'hieß es beim',
    'hieß es vom',
    'hieß es von',
  ),
  accordingAfter: wordsOf('zufolge'),
  nameless:
    oneOf(`experten? expertinnen? fachleuten? kritikern? kritikerinnen? ökonomen? beobachtern? ärzten? ärzte forschern? forscherinnen wissenschaftlern? wissenschaftlerinnen
    anwohnern? anwohnerin bewohnern? mitarbeitern? mitarbeiterin beamten? beamte aktivisten? analysten? händlern? juristen? landwirten? eltern nachbarn? nachbarin lehrern? menschen leute umweltschützern? datenschützern? gegnern? befürwortern? diplomaten? historikern? anwälten? volkswirten? fahrgäste fahrgast passagiere? mann frau`),
  unnamed: oneOf(
    'insidern? augenzeugen? augenzeugin zeugen? zeugin quellen? eingeweihten? informanten? \\p{L}*kreisen? whistleblower',
  ),
  office: oneOf(
    `\\p{L}*(?:ministerium|ministeriums|amt|amts|amtes|behörden?|gerichts?|gerichtes|verbands?|verband|verbandes|verbände|gesellschaft|konzerns?|unternehmens?|partei|polizei|anwaltschaft|banks?|bank|instituts?|universität|hochschule|regierung|rats?|rat|rates|kommission|kammer|gewerkschaft|verein|vereins|stiftung|opposition|feuerwehr|verwaltung|agentur|zeitung|magazins?|senders?|klinik|klinikums?|krankenhaus|krankenhauses|firma|betreibers?|betreiberin|hersteller|herstellers|fraktion|bundestag|landtag|parlament|parlaments|senat|kanzleramt|zentrale|dienst|dienstes|bund|bunds|bundes|werke?|bahn|airline|genossenschaft|kirche|museum|museums|botschaft|bündnis|initiative|organisation|club|klub|union|wetterdienst|ermittler|ermittlern|ag|gmbh|allianz|vereinigung|innung|börse|post|flughafen|hafen|zentrum|team|start-up|aufsicht|stadt|gemeinde|landkreis|land|bürgermeisteramt|akademie|rechnungshof|hof)`,
  ),
  spokesperson: oneOf('\\p{L}*(?:sprechers?|sprecherin|sprecherinnen|sprechern)'),
  person: oneOf(
    `\\p{L}*(?:minister|ministers|ministerin|kanzler|kanzlerin|präsident|präsidenten|präsidentin|chef|chefs|chefin|leiter|leiters|leiterin|vorsitzenden?|vorsitzender|direktor|direktors|direktorin|bürgermeister|bürgermeisters|bürgermeisterin|richter|richterin|professor|professorin|abgeordneter?|abgeordneten|senator|senatorin|anwalt|anwältin|staatsanwalt|autor|autorin|gründer|gründerin|trainer|trainerin|könig|königin|forscher|forscherin|experte|expertin|ökonom|ökonomin|geschäftsführer|geschäftsführerin|historiker|historikerin|arzt|ärztin|vorstand|beauftragter?|beauftragte|inhaber|inhaberin|besitzer|kommissar|kommissarin|botschafter|botschafterin|bischof|intendant|intendantin|rektor|rektorin)`,
  ),
  paper: oneOf(
    `\\p{L}*(?:berichts?|bericht|berichtes|berichten|berichte|studien?|umfragen?|dokuments?|dokumente|dokumenten|daten|zahlen|gutachtens?|papiers?|schreibens?|briefs?|mitteilung|erklärung|statistik|analyse|untersuchung|auswertung|urteils?|entwurfs?|protokolls?|protokoll|erhebung|bilanz|vermerk|akten|unterlagen|liste|e-mail|e-mails|prognose|artikel|artikels)`,
  ),
  capitalNouns: true,
  adjectivesBehind: false,
  invertsFreely: true,
};
