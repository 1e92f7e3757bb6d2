import { type Lexicon, oneOf, phrases, wordsOf } from './Lexicon.ts';

export const spanish: Lexicon = {
  says: wordsOf(`afirmaba afirmaban aseguraba aseguraban declaraba declaraban anunciaba anunciaban explicaba explicaban señalaba señalaban indicaba indicaban
    confirmaba confirmaban subrayaron subrayaba subrayaban criticaron criticaba criticaban denunciaba denunciaban relataron relataba relataban estimaba
    estimaban consideraron consideraba consideraban opinaron opinaba opinaban calcularon calculaba calculaban precisaron precisaba precisaban destacaron
    destacaba destacaban informaba informaban comunicaron comunicaba comunicaban apuntaron apuntaba apuntaban alertaron alertaba alertaban lamentaron
    lamentaba lamentaban comentaron comentaba comentaban revelaron revelaba revelaban pronosticaron pronosticaba pronosticaban rechazaron rechazaba
    rechazaban reiteraron reiteraba reiteraban argumentaron argumentaba argumentaban manifestaron manifestaba manifestaban recalcó recalcaron recalcaba
    recalcaban puntualizó puntualizaron puntualizaba puntualizaban matizaron matizaba matizaban alegaba alegaban avisaron avisaba avisaban resaltaron
    resaltaba resaltaban replicaron replicaba replicaban dictaminaron dictaminaba dictaminaban detalló detallaron detallaba detallaban auguró auguraron
    auguraba auguraban adelantó adelantaron adelantaba adelantaban ratificó ratificaron ratificaba ratificaban remarcó remarcaron remarcaba remarcaban
    enfatizó enfatizaron enfatizaba enfatizaban vaticinó vaticinaron vaticinaba vaticinaban recalca recalcan puntualiza puntualizan matiza matizan resalta
    resaltan replica replican dictamina dictaminan detalla detallan augura auguran adelanta adelantan ratifica ratifican remarca remarcan enfatiza
    enfatizan vaticina vaticinan escribieron escriben prometieron prometen respondieron responden admitían recordaron insistieron temían concluyeron
    defendieron desmintieron desmienten sostenía sostenían reconocía añadían advertía insistía creían negaba contaron
    amenaza amenazan amenazó reclama reclaman reclamó acusa acusan acusó acusaron exige exigen exigió exigieron celebra celebran celebró alegó alega alegan alegaron calificó califica califican avisó avisa avisan matizó zanjó dijo dice dicen dijeron decía afirmó afirma afirman afirmaron aseguró asegura aseguran aseguraron declaró declara declaran declararon anunció anuncia anuncian anunciaron
    explicó explica explican explicaron señaló señala señalan señalaron indicó indica indican indicaron añadió añade añaden añadieron agregó agrega confirmó confirma confirman confirmaron
    negó niega niegan negaron advirtió advierte advierten advirtieron sostuvo sostiene sostienen sostuvieron admitió admite admiten admitieron reconoció reconoce reconocen reconocieron
    manifestó manifiesta subrayó subraya subrayan insistió insiste insisten recordó recuerda recuerdan criticó critica critican denunció denuncia denuncian denunciaron
    prometió promete respondió responde contó cuenta cuentan relató relata escribió escribe estimó estima estiman estimaron cree creen creía considera consideran consideró opinó opina opinan
    prevé prevén calcula calculan calculó teme temen espera esperan precisó precisa precisan destacó destaca destacan informó informa informan informaron comunicó apuntó apunta apuntan alertó alerta alertan
    lamentó lamenta resumió comentó comenta concluyó concluye concluyen reveló revela revelan defendió defiende defienden pronosticó pronostica desmintió desmiente rechazó rechaza piensa piensan resaltó replicó sentenció dictaminó reiteró reitera argumentó argumenta argumentan`),
  said: wordsOf(`calculado pronosticado argumentado recalcado puntualizado matizado resaltado replicado dictaminado detallado augurado adelantado ratificado remarcado
    enfatizado vaticinado
    acusado reclamado exigido celebrado alegado avisado dicho avanzado afirmado asegurado declarado anunciado explicado señalado indicado añadido agregado confirmado negado advertido sostenido admitido reconocido manifestado subrayado
    insistido recordado criticado denunciado prometido respondido contado relatado escrito estimado considerado opinado precisado destacado informado comunicado apuntado alertado lamentado comentado concluido revelado defendido desmentido rechazado reiterado`),
  shows: wordsOf(
    'muestra muestran mostró mostraron revela revelan reveló revelaron concluye concluyen concluyó concluyeron refleja reflejan reflejó demuestra demuestran sugiere sugieren indica indican indicó',
  ),
  auxiliaries: wordsOf('ha han había habían se'),
  asides:
    wordsOf(`lo también además ya ayer hoy después luego antes entonces nuevamente siempre recientemente el este lunes martes miércoles jueves viernes sábado domingo pasado
    reiteradamente públicamente sin embargo anoche esta semana mañana tarde`),
  articles: wordsOf('el la los las este esta estos estas su sus ese esa lo'),
  indefinites: wordsOf(
    'un una unos unas varios varias dos tres cuatro algunos algunas muchos muchas numerosos otro otra otros otras',
  ),
  pronouns: wordsOf(
    'él ella ellos ellas usted ustedes yo nosotros nadie todos quien quienes ello esto eso alguien',
  ),
  objects: wordsOf('así eso esto lo'),
  conjunctions: wordsOf('y pero mientras porque como aunque o que e si cuando'),
  that: wordsOf('que'),
  stops:
    wordsOf(`es son era eran fue fueron ha han había habían será serán sería está están estaba ser haber no ni se
    en sobre bajo con sin para por hacia contra entre tras desde durante hasta a al ante
    que quien quienes donde cuando y e o u pero porque si como mientras aunque
    lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana anoche también además ya después luego
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`),
  particles: wordsOf('de del la las los y von van der al el bin di da dos e'),
  binders: wordsOf('de del'),
  officeBinders: wordsOf('para en'),
  leaders: wordsOf('el en ayer este tras durante'),
  according: phrases(
    'según',
    'de acuerdo con',
    'de acuerdo a',
    'a juicio de',
    'a juicio del',
    'en palabras de',
    'en palabras del',
    'en opinión de',
    'en opinión del',
    'a decir de',
    'conforme a',
  ),
  accordingAfter: wordsOf('-'),
  nameless:
    oneOf(`expertos? expertas? especialistas? críticos? críticas? economistas? médicos? médicas? investigadores? investigadoras? científicos? científicas? vecinos? vecinas? empleados? trabajadores? analistas? observadores?
    activistas? abogados? abogadas? profesores? padres? funcionarios? opositores? diplomáticos? historiadores? juristas? agricultores? pasajeros? hombres? mujeres? hombre mujer residentes? estudiantes? personas?`),
  unnamed: oneOf('fuentes? testigos? allegados? informantes?'),
  office:
    oneOf(`ministerio policía fiscalía gobierno ayuntamiento tribunal juzgado corte comisión consejo comité empresa compañía sociedad grupo sindicato sindicatos asociación federación agencia instituto universidad hospital banco oficina
    partido oposición autoridad autoridades dirección administración ong organización fundación periódico diario cadena revista operador operadora fabricante senado congreso parlamento ejército bomberos cámara observatorio centro colectivo
    confederación región junta generalitat consejería patronal defensa moncloa ejecutivo regulador embajada iglesia club museo laboratorio unión coalición investigadores guardia diputación aerolínea`),
  spokesperson: oneOf('portavoz portavoces vocero vocera voceros representantes?'),
  person:
    oneOf(`ministro ministra presidente presidenta alcalde alcaldesa director directora jefe jefa fiscal juez jueza profesor profesora senador senadora diputado diputada secretario secretaria líder responsable abogado abogada economista
    investigador investigadora médico médica historiador historiadora autor autora fundador fundadora dirigente gobernador gobernadora consejero consejera concejal concejala embajador embajadora entrenador entrenadora obispo papa rey reina general capitán vicepresidente vicepresidenta coordinador coordinadora gerente dueño dueña comisario comisaria rector rectora acusado acusada sospechoso madre padre experto experta`),
  paper: oneOf(
    'informes? estudios? encuestas? sondeos? documentos? cifras datos comunicados? cartas? notas? auditorías? análisis estadísticas memorandos? correos? artículos? sentencias? autos? barómetros? balances? registros? censo',
  ),
  capitalNouns: false,
  adjectivesBehind: true,
  invertsFreely: true,
};
