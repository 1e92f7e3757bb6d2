// Written by `npm run fit:detector` from 1873 pages. Do not edit.

export interface Stage {
  /** One number for each head: the gate, and (with everything read) news. */
  bias: number[];
  /** By feature: a weight for each head; in the full stage then the feature's mean over all pages. */
  weights: Record<string, number[]>;
}

/** Probability of the second head from which a page is called news. */
export const NEWS_FROM = 0.42;

/** Stage 0 score below which a page is dropped without reading its body. */
export const FLOOR = 0.043;

/** Probability of the first head from which a page is an article. */
export const GATE_FROM = 0.6;

/** Reads the address and the head. */
export const CHEAP: Stage = {
  bias: [-4.17],
  weights: {
    uRoot: [1.21],
    uDepth: [0.85],
    uLast: [2.24],
    uHyphens: [0.62],
    uSlug: [1.02],
    uDate: [2.39],
    uLongNumber: [0.03],
    uHash: [0.88],
    uSection: [-2.63],
    uLegal: [-1.68],
    uStory: [2.12],
    uDesk: [0.67],
    uBlog: [-0.16],
    uSlash: [-0.1],
    uNewsHost: [1.5],
    uOtherHost: [-2.09],
    ogArticle: [1.56],
    ogThing: [-2.66],
    mDate: [0.45],
    mNewsKeywords: [1.33],
    mAuthor: [1.11],
    mAmp: [0.57],
    mNewsroom: [1.34],
    ldNews: [2.06],
    ldOther: [-2.19],
  },
};

/** Reads everything. */
export const FULL: Stage = {
  bias: [-8.58, -6.32],
  weights: {
    uRoot: [0.8, 1.07, 0.1],
    uDepth: [1.06, 0.78, 0.4],
    uLast: [1, 0.41, 0.3],
    uHyphens: [0.37, 0.36, 0.4],
    uSlug: [0.5, 0.6, 0.5],
    uDate: [0.96, 0.53, 0.2],
    uLongNumber: [0.07, 0.69, 0.3],
    uHash: [0.95, 0.17, 0.3],
    uSection: [-1.07, -0.91, 0.1],
    uLegal: [-2.11, -1.03, 0],
    uStory: [2.1, 1.06, 0.2],
    uDesk: [0.47, 0.38, 0.2],
    uBlog: [-1.15, -1.83, 0.1],
    uSlash: [-0.66, -0.46, 0.3],
    uNewsHost: [1.33, 1.49, 0.2],
    uOtherHost: [-1.64, -3.13, 0.1],
    ogArticle: [0.92, 0.58, 0.5],
    ogThing: [-1.12, -1.01, 0],
    mDate: [0.45, -0.05, 0.5],
    mNewsKeywords: [0.71, 1.41, 0.1],
    mAuthor: [0.88, 0.18, 0.3],
    mAmp: [0.34, 0.6, 0.2],
    mNewsroom: [0.79, 1.1, 0.1],
    ldNews: [1.11, 1.04, 0.2],
    ldOther: [-1.92, -1.6, 0],
    pText: [0.25, 0.11, 2.9],
    pWide: [0.21, 0.11, 3],
    pShare: [1.12, 0.7, 0.6],
    pWideShare: [1.08, 0.9, 0.7],
    pCount: [1.21, -0.06, 0.3],
    pWideCount: [-0.6, -1.41, 0.2],
    pContainers: [-1.26, -0.61, 0.2],
    pStops: [1.55, 1.62, 0.3],
    lHeadlines: [0.11, -0.39, 1.3],
    lBalance: [-0.46, -0.29, 0.1],
    lDesks: [0.69, 1.6, 0.1],
    hCount: [-0.76, -0.81, 1.1],
    hLinked: [1.26, 1.61, 0.3],
    h1Count: [-1.12, -1.19, 0.3],
    h1Length: [1.38, 1.82, 0.4],
    h1Linked: [-1.14, -1.15, 0.1],
    h1Title: [0.94, 0.54, 0.5],
    aOne: [0.94, 0.24, 0.3],
    nGood: [1.2, 0.61, 0.5],
    nBad: [-0.9, -0.19, 0.2],
    bDateOne: [1.1, 0.03, 0.2],
    bTimeOne: [0.79, -0.09, 0.2],
    bAuthorLink: [0.55, 0.05, 0.2],
    sShare: [1.62, 0.99, 0.6],
    xImages: [0.67, 0.77, 1.3],
    xInputs: [-0.57, -0.44, 0.7],
    xCart: [-1.84, -1.3, 0.1],
    xCode: [-1.6, -1.68, 0],
    xSelects: [-1.31, -0.68, 0.1],
    cNewsText: [0.3, 0.26, 0.6],
    cSectionText: [-0.43, -0.27, 0.3],
    cNewsroomText: [0.36, 0.62, 0.2],
  },
};
