/**
 * An expression that makes a backup file in the page and chooses it, as the reader would in the dialog: `count`
 * annotations of `count / 50` invented articles, each with `salt` random bytes, which no packing makes smaller. Resolves with the file's size in bytes.
 */
export const chooseBackup = (count: number, prefix: string, salt = 0) => `(async () => {
  const time = '2026-11-01T08:00:00.000Z';
  const number = (n) => String(n).padStart(7, '0');
  const articles = Math.ceil(${count} / 50);
  const address = (n) => 'https://quay.example/${prefix}/' + n;
  const salt = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(${salt}))));
  const parts = [];
  const header = { counts: { annotations: ${count}, articles, versions: 0 }, exportedAt: time, format: 'claimlight-library', libraryId: '${prefix}', version: 1 };
  parts.push(JSON.stringify(header) + '\\n');
  for (let n = 0; n < articles; n++) parts.push(JSON.stringify({ record: {
    authors: ['Ines Marlow'], canonicalUrl: address(n), createdAt: time, description: null, edited: [], id: '${prefix}-a' + number(n),
    image: null, kind: 'news', language: 'en', modifiedAt: null, note: '', publishedAt: null, revision: 1, section: null,
    site: 'The Quay Courier', tags: [], title: 'Tolls, part ' + n, titleHistory: [], updatedAt: time, urls: [address(n)],
  }, store: 'articles' }) + '\\n');
  for (let n = 0; n < ${count}; n++) parts.push(JSON.stringify({ record: {
    anchor: { checkedAt: time, lastSeenAt: time, state: 'exact' }, articleId: '${prefix}-a' + number(n % articles), color: 'yellow',
    createdAt: time, ext: {}, history: [], id: '${prefix}-n' + number(n), note: 'Ask the pilots, ' + n + salt(), revision: 1, sources: [], tags: ['port'],
    target: { end: 76 + n, exact: 'Tolls rose by ' + n + ' per cent in January', prefix: 'The port said: ', start: 40 + n, suffix: ', the third rise' },
    updatedAt: time, url: address(n % articles),
  }, store: 'annotations' }) + '\\n');
  const body = new Blob(parts);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await body.arrayBuffer()));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const end = JSON.stringify({ count: articles + ${count}, end: true, sha256 }) + '\\n';
  const files = new DataTransfer();
  files.items.add(new File([body, end], '${prefix}.jsonl'));
  const input = document.querySelector('input[type=file]');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return body.size + end.length;
})()`;
