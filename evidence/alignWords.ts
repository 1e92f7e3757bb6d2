/** A stretch of words that differs. '' on one side: left out by the article, or put in by it. */
export interface WordChange {
  article: string;
  source: string;
}

export interface Alignment {
  changes: WordChange[];
  /** Words put in, left out or exchanged. */
  cost: number;
  /** End of the aligned stretch in the source, in words. */
  end: number;
}

/**
 * The stretch of the source that a run of words differs least from, and the differences: Sellers' approximate
 * matching (1980) by words, so the source may go on before and after. O(words of both multiplied).
 */
export function alignWords(claimed: string[], given: string[], from = 0): Alignment {
  const source = given.slice(from);
  const width = source.length + 1;
  // distance[i][j]: the first i claimed words against a stretch of the source that ends at j.
  const distance = new Uint16Array((claimed.length + 1) * width);
  const at = (i: number, j: number): number => distance[i * width + j] ?? 0;
  for (const [i, word] of claimed.entries()) {
    distance[(i + 1) * width] = i + 1;
    for (const [j, other] of source.entries()) {
      const exchanged = at(i, j) + (word === other ? 0 : 1);
      distance[(i + 1) * width + j + 1] = Math.min(exchanged, at(i, j + 1) + 1, at(i + 1, j) + 1);
    }
  }
  let j = 0;
  for (let end = 1; end < width; end++) if (at(claimed.length, end) < at(claimed.length, j)) j = end;
  const end = from + j;
  const changes: WordChange[] = [];
  let [article, original]: string[][] = [[], []];
  const close = () => {
    if (article?.length || original?.length) {
      changes.unshift({ article: article?.join(' ') ?? '', source: original?.join(' ') ?? '' });
    }
    [article, original] = [[], []];
  };
  for (let i = claimed.length; i > 0; ) {
    const [word = '', other = ''] = [claimed[i - 1], source[j - 1]];
    if (j > 0 && word === other && at(i, j) === at(i - 1, j - 1)) {
      close();
      i--;
      j--;
    } else if (j > 0 && at(i, j) === at(i - 1, j - 1) + 1) {
      article?.unshift(word);
      original?.unshift(other);
      i--;
      j--;
    } else if (at(i, j) === at(i - 1, j) + 1) {
      article?.unshift(word);
      i--;
    } else {
      original?.unshift(other);
      j--;
    }
  }
  close();
  return { changes, cost: at(claimed.length, end - from), end };
}
