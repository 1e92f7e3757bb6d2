/** A stretch of words that differs. '' on one side: left out by the article, or put in by it. */
export interface WordChange {
  article: string;
  source: string;
}

/** The same as places among the words: from, and behind the last. */
export interface ChangedStretch {
  article: [number, number];
  source: [number, number];
}

export interface Alignment {
  changes: ChangedStretch[];
  /** Words put in, left out or exchanged. */
  cost: number;
  /** The aligned stretch of the source, in words. */
  start: number;
  end: number;
}

/**
 * The stretch of the source that a run of words differs least from, and the differences: Sellers' approximate
 * matching (1980) by words, so the source may go on before and after. O(words of both multiplied).
 */
export function alignWords<Word>(
  claimed: readonly Word[],
  given: readonly Word[],
  same: (a: Word, b: Word) => boolean,
  from = 0,
): Alignment {
  const source = given.slice(from);
  const width = source.length + 1;
  // distance[i][j]: the first i claimed words against a stretch of the source that ends at j.
  const distance = new Uint16Array((claimed.length + 1) * width);
  const at = (i: number, j: number): number => distance[i * width + j] ?? 0;
  const equal = (i: number, j: number): boolean => {
    const [word, other] = [claimed[i - 1], source[j - 1]];
    return word !== undefined && other !== undefined && same(word, other);
  };
  for (let i = 1; i <= claimed.length; i++) {
    distance[i * width] = i;
    for (let j = 1; j < width; j++) {
      const exchanged = at(i - 1, j - 1) + (equal(i, j) ? 0 : 1);
      distance[i * width + j] = Math.min(exchanged, at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  let j = 0;
  for (let end = 1; end < width; end++) if (at(claimed.length, end) < at(claimed.length, j)) j = end;
  // A last word that was exchanged has its counterpart.
  if (
    j < width - 1 &&
    at(claimed.length, j + 1) === at(claimed.length, j) &&
    at(claimed.length, j) > 0 &&
    !equal(claimed.length, j)
  )
    j++;
  const end = from + j;
  const changes: ChangedStretch[] = [];
  let open: ChangedStretch | undefined;
  const note = (i: number, k: number, words: number, others: number) => {
    open ??= { article: [i, i], source: [from + k, from + k] };
    open.article[0] = i - words;
    open.source[0] = from + k - others;
  };
  const close = () => {
    if (open) changes.unshift(open);
    open = undefined;
  };
  for (let i = claimed.length; i > 0; ) {
    if (j > 0 && equal(i, j) && at(i, j) === at(i - 1, j - 1)) {
      close();
      i--;
      j--;
    } else if (j > 0 && at(i, j) === at(i - 1, j - 1) + 1) {
      note(i, j, 1, 1);
      i--;
      j--;
    } else if (at(i, j) === at(i - 1, j) + 1) {
      note(i, j, 1, 0);
      i--;
    } else {
      note(i, j, 0, 1);
      j--;
    }
  }
  close();
  return { changes, cost: at(claimed.length, end - from), start: from + j, end };
}
