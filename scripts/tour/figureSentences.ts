/**
 * Runs in the page (its text is sent there, so it must not use anything outside itself): sentences with a figure
 * in the text of the page, first ones first.
 *
 * The body is the element whose own paragraphs hold the most text. That is enough for a demonstration on any
 * saved page; the extension has its own, better way.
 */
export function figureSentences(): string[] {
  const body = Object.getOwnPropertyDescriptor(Document.prototype, 'body')?.get?.call(
    document,
  ) as HTMLElement;
  const weights = new Map<Element, number>();
  for (const block of body.querySelectorAll('p, li, blockquote, td, div, section')) {
    if (block.closest('nav, header, footer, aside, form, figure, [hidden], dialog')) continue;
    const own = [...block.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE || node.nodeName !== 'DIV',
    );
    const words = own
      .map((node) => node.textContent ?? '')
      .join('')
      .trim();
    if (
      !/^(P|LI|BLOCKQUOTE)$/.test(block.nodeName) &&
      !own.some((node) => node.nodeType === 3 && (node.textContent ?? '').trim().length > 60)
    )
      continue;
    const parent = block.nodeName === 'P' ? block.parentElement : block;
    if (parent && words.length > 60) weights.set(parent, (weights.get(parent) ?? 0) + words.length);
  }
  const [main] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? [body];

  const found: string[] = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const segmenter = new Intl.Segmenter(document.documentElement.lang || 'en', { granularity: 'sentence' });
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (
      !parent ||
      /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TEXTAREA)$/.test(parent.nodeName) ||
      !parent.checkVisibility()
    )
      continue;
    if (parent.closest('figure, table, aside, nav, button, h1, h2, h3')) continue;
    for (const { segment } of segmenter.segment(node.data)) {
      const sentence = segment.trim();
      if (/\p{Nd}/u.test(sentence) && sentence.length >= 25 && sentence.length <= 400) found.push(sentence);
    }
  }
  return found;
}
