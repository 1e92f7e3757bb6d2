import type { PageParts } from '../e2e/driver/pageParts.ts';

/**
 * Makes a backup file in the page and chooses it, as the reader would in the dialog: `count` annotations of `count / 50`
 * invented articles, each with `salt` random bytes, which no packing makes smaller. Resolves with the file's size in bytes.
 */
export async function chooseBackup(
  page: PageParts,
  count: number,
  prefix: string,
  salt = 0,
): Promise<number> {
  const time = '2026-11-01T08:00:00.000Z';
  const number = (n: number) => String(n).padStart(7, '0');
  const articles = Math.ceil(count / 50);
  const address = (n: number) => `https://quay.example/${prefix}/${n}`;
  const salted = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(salt))));
  const line = (one: unknown) => `${JSON.stringify(one)}\n`;
  const parts = [
    line({
      counts: { annotations: count, articles, versions: 0 },
      exportedAt: time,
      format: 'claimlight-library',
      libraryId: prefix,
      version: 1,
    }),
  ];
  for (let n = 0; n < articles; n++)
    parts.push(
      line({
        record: {
          authors: ['Ines Marlow'],
          canonicalUrl: address(n),
          createdAt: time,
          description: null,
          edited: [],
          id: `${prefix}-a${number(n)}`,
          image: null,
          kind: 'news',
          language: 'en',
          modifiedAt: null,
          note: '',
          publishedAt: null,
          revision: 1,
          section: null,
          site: 'The Quay Courier',
          tags: [],
          title: `Tolls, part ${n}`,
          titleHistory: [],
          updatedAt: time,
          urls: [address(n)],
        },
        store: 'articles',
      }),
    );
  for (let n = 0; n < count; n++)
    parts.push(
      line({
        record: {
          anchor: { checkedAt: time, lastSeenAt: time, state: 'exact' },
          articleId: `${prefix}-a${number(n % articles)}`,
          color: 'yellow',
          createdAt: time,
          ext: {},
          history: [],
          id: `${prefix}-n${number(n)}`,
          note: `Ask the pilots, ${n}${salted()}`,
          revision: 1,
          sources: [],
          tags: ['port'],
          target: {
            end: 76 + n,
            exact: `Tolls rose by ${n} per cent in January`,
            prefix: 'The port said: ',
            start: 40 + n,
            suffix: ', the third rise',
          },
          updatedAt: time,
          url: address(n % articles),
        },
        store: 'annotations',
      }),
    );
  const body = new Blob(parts);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await body.arrayBuffer()));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const end = line({ count: articles + count, end: true, sha256 });
  page.chooseFile([body, end], `${prefix}.jsonl`);
  return body.size + end.length;
}
