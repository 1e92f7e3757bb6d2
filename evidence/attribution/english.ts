import { type Lexicon, oneOf, phrases, wordsOf } from './Lexicon.ts';

export const english: Lexicon = {
  says: wordsOf(`snapped snaps remembers remembered
    reckons reckon recounted recounts clarified clarifies reassured protested confessed opined swore laments proclaimed contested boasts marvelled
    complains complain blamed blames urged urges urge threatened threatens described describes dismissed dismisses condemned condemns criticised criticized criticises criticizes apologised apologized said say says told tell tells adds added alleged allege alleges announced announce announces argued argue argues
    asserted assert asserts assured believes believe believed boasted cautioned cautions claimed claim claims commented complained
    conceded concedes concluded concludes conclude confirmed confirm confirms contended contend contends countered declared declare declares denied denies deny
    acknowledged acknowledges acknowledge admitted admits admit advised estimated estimate estimates expects expect expected explained explains explain
    fears fear feared hopes hope insisted insist insists joked lamented maintained maintains maintain noted note notes objected
    predicted predict predicts promised promises promise pledged pledges recalled remarked replied replies reported report reports
    responded reiterated ruled rules stated states state stressed stresses suggested suggest suggests testified tweeted posted
    thinks think vowed warned warn warns writes write wrote quipped retorted shouted whispered asked answered emphasised emphasized
    agreed agrees continued mused observed observes disclosed discloses disputed disputes disputing rejected rejects forecast forecasts projected projects accused accuses accuse underlined signalled hinted held holds`),
  said: wordsOf(`blamed urged threatened described dismissed condemned criticised criticized said accused told added alleged announced argued asserted believed cautioned claimed commented complained conceded concluded
    confirmed contended declared denied acknowledged admitted estimated explained insisted maintained noted predicted promised pledged
    reported reiterated ruled stated stressed suggested testified warned written vowed rejected disputed`),
  shows: wordsOf(
    'concluded concludes conclude found finds find indicated indicates indicate revealed reveals reveal showed shows show suggested suggests suggest puts put',
  ),
  auxiliaries: wordsOf('has have had'),
  asides:
    wordsOf(`also later then repeatedly earlier again now since previously already still once always recently initially publicly
    privately long flatly simply bluntly angrily quietly monday tuesday wednesday thursday friday saturday sunday yesterday today tonight
    this week month morning afternoon evening`),
  articles: wordsOf('the both all these those its his her their our'),
  indefinites: wordsOf(
    'a an one some several two three four five six many most other another few dozens hundreds',
  ),
  pronouns: wordsOf(
    'he she it they we i you who which that this what nobody everyone everybody someone somebody anyone none others neither both',
  ),
  objects: wordsOf(''),
  conjunctions: wordsOf(
    'and but while because as although though whereas or so yet however if when where after before since',
  ),
  that: wordsOf('that'),
  stops:
    wordsOf(`is are was were be been being has have had do does did will would shall should can could may might must not never
    in on at by to into over under with without from for of about after before during until till against between through
    than then there here when where why how if that which who whom whose what while because although but or nor as so yet
    monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow later earlier also during`),
  particles: wordsOf('de van von der den la le al el bin ibn da di du des dos del ten ter zu y'),
  binders: wordsOf('of'),
  officeBinders: wordsOf('for at from in with by'),
  leaders: wordsOf('on in last this earlier late at early during since next by'),
  according: phrases(
    'according to',
    'in the words of',
    'in the view of',
    'in the opinion of',
    'as reported by',
    'as stated by',
    'reported by',
    'confirmed by',
    'announced by',
    'as told by',
  ),
  accordingAfter: wordsOf('-'),
  nameless:
    oneOf(`analysts? campaigners? critics? doctors? economists? employees? experts? lawyers? officers? officials?
    researchers? residents? scientists? teachers? observers? activists? diplomats? aides? traders? historians? engineers? workers? supporters? opponents? commentators? scholars? academics? investors?
    neighbou?rs? locals? parents? students? passengers? drivers? protesters? survivors? nurses? farmers? lawmakers? legislators? people persons? men women man woman girl boy passer-by bystanders? customers? fans? players?`),
  unnamed: oneOf(
    'sources? insiders? eyewitness eyewitnesses witness witnesses people whistleblowers? informants?',
  ),
  office:
    oneOf(`agency airline airport association authority authorities bank board bureau centre center charity club commission committee company
    congress corporation council court department embassy federation firm foundation government hospital inquiry inspectors? institute institutes institution
    investigators ministry museum network newspaper magazine website office operator opposition organi[sz]ation panel parliament party police prosecutors? regulators?
    school senate service services society start-?up studio team tribunal trust union university watchdog administration army military navy chamber college consortium group inc ltd plc corp co
    manufacturer carmaker maker retailer supplier utility broadcaster channel kremlin pentagon campaign coalition church federation league institute academy observatory house cabinet
    firefighters paramedics media press outlets? lobby ngo provider publisher brewery railway railways port harbour`),
  spokesperson: oneOf(
    'spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen representatives?',
  ),
  person:
    oneOf(`chief director mayor minister president chairman chairwoman chair chairperson secretary judge professor senator governor ceo
    manager owner author founder leader head lawyer economist doctor captain coach general king queen prince princess pope bishop ambassador
    chancellor commissioner coordinator editor engineer expert officer analyst researcher scientist historian pilot driver suspect defendant victim mother father son daughter brother sister wife husband widow friend`),
  paper:
    oneOf(`analysis audit bulletin data documents? figures filings? letter memo paper papers poll polls records reports? review statistics statement study studies survey surveys
    article articles email emails e-mails? research census indictment verdict ruling lawsuit complaint transcript dossier report index forecast estimates findings results draft`),
  capitalNouns: false,
  adjectivesBehind: false,
  invertsFreely: false,
};
