// Written by `npm run fit:detector` from 1873 pages. Do not edit.

export interface Stage {
  /** One number for each head: the gate, and (with everything read) news. */
  bias: number[];
  /** By feature: a weight for each head, then the feature's mean over all pages. */
  weights: Record<string, number[]>;
}

/** Probability of the second head from which a page is called news. */
export const NEWS_FROM = 0.42;

/** Stage 0 score below which a page is dropped without reading its body. */
export const FLOOR = 0.042;

/** Probability of the first head from which a page is an article. */
export const GATE_FROM = 0.6;

/** Reads the address and the head. */
export const CHEAP: Stage = {
  bias: [-4.09],
  weights: {
    uRoot: [1.11, 0.12],
    uDepth: [0.7, 0.4],
    uLast: [2.31, 0.33],
    uHyphens: [0.62, 0.39],
    uSlug: [0.97, 0.47],
    uDate: [2.41, 0.18],
    uLongNumber: [0.04, 0.27],
    uHash: [0.86, 0.27],
    uSection: [-2.64, 0.11],
    uLegal: [-1.65, 0.04],
    uStory: [2.05, 0.18],
    uDesk: [0.64, 0.18],
    uBlog: [-0.11, 0.06],
    uSlash: [0.03, 0.29],
    uNewsHost: [1.48, 0.22],
    uOtherHost: [-2.17, 0.05],
    ogArticle: [1.66, 0.52],
    ogThing: [-2.77, 0.03],
    mDate: [0.54, 0.45],
    mNewsKeywords: [1.28, 0.11],
    mAuthor: [1.15, 0.32],
    mAmp: [0.52, 0.23],
    mLargePreview: [-0.53, 0.23],
    mNewsroom: [1.38, 0.07],
    ldNews: [2.15, 0.18],
    ldOther: [-2.13, 0.05],
  },
};

/** Reads everything. */
export const FULL: Stage = {
  bias: [-8.67, -6.3],
  weights: {
    uRoot: [0.67, 1.02, 0.12],
    uDepth: [1.03, 0.72, 0.4],
    uLast: [1.07, 0.44, 0.33],
    uHyphens: [0.37, 0.34, 0.39],
    uSlug: [0.44, 0.6, 0.47],
    uDate: [0.9, 0.52, 0.18],
    uLongNumber: [0.12, 0.72, 0.27],
    uHash: [0.88, 0.13, 0.27],
    uSection: [-1.09, -0.9, 0.11],
    uLegal: [-1.77, -0.99, 0.04],
    uStory: [2.02, 1.05, 0.18],
    uDesk: [0.51, 0.38, 0.18],
    uBlog: [-1.12, -1.86, 0.06],
    uSlash: [-0.43, -0.39, 0.29],
    uNewsHost: [1.29, 1.46, 0.22],
    uOtherHost: [-1.6, -3.13, 0.05],
    ogArticle: [1.01, 0.6, 0.52],
    ogThing: [-1.29, -1.11, 0.03],
    mDate: [0.51, -0.03, 0.45],
    mNewsKeywords: [0.7, 1.41, 0.11],
    mAuthor: [0.93, 0.19, 0.32],
    mAmp: [0.36, 0.59, 0.23],
    mLargePreview: [-0.84, -0.22, 0.23],
    mNewsroom: [0.8, 1.12, 0.07],
    ldNews: [1.12, 1.04, 0.18],
    ldOther: [-1.96, -1.58, 0.05],
    pText: [0.28, 0.11, 2.9],
    pWide: [0.25, 0.12, 2.95],
    pShare: [1.04, 0.69, 0.61],
    pWideShare: [1.11, 0.9, 0.65],
    pCount: [1.15, -0.02, 0.27],
    pWideCount: [-0.58, -1.41, 0.2],
    pContainers: [-1.15, -0.55, 0.17],
    pStops: [1.53, 1.59, 0.32],
    pLinked: [-2.23, -0.68, 0.05],
    lHeadlines: [0.18, -0.37, 1.3],
    lBalance: [-0.45, -0.29, 0.1],
    lDesks: [0.66, 1.58, 0.15],
    hCount: [-0.76, -0.81, 1.07],
    hLinked: [1.3, 1.62, 0.34],
    h1Count: [-1.01, -1.18, 0.25],
    h1Length: [1.31, 1.81, 0.37],
    h1Linked: [-1.04, -1.12, 0.08],
    h1Title: [0.89, 0.55, 0.51],
    aOne: [0.93, 0.24, 0.27],
    nGood: [1.22, 0.6, 0.52],
    nBad: [-0.97, -0.18, 0.16],
    bDateOne: [1.21, 0.04, 0.18],
    bTimeOne: [0.9, -0.11, 0.21],
    bAuthorLink: [0.67, 0.06, 0.18],
    sShare: [1.66, 0.99, 0.59],
    xImages: [0.68, 0.81, 1.27],
    xInputs: [-0.51, -0.44, 0.72],
    xCart: [-1.83, -1.32, 0.11],
    xForum: [-0.7, -0.29, 0.11],
    xCode: [-1.68, -1.69, 0.05],
    xSelects: [-1.29, -0.73, 0.08],
    cNewsText: [0.3, 0.26, 0.61],
    cSectionText: [-0.43, -0.26, 0.27],
    cNewsroomText: [0.36, 0.62, 0.23],
  },
};
