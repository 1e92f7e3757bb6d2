import { Marked, type Tokens } from 'marked';
import type { ArticleNotes } from './ArticleNotes.ts';
import { addressOf, inDocumentOrder } from './ArticleNotes.ts';
import { annotationParts, labels } from './annotationSection.ts';
import { articleParts } from './markdown.ts';
import { linkDestination } from './markdownLink.ts';
import { plainLine } from './plainLine.ts';
import { plain } from './presets/commonDialects.ts';
import { WORDS } from './words.ts';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (char) => ESCAPES[char] ?? char);

/** Nothing but text and links to pages and mailboxes, whatever the Markdown may hold. */
const marked = new Marked({ gfm: true }).use({
  renderer: {
    html: ({ raw }: Tokens.HTML | Tokens.Tag) => escaped(raw),
    image: ({ text }: Tokens.Image) => escaped(text),
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '☑ ' : '☐ '),
    link({ href, tokens }: Tokens.Link) {
      const words = this.parser.parseInline(tokens);
      const isMail = /^mailto:[^\s"'<>]+$/iu.test(href);
      const address = isMail ? href : linkDestination(href).replaceAll('&amp;', '&');
      return address ? `<a href="${escaped(address)}" rel="noreferrer">${words}</a>` : words;
    },
  },
});

/** Sets each paragraph in the direction of its own script; on paper addresses of links are not needed twice. */
const STYLE = `
:root { color-scheme: light dark; }
body { font: 1.0625rem/1.55 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, p, li, blockquote { unicode-bidi: plaintext; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { font-size: 1.15rem; margin-top: 2rem; }
blockquote { margin: 1rem 0; padding: .1rem 1rem; border-inline-start: .25rem solid #c9a227; }
article + article { margin-top: 3rem; border-top: 1px solid; }
ul { font-size: .9rem; }
pre { white-space: pre-wrap; }
@media print {
  body { max-width: none; margin: 0; font-size: 11pt; }
  article { break-before: page; }
  article:first-of-type { break-before: auto; }
  h1, h2 { break-after: avoid; }
  blockquote, li { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;

function page(title: string, language: string): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
`;
}

function articleHtml({ article, annotations }: ArticleNotes): string {
  const label = labels();
  const url = addressOf(article);
  const blocks = [
    plain.article(articleParts(article), ''),
    ...inDocumentOrder(annotations).map((one) => plain.annotation(annotationParts(one, url, label), one.id)),
  ];
  // Each block on its own: nothing in one can reach the next.
  const html = blocks
    .flatMap(({ head, note, tail }) => [head, note, tail])
    .filter(Boolean)
    .map((markdown) => marked.parse(markdown, { async: false }));
  return `<article>\n${html.join('')}</article>\n`;
}

/**
 * A library as one page of HTML that stands alone: no script, nothing loaded, made to be printed. In pieces of one
 * article each.
 * @param title of the page; left out, the library's name
 */
export async function* libraryToHtml(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
  title: string = WORDS.library,
): AsyncGenerator<string, void> {
  yield page(plainLine(title) || WORDS.untitled, 'en');
  for await (const notes of library) yield articleHtml(notes);
  yield '</body>\n</html>\n';
}
