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
  bias: [-8.41, -6.57],
  weights: {
    uRoot: [0.64, 1.01, 0.12],
    uDepth: [1.05, 0.68, 0.4],
    uLast: [1.18, 0.49, 0.33],
    uHyphens: [0.48, 0.46, 0.39],
    uSlug: [0.42, 0.54, 0.47],
    uDate: [1.03, 0.5, 0.18],
    uLongNumber: [0.19, 0.8, 0.27],
    uHash: [0.8, 0.12, 0.27],
    uSection: [-1.13, -0.92, 0.11],
    uLegal: [-1.42, -0.92, 0.04],
    uStory: [1.87, 1.02, 0.18],
    uDesk: [0.53, 0.41, 0.18],
    uBlog: [-1.1, -2.01, 0.06],
    uSlash: [-0.41, -0.32, 0.29],
    uNewsHost: [1.2, 1.32, 0.22],
    uOtherHost: [-1.4, -3.1, 0.05],
    ogArticle: [1.1, 0.53, 0.52],
    ogThing: [-2.06, -1.47, 0.03],
    mDate: [0.24, -0.06, 0.45],
    mNewsKeywords: [0.77, 1.5, 0.11],
    mAuthor: [0.77, 0.11, 0.32],
    mAmp: [0.52, 0.64, 0.23],
    mLargePreview: [-0.75, -0.2, 0.23],
    mNewsroom: [0.79, 1.12, 0.07],
    ldNews: [1.11, 1.03, 0.18],
    ldOther: [-1.93, -1.47, 0.05],
    pText: [0.28, 0.12, 2.89],
    pWide: [0.27, 0.14, 2.95],
    pShare: [0.78, 0.75, 0.61],
    pWideShare: [0.93, 1.04, 0.65],
    pCount: [1.27, -0.11, 0.27],
    pWideCount: [-0.41, -1.19, 0.2],
    pContainers: [-1.49, -0.59, 0.17],
    pStops: [1.64, 1.46, 0.34],
    pLinked: [-2.53, -1.25, 0.05],
    lHeadlines: [0.35, -0.26, 1.28],
    lBalance: [-0.42, -0.29, 0.08],
    lDesks: [0.86, 1.78, 0.15],
    hCount: [-0.9, -0.79, 1.07],
    hLinked: [1.39, 1.67, 0.34],
    h1Count: [-0.94, -1.2, 0.25],
    h1Length: [1.07, 1.67, 0.37],
    h1Linked: [-1.07, -1.15, 0.08],
    h1Title: [1, 0.56, 0.51],
    aOne: [0.95, 0.21, 0.27],
    nGood: [1.18, 0.53, 0.52],
    nBad: [-0.88, -0.15, 0.16],
    bDateOne: [1.23, 0.83, 0.2],
    bTimeOne: [0.97, -0.06, 0.21],
    bAuthorLink: [0.97, 0.14, 0.18],
    sShare: [1.58, 0.99, 0.51],
    xImages: [0.58, 0.75, 1.22],
    xInputs: [-0.43, -0.46, 0.72],
    xCart: [-1.9, -1.17, 0.1],
    xForum: [-1.12, -0.5, 0.1],
    xCode: [-1.86, -1.79, 0.05],
    xSelects: [-1.25, -0.6, 0.08],
    cNewsText: [0.28, 0.27, 0.61],
    cSectionText: [-0.46, -0.28, 0.26],
    cNewsroomText: [0.37, 0.62, 0.23],
  },
};
