import { describe, indexText, type Target } from '#anchoring/index.ts';
import { writeMarkdown } from '#exchange/index.ts';
import { WORDS } from '#exchange/words.ts';
import { anAnnotation, anArticle } from '#tests/unit/exchange/records.ts';
import { selected } from './selected.ts';

declare global {
  interface Window {
    exportSelected: () => { target: Target; link: string };
  }
}

/** The link of a mark as the exported file has it: written by the browser, which divides words in its own way. */
function exportedLink(url: string, target: Target): string {
  const article = anArticle({ urls: [url], canonicalUrl: url });
  const markdown = writeMarkdown({ article, annotations: [anAnnotation({ url, target })] }, 'plain');
  return markdown.split(`[${WORDS.open}](`)[1]?.split(')')[0] ?? '';
}

window.exportSelected = () => {
  const target = describe(indexText(document.body), selected());
  return { target, link: exportedLink(location.origin + location.pathname, target) };
};
