import { anchor, describe, indexText, type Target } from '#anchoring/index.ts';
import type { KindCase } from './kindCases.ts';
import { newsPage, overlap, paragraphAt, RawOffsets, rangeIn } from './newsPage.ts';

/** What became of a mark: painted over half of its words or more, over some, elsewhere; asked about; or listed only. */
export type Outcome = 'whole' | 'part' | 'wrong' | 'asked' | 'asked elsewhere' | 'missing';

const show = (texts: string[], seed: number): void => {
  document.body.innerHTML = newsPage(
    texts.map((text) => ({ text, tag: 'p' })),
    { seed },
  );
  void document.body.offsetHeight;
};

/** Describes a case's words in the old page and looks for them in the new one. */
function look({ old, new: now, from, to, insertion }: KindCase): Outcome {
  show(old, 3);
  const target: Target = JSON.parse(
    JSON.stringify(describe(indexText(document.body), rangeIn(paragraphAt(from[0]), from[1], from[2]))),
  );
  show(now, 4);
  const gold = rangeIn(paragraphAt(to[0]), to[1], to[2]);
  if (insertion) {
    const [paragraph, at, html] = insertion;
    rangeIn(paragraphAt(paragraph), at, at).insertNode(document.createRange().createContextualFragment(html));
  }
  const { state, range } = anchor(indexText(document.body), target);
  if (!range || state === 'missing') return 'missing';
  const offsets = new RawOffsets();
  const share = overlap(offsets.of(range), offsets.of(gold));
  if (state === 'suggested') return share > 0 ? 'asked' : 'asked elsewhere';
  return share >= 0.5 ? 'whole' : share > 0 ? 'part' : 'wrong';
}

Object.assign(window, { look });
