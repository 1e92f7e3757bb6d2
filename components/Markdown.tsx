import { marked, type Token, type Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { isIntricate } from './isIntricate.ts';
import { SafeLink } from './SafeLink.tsx';

interface Props {
  text: string;
}

/**
 * A note's Markdown as elements. marked only *reads* it: its tokens become vnodes, never HTML, because the
 * pages' policy allows no HTML sinks and a note may come from a stranger's file. Raw HTML is shown as the
 * text it is; images are shown as links, so that nothing is fetched. What is too intricate to be read, or can't be
 * drawn, is shown as it was typed.
 */
export function Markdown({ text }: Props) {
  const asTyped = (
    <p class="markdown markdown-plain" dir="auto">
      {text}
    </p>
  );
  if (isIntricate(text)) return asTyped;
  return (
    <ErrorBoundary fallback={asTyped}>
      <Rendered text={text} />
    </ErrorBoundary>
  );
}

function Rendered({ text }: Props) {
  const tokens = marked.lexer(text, { gfm: true, breaks: true });
  return (
    <div class="markdown" dir="auto">
      {blocks(tokens)}
    </div>
  );
}

const blocks = (tokens: Token[]): ComponentChildren[] => tokens.map((token, index) => block(token, index));
const inlines = (tokens: Token[] | undefined): ComponentChildren[] =>
  (tokens ?? []).map((token, index) => inline(token, index));

/** Character references a writer of Markdown may meet; marked's tokens hold them as typed. */
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const plain = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{2,6}));/gu, (whole, name?: string, code?: string) => {
    if (name) return NAMED[name] ?? whole;
    const point = Number(code);
    return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

function block(token: Token, key: number): ComponentChildren {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      // One level for all: a note stands under the headings of the view and must not break their order.
      return (
        <p key={key} class="markdown-heading">
          {inlines(token.tokens)}
        </p>
      );
    case 'paragraph':
      return <p key={key}>{inlines(token.tokens)}</p>;
    case 'text':
      return <span key={key}>{token.tokens ? inlines(token.tokens) : plain(token.text)}</span>;
    case 'blockquote':
      return <blockquote key={key}>{blocks(token.tokens ?? [])}</blockquote>;
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <pre key={key} tabIndex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case 'hr':
      return <hr key={key} />;
    case 'list':
      return list(token as Tokens.List, key);
    case 'table':
      return table(token as Tokens.Table, key);
    default:
      return <p key={key}>{token.raw}</p>;
  }
}

function list(token: Tokens.List, key: number): ComponentChildren {
  const items = token.items.map((item, index) => (
    <li key={index} class={item.task ? 'markdown-task' : undefined}>
      {item.task && <input type="checkbox" checked={item.checked === true} disabled aria-label={item.text} />}
      {blocks(item.tokens.filter(({ type }) => type !== 'checkbox'))}
    </li>
  ));
  if (!token.ordered) return <ul key={key}>{items}</ul>;
  return (
    <ol key={key} start={typeof token.start === 'number' ? token.start : 1}>
      {items}
    </ol>
  );
}

function table(token: Tokens.Table, key: number): ComponentChildren {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div key={key} class="markdown-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {token.header.map((cell, index) => (
              <th key={index}>{inlines(cell.tokens)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{inlines(cell.tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inline(token: Token, key: number): ComponentChildren {
  switch (token.type) {
    case 'strong':
      return <strong key={key}>{inlines(token.tokens)}</strong>;
    case 'em':
      return <em key={key}>{inlines(token.tokens)}</em>;
    case 'del':
      return <del key={key}>{inlines(token.tokens)}</del>;
    case 'codespan':
      return <code key={key}>{token.text}</code>;
    case 'br':
      return <br key={key} />;
    case 'link':
      return (
        <SafeLink key={key} url={token.href}>
          {inlines(token.tokens)}
        </SafeLink>
      );
    case 'image':
      return (
        <SafeLink key={key} url={token.href}>
          {plain(token.text) || token.href}
        </SafeLink>
      );
    case 'escape':
    case 'text':
      return plain(token.text);
    default:
      return token.raw;
  }
}
