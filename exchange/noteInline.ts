import type { Token, Tokens } from 'marked';
import { balanceBidi } from './balanceBidi.ts';
import { BARE_ADDRESS, escapeMarkdown } from './escapeMarkdown.ts';
import { linkDestination } from './markdownLink.ts';

/** Inline tokens of a note as Markdown on as many lines as the reader wrote. */
export function noteInline(tokens: Token[]): string {
  return tokens.map(inline).join('');
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
  return `[${noteInline(tokens)}](${destination}${hint})`;
}
