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
export const FLOOR = 0.04;

/** Probability of the first head from which a page is an article. */
export const GATE_FROM = 0.6;

/** Reads the address and the head. */
export const CHEAP: Stage = {
  bias: [-4.17],
  weights: {
    uRoot: [1.14, 0.12],
    uDepth: [0.82, 0.4],
    uLast: [2.38, 0.33],
    uHyphens: [0.57, 0.39],
    uSlug: [0.94, 0.47],
    uDate: [2.39, 0.18],
    uLongNumber: [0.07, 0.27],
    uHash: [0.78, 0.27],
    uSection: [-2.57, 0.11],
    uLegal: [-1.76, 0.04],
    uStory: [2.42, 0.18],
    uDesk: [0.5, 0.19],
    uBlog: [-0.03, 0.06],
    uSlash: [0.08, 0.29],
    uNewsHost: [1.46, 0.22],
    uOtherHost: [-2.31, 0.05],
    ogArticle: [1.52, 0.52],
    ogThing: [-2.67, 0.03],
    mDate: [1.18, 0.39],
    mNewsKeywords: [1.21, 0.11],
    mAuthor: [1.19, 0.31],
    mAmp: [0.47, 0.21],
    mLargePreview: [-0.6, 0.23],
    mNewsroom: [1.29, 0.08],
    ldNews: [2.19, 0.18],
    ldOther: [-2.23, 0.05],
  },
};

/** Reads everything. */
export const FULL: Stage = {
  bias: [-8.38, -6.58],
  weights: {
    uRoot: [0.63, 1.02, 0.12],
    uDepth: [1.1, 0.69, 0.4],
    uLast: [1.1, 0.48, 0.33],
    uHyphens: [0.48, 0.45, 0.39],
    uSlug: [0.4, 0.56, 0.47],
    uDate: [1.05, 0.51, 0.18],
    uLongNumber: [0.2, 0.8, 0.27],
    uHash: [0.8, 0.1, 0.27],
    uSection: [-1.14, -0.91, 0.11],
    uLegal: [-1.46, -0.92, 0.04],
    uStory: [1.87, 1.11, 0.18],
    uDesk: [0.54, 0.39, 0.19],
    uBlog: [-1.04, -1.95, 0.06],
    uSlash: [-0.41, -0.33, 0.29],
    uNewsHost: [1.2, 1.32, 0.22],
    uOtherHost: [-1.46, -3.17, 0.05],
    ogArticle: [1.08, 0.48, 0.52],
    ogThing: [-2.09, -1.44, 0.03],
    mDate: [0.49, 0.16, 0.39],
    mNewsKeywords: [0.73, 1.49, 0.11],
    mAuthor: [0.84, 0.1, 0.31],
    mAmp: [0.58, 0.67, 0.21],
    mLargePreview: [-0.73, -0.24, 0.23],
    mNewsroom: [0.69, 1.05, 0.08],
    ldNews: [1.08, 1.01, 0.18],
    ldOther: [-2.02, -1.51, 0.05],
    pText: [0.29, 0.13, 2.89],
    pWide: [0.26, 0.14, 2.95],
    pShare: [0.8, 0.75, 0.61],
    pWideShare: [0.84, 1, 0.65],
    pCount: [1.3, -0.11, 0.27],
    pWideCount: [-0.54, -1.28, 0.2],
    pContainers: [-1.55, -0.68, 0.17],
    pStops: [1.64, 1.48, 0.34],
    pLinked: [-2.41, -1.17, 0.05],
    lHeadlines: [0.35, -0.27, 1.28],
    lBalance: [-0.42, -0.3, 0.08],
    lDesks: [0.89, 1.77, 0.15],
    hCount: [-0.89, -0.78, 1.07],
    hLinked: [1.39, 1.68, 0.34],
    h1Count: [-1.01, -1.2, 0.25],
    h1Length: [1.1, 1.67, 0.37],
    h1Linked: [-1.13, -1.22, 0.08],
    h1Title: [0.96, 0.54, 0.51],
    aOne: [0.9, 0.24, 0.27],
    nGood: [1.13, 0.49, 0.52],
    nBad: [-0.85, -0.16, 0.16],
    bDateOne: [1.26, 0.8, 0.2],
    bTimeOne: [0.98, -0.08, 0.21],
    bAuthorLink: [0.98, 0.08, 0.18],
    sShare: [1.59, 1, 0.51],
    xImages: [0.57, 0.76, 1.22],
    xInputs: [-0.41, -0.46, 0.72],
    xCart: [-1.84, -1.16, 0.1],
    xForum: [-1.02, -0.46, 0.1],
    xCode: [-1.84, -1.78, 0.05],
    xSelects: [-1.22, -0.56, 0.08],
    cNewsText: [0.28, 0.27, 0.61],
    cSectionText: [-0.43, -0.27, 0.26],
    cNewsroomText: [0.31, 0.57, 0.24],
  },
};
