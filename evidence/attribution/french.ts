import { type Lexicon, oneOf, phrases, wordsOf } from './Lexicon.ts';

export const french: Lexicon = {
  says: wordsOf(`rassure rassurent signale signalent ironise nuance nuancent tempère tempèrent avoue avouent assène souvient souviennent rassurait confirmèrent notait
    constatait craignait craignaient pensait croyait niait contestait dénonçaient expliquaient précisèrent reconnaissaient redoutait prévoyait prétendait
    résument martèlent analysent relèvent concluait
    plaint plaignent menace menacent menaçait réclament accuse accusent accusait rétorque rétorquent réplique répliquent réaffirme réaffirment qualifie qualifient demande demandent reproche reprochent félicitent détaille détaillent reconnaissait dit disent disait disaient déclare déclarent déclarait affirme affirment affirmait affirma annonce annoncent annonçait assure assurent assurait estime estiment estimait
    explique expliquent expliquait indique indiquent indiquait précise précisent précisait rappelle rappellent rappelait souligne soulignent soulignait soutient soutiennent soutenait
    confirme confirment confirmait admet admettent reconnaît reconnaissent ajoute ajoutent ajoutait raconte racontent racontait répond répondent prévient préviennent
    promet promettent critique critiquent dénonce dénoncent dénonçait regrette regrettent juge jugent jugeait écrit écrivent prédit prédisent nie nient conteste contestent dément démentent
    insiste insistent avertit avertissent observe observent note notent constate constatent pense pensent croit croient craint craignent prévoit prévoient prétend prétendent
    rapporte rapportent résume s'inquiète martèle plaide plaident lance glisse confie commente analyse relève relate tranche alerte alertent réclame considère considèrent espère espèrent redoute redoutent conclut concluent révèle révèlent déplore déplorent indigne indignent insurge insurgent félicite félicitent interroge`),
  said: wordsOf(`rassuré signalé ironisé nuancé tempéré asséné résumé craint redouté prévu cru pensé relaté analysé interrogé fustigé
    rétorqué répliqué réaffirmé détaillé accusé réclamé martelé avoué dit déclaré affirmé annoncé assuré estimé expliqué indiqué précisé rappelé souligné soutenu confirmé admis reconnu ajouté raconté répondu prévenu promis critiqué
    dénoncé regretté jugé écrit prédit nié contesté démenti insisté averti observé noté constaté rapporté révélé lancé martelé plaidé alerté confié commenté relevé conclu félicité réagi déploré tranché fait prétendu`),
  shows: wordsOf(
    'montre montrent montrait révèle révèlent conclut concluent indique indiquent établit établissent démontre démontrent suggère suggèrent',
  ),
  auxiliaries: wordsOf("a ont avait avaient est sont s' se"),
  asides:
    wordsOf(`l' aussi également encore déjà ensuite depuis hier lundi mardi mercredi jeudi vendredi samedi dimanche récemment toujours régulièrement pourtant alors
    par ailleurs enfin notamment clairement publiquement longtemps matin soir midi aujourd'hui ce cette semaine`),
  articles: wordsOf("le la les l' ce cette ces son sa ses leur leurs cet"),
  indefinites: wordsOf(
    "un une des plusieurs deux trois quatre certains certaines quelques d'autres de nombreux nombreuses",
  ),
  pronouns: wordsOf('il elle ils elles on nous je vous qui ceci cela ça tous personne chacun certains'),
  objects: wordsOf(''),
  conjunctions: wordsOf("et mais tandis alors que qu' comme car ou puisque lorsque quand si"),
  that: wordsOf("que qu'"),
  stops:
    wordsOf(`est sont était étaient a ont avait avaient sera seront serait être avoir ne pas n' y en se s' va vont fait
    dans sur sous avec sans pour par vers chez contre entre après avant depuis pendant dès jusqu' lors à au aux
    que qu' qui quoi dont où et ou mais car donc or si comme quand lorsque
    lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain aussi également matin soir ensuite devant auprès face
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre`),
  particles: wordsOf("de du des la le les d' von van der den al el ben bin di da dos del y et"),
  binders: wordsOf("de du des d'"),
  officeBinders: wordsOf('pour chez à au aux'),
  leaders: wordsOf('lundi mardi mercredi jeudi vendredi samedi dimanche en dans à au hier'),
  according: phrases(
    'selon',
    "d' après",
    "de l' avis de",
    "de l' avis du",
    "de l' avis des",
    "de l' avis d'",
    'à en croire',
    'aux yeux de',
    'aux yeux du',
    'aux yeux des',
    'pour reprendre les mots de',
    'dans les mots de',
    "de l' aveu de",
    "de l' aveu du",
    'à entendre',
  ),
  accordingAfter: wordsOf('-'),
  nameless:
    oneOf(`experts? expertes? spécialistes? critiques? économistes? médecins? chercheurs? chercheuses? scientifiques? habitants? habitantes? riverains? riveraines? voisins? voisines? employés? salariés?
    analystes? observateurs? militants? militantes? avocats? avocates? enseignants? parents? responsables? fonctionnaires? opposants? diplomates? historiens? juristes? agriculteurs? passagers? élus? hommes? femmes? homme femme agents? étudiants?`),
  unnamed: oneOf('sources? témoins? initiés? proches informateurs? entourage'),
  office:
    oneOf(`ministère police parquet gouvernement mairie préfecture tribunal cour commission conseil comité entreprise société groupe syndicat syndicats association fédération agence institut université hôpital banque office bureau
    parti opposition autorité autorités direction administration ong organisation fondation journal quotidien chaîne magazine opérateur constructeur élysée matignon sénat assemblée parlement armée gendarmerie pompiers enquêteurs compagnie chambre observatoire
    centre collectif confédération région département ville municipalité service services défense accusation régulateur exploitant fabricant ambassade église club musée usine laboratoire union coalition hebdomadaire`),
  spokesperson: oneOf('porte-paroles? représentante?s?'),
  person:
    oneOf(`ministre président présidente maire directeur directrice chef cheffe procureur procureure juge professeure? sénateur sénatrice députée? secrétaire patron patronne responsable avocat avocate économiste chercheur chercheuse médecin
    historien historienne auteure? autrice fondateur fondatrice dirigeante? gouverneur préfet préfète premier première commissaire ambassadeur ambassadrice entraîneur évêque pape roi reine général capitaine élue? conseillère? coordinateur coordinatrice gérante? propriétaire rapporteure? suspecte? accusée? mère père expert experte`),
  paper: oneOf(
    `rapports? études? enquêtes? sondages? documents? chiffres données communiqués? lettres? notes? audits? bilans? analyses? statistiques mémos? courriels? articles? textes? lois? projets? jugements? arrêts? baromètres? dossiers? projections? recensement`,
  ),
  capitalNouns: false,
  adjectivesBehind: true,
  invertsFreely: true,
};
