// Written by `npm run fit:detector` from 1873 pages. Do not edit.
// The heads in their order: gate, news, and early (address and head alone).

/** By feature, a weight for each head, in tenths. */
export const WEIGHTS: Record<string, number[]> = {
  uRoot: [-18, -13, -26],
  uSlug: [10, 9, 17],
  uHash: [9, 5, 8],
  uSection: [-11, -10, -18],
  uStory: [15, 15, 20],
  xLegal: [-17, -14, -20],
  fAddress: [-21, -9, -21],
  sNewsHost: [10, 10, 15],
  sOtherHost: [-6, -28, -13],
  dOpenGraph: [11, 6, 13],
  dNews: [11, 11, 13],
  dPiece: [-4, -11, -4],
  bAuthor: [8, 3, 10],
  bLinked: [8, 13, 11],
  cThing: [-17, -14, -28],
  cOther: [-16, -12, -23],
  cTitle: [-6, 1, -7],
  fTitle: [-15, -9, -25],
  mTitle: [-5, -14, -11],
  hLength: [21, 12, 26],
  sNewsWords: [3, 11, 9],
  sKeywords: [6, 5, 7],
  sTag: [9, 7, 18],
  sDescription: [-3, -7, -8],
  pShare: [16, 11],
  pGood: [11, 7],
  pBad: [-8, 0],
  pImages: [3, 7],
  pBalance: [-7, -5],
  pHeadings: [-4, -5],
  pLinked: [9, 13],
  pInside: [-19, -25],
  hLinked: [-8, -12],
  hTitle: [8, 3],
  bTime: [9, 3],
  sShare: [14, 10],
  cCart: [-19, -13],
  fComments: [8, 3],
  mCode: [-11, -15],
  wQuotes: [17, 17],
  wDigits: [14, 9],
  wReader: [-21, -25],
  wSelf: [-26, -31],
  wDays: [28, 43],
};

/** What the features of each reason add up to on an average page. */
export const USUAL: Record<string, number[]> = {
  u: [0.7, 0.6, 1],
  x: [-0.1, -0.1, -0.1],
  f: [0.1, 0, -0.2],
  s: [1.1, 0.6, 0.3],
  d: [0.7, 0.4, 0.9],
  b: [0.6, 0.4, 0.6],
  c: [-0.4, -0.2, -0.2],
  m: [-0.1, -0.2, -0.1],
  h: [1.3, 0.6, 1.2],
  p: [1.4, 1.5, 0],
  w: [0.2, 0.1, 0],
};

export const BIAS = [-5.74, -5.08, -3.14];

/** Early probability below which a page is dropped without reading its body. */
export const FLOOR = 0.094;

/** Probability of the gate from which a page is an article. */
export const GATE_FROM = 0.6;

/** Score from which an article is called news. */
export const NEWS_FROM = 0.3;
