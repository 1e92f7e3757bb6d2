import { languageOf } from './attribution/languageOf.ts';
import { type Figure, readFigures } from './readFigures.ts';

/** What a claim is compared by: its words brought to a stem, its figures, whether it is denied, and which way it points. */
export interface ClaimTerms {
  terms: string[];
  figures: Figure[];
  negated: boolean;
  /** 1 up, -1 down, 0 neither or both. */
  direction: number;
}

const LITTLE = new Set(
  `a an the of in on at to for from by with as is are was were be been has have had it its this that these those and or but than then there their they he she his her which who will would can could about some into over per up
  der die das den dem des ein eine einen einem einer eines und oder in im am an auf aus bei mit nach von vom zu zum zur für ist sind war waren wird wurde werden hat haben hatte es er sie dass daß als auch um
  le la les l d un une des du de et ou en au aux à dans sur pour par avec est sont était été a ont que qui qu ce cette il elle ils elles se s plus
  el la los las un una unos unas de del y o en al a para por con es son era fue ha han que se su sus lo como más`.split(
    /\s+/u,
  ),
);
const NEGATOR =
  /^(?:not|no|never|none|nobody|nothing|neither|nor|without|hardly|barely|den(?:y|ies|ied)|\p{L}+n't|nicht|kein\p{L}*|nie|niemals|niemand|nichts|ohne|kaum|bestreitet|pas|jamais|aucune?|rien|personne|sans|dément|nie|nunca|jamás|ningun[ao]?|ningún|nada|nadie|sin|niega|negó)$/u;
const UP =
  /^(?:r[io]se[sn]?|rising|increas\p{L}*|gr[eo]w\p{L}*|climb\p{L}*|jump\p{L}*|surg\p{L}*|soar\p{L}*|gain\p{L}*|higher|more|up|doubl\p{L}*|gestiegen|stieg\p{L}*|steig\p{L}*|zunahm\p{L}*|zugenommen|erhöh\p{L}*|höher|mehr|augment\p{L}*|hausse|progress\p{L}*|croît|subi\p{L}*|sub[eo]\p{L}*|aument\p{L}*|creci\p{L}*|crec[eo]\p{L}*|alza)$/u;
const DOWN =
  /^(?:f[ae]ll\p{L}*|drop\p{L}*|declin\p{L}*|decreas\p{L}*|shr[aiu]nk\p{L}*|sank|lower\p{L}*|fewer|less|down|halv\p{L}*|plung\p{L}*|slump\p{L}*|gesunken|sank\p{L}*|sink\p{L}*|gefallen|fiel\p{L}*|fällt|abnahm\p{L}*|abgenommen|rückgang|niedriger|weniger|baiss\p{L}*|recul\p{L}*|diminu\p{L}*|chut\p{L}*|baj[aóo]\p{L}*|cay[óe]\p{L}*|cae\p{L}*|descen\p{L}*|disminu\p{L}*|menos)$/u;
/** Words that say the same in news: the first stands for all. */
const ALIKE = new Map(
  [
    ['unemploy', 'jobless', 'joblessness'],
    ['die', 'dead', 'death', 'kill', 'fatality', 'perish'],
    ['law', 'bill', 'legislation', 'act'],
    ['firm', 'company', 'business', 'corporation'],
    ['gas', 'petrol', 'gasoline', 'fuel'],
    ['pupil', 'student', 'schoolchild'],
    ['rent', 'tenancy'],
    ['price', 'cost'],
    ['jab', 'vaccine', 'vaccination', 'vaccinate'],
    ['car', 'vehicle', 'automobile'],
    ['child', 'kid', 'childr', 'children'],
    ['doctor', 'physician'],
    ['tax', 'levy', 'duty'],
    ['migrant', 'immigrant', 'asylum'],
    ['citizen', 'resident', 'inhabitant', 'people', 'person'],
    ['work', 'job', 'post'],
  ].flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
);

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');

/** A light stem: the ends that plural, tense and case put on. Not a linguist's; the same for all four languages. */
export function stemOf(word: string): string {
  const bare = plain(word.toLowerCase());
  if (bare.length <= 4) return ALIKE.get(bare) ?? bare.replace(/(?<=\p{L}{2,})s$/u, '');
  const cut = bare
    .replace(/'s?$/u, '')
    .replace(/ies$/u, 'y')
    .replace(
      /(?:ements?|ments?|ations?|ations|ungen|ung|ingly|ings?|edly|ed|en|ern|er|es|em|e[ns]|aron|eron|ando|iendo|aient|ait|ent|ees?|s)$/u,
      '',
    );
  const stem = cut.length >= 3 ? cut.replace(/(.)\1$/u, '$1').replace(/[eaoi]$/u, '') : bare;
  return ALIKE.get(bare) ?? ALIKE.get(stem) ?? stem;
}

/** The terms of a claim (its statement, or the quote where it has none). */
export function claimTerms(text: string, language?: string | null): ClaimTerms {
  const clipped = text.slice(0, 2_000);
  const known = language ?? languageOf(clipped).code;
  const figures = readFigures(clipped, known);
  let rest = clipped;
  for (const { start, end } of figures)
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  const words =
    rest
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}]+(?:'t\b)?/gu) ?? [];
  const [ups, downs] = [
    words.filter((word) => UP.test(word)).length,
    words.filter((word) => DOWN.test(word)).length,
  ];
  const terms = words
    .filter((word) => !LITTLE.has(word) && !NEGATOR.test(word))
    .map((word) => (UP.test(word) || DOWN.test(word) ? '^moves' : stemOf(word)));
  for (const { values, unit } of figures) terms.push(`#${unit}:${values[0]}`, ...(unit ? [`#${unit}`] : []));
  return {
    terms: [...new Set(terms)],
    figures,
    negated: words.filter((word) => NEGATOR.test(word)).length % 2 === 1,
    direction: ups > 0 && downs === 0 ? 1 : downs > 0 && ups === 0 ? -1 : 0,
  };
}
