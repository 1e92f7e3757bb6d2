import type { Token, Tokens } from 'marked';
import { balanceBidi } from './balanceBidi.ts';
import { BARE_ADDRESS, escapeMarkdown } from './escapeMarkdown.ts';
import { linkDestination } from './markdownLink.ts';

/** Inline tokens of a note as Markdown on as many lines as the reader wrote. */
export function noteInline(tokens: Token[]): string {
  return tokens
    .map((token, index) => (isPageLink(tokens[index - 1], token) ? token.raw : inline(token)))
    .join('');
}

/** `[[https://a.example/x|web]]` is one link of Obsidian, whose inside marked takes for a bare address. */
function isPageLink(before: Token | undefined, { type, raw }: Token): boolean {
  if (type !== 'link' || !before?.raw.endsWith('[[') || before.type !== 'text') return false;
  const isWhole = /^https?:\/\/[^\s<>[\]`\\^$]+\]\]$/iu.test(raw) && !raw.includes('%%');
  return isWhole && linkDestination(raw) !== '' && balanceBidi(raw) === raw;
}

/**
 * Plain words of a note as they were typed, but for the marks that marked did not take for one and that another
 * program might, now or joined with what comes next: raw HTML, embeds, links, addresses, footnotes, code, comments,
 * formulas, definitions and block ids.
 */
function words(raw: string): string {
  return raw
    .split('\n')
    .map((line) =>
      balanceBidi(line)
        // No escape, or marked would have said so: a direction control that is left out may have stood behind it.
        .replace(/\\(?=[!-/:-@[-`{-~]|$)/gu, '\\\\')
        .replace(BARE_ADDRESS, '\\$&')
        .replace(/!(?=\[)|(?<=\])\(/gu, '\\$&')
        .replace(/\[(?=\^)|\](?=:)|\^(?=[A-Za-z\d-]+\s*$)|[<`]|%(?=%)|\$(?=\$)/gu, (mark) =>
          mark === ']' ? ']\\' : `\\${mark}`,
        ),
    )
    .join('\n');
}

function inline(token: Token): string {
  switch (token.type) {
    case 'text':
      return words(token.raw);
    case 'escape':
      return token.raw;
    case 'strong':
    case 'em':
    case 'del': {
      const { raw, text, tokens } = token as Tokens.Strong;
      const mark = raw.slice(0, (raw.length - text.length) / 2);
      return mark + noteInline(tokens) + mark;
    }
    case 'codespan':
      return codeSpan((token as Tokens.Codespan).text);
    case 'br':
      return '\\\n';
    case 'link':
      return link(token as Tokens.Link);
    case 'image': {
      const { text, href } = token as Tokens.Image;
      const destination = linkDestination(href);
      return destination ? `\\![${escapeMarkdown(text)}](${destination})` : escapeMarkdown(token.raw);
    }
    case 'checkbox':
      return '';
    default:
      return escapeMarkdown(token.raw);
  }
}

function codeSpan(code: string): string {
  const text = code.replace(/\s+/gu, ' ');
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/u.test(text) ? ' ' : '';
  return fence + pad + text + pad + fence;
}

function link({ raw, text, href, title, tokens }: Tokens.Link): string {
  // marked knows no footnotes and reads their definitions as addresses; other programs would mix them with ours.
  if (/^\[\^[^\]]*\]$/u.test(raw)) return escapeMarkdown(raw);
  const isMail = /^mailto:[^\s()<>\\]+$/iu.test(href);
  const destination = isMail ? href : linkDestination(href);
  const bare = raw === text || raw === `<${text}>`;
  // Only what may be opened stays a link; javascript:, data: and application schemes are shown instead.
  if (!destination) return bare ? escapeMarkdown(raw) : `${noteInline(tokens)} (${escapeMarkdown(href)})`;
  // `<address>` is a link in every flavour of Markdown, a bare address only in some.
  if (bare) return isMail ? `<${text}>` : `<${destination.replaceAll('&amp;', '&')}>`;
  const hint = title ? ` "${escapeMarkdown(title).replaceAll('"', '\\"')}"` : '';
  // An image becomes a link, and there is no link within a link: its words stay, its own link comes after.
  const images: Token[] = [];
  const label = noteInline(withoutImages(tokens, images));
  return [`[${label}](${destination}${hint})`, ...images.map(inline)].join(' ');
}

function withoutImages(tokens: Token[], images: Token[]): Token[] {
  return tokens.map((token) => {
    if (token.type === 'image') {
      images.push(token);
      const text = escapeMarkdown((token as Tokens.Image).text);
      return { type: 'escape', raw: text, text };
    }
    const inner = (token as Tokens.Generic).tokens;
    return inner ? ({ ...token, tokens: withoutImages(inner, images) } as Token) : token;
  });
}
