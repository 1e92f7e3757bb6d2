import { decodePunycode } from './punycode.ts';

/** Scripts that are used together in honest names (Unicode TS 39, "highly restrictive"), one set each. */
const HONEST = [
  /^[\p{Script=Latin}\p{N}\p{M}-]+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{N}\p{M}ー-]+$/u,
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Latin}\p{N}\p{M}-]+$/u,
  /^[\p{Script=Arabic}\p{N}\p{M}-]+$/u,
  /^[\p{Script=Hebrew}\p{N}\p{M}-]+$/u,
  /^[\p{Script=Devanagari}\p{N}\p{M}-]+$/u,
  /^[\p{Script=Thai}\p{N}\p{M}-]+$/u,
];

/** Scripts whose letters pass for Latin ones: trusted only under a top-level name of the same script. */
const LOOK_ALIKE = [/^[\p{Script=Cyrillic}\p{N}\p{M}-]+$/u, /^[\p{Script=Greek}\p{N}\p{M}-]+$/u];

function decodeLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  return decodePunycode(label.slice(4)) ?? label;
}

/**
 * The host name as a reader may safely see it: in its own script where every label keeps to one, else in
 * punycode, so that a mixed name can't pass for a known one. Empty for what is no http(s) address.
 */
export function readableHost(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return '';
  const ascii = hostname.replace(/^www\./u, '');
  if (!ascii.includes('xn--')) return ascii;
  const labels = ascii.split('.').map(decodeLabel);
  const top = labels.at(-1) ?? '';
  const honest = labels.every(
    (label) =>
      HONEST.some((set) => set.test(label)) || LOOK_ALIKE.some((set) => set.test(label) && set.test(top)),
  );
  return honest ? labels.join('.') : ascii;
}
