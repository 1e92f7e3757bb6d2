import { highlightText } from '@apache-annotator/dom';
import { anchorAll, describe, indexText } from '#anchoring/index.ts';
import { newsPage, type Paragraph, paragraphAt, rangeIn } from './newsPage.ts';
import { randomFrom } from './random.ts';

/** Ways of drawing ranges; each returns how to take the drawing away. */
const PAINTERS: Record<string, (ranges: Range[]) => () => void> = {
  'Claimlight: one Highlight per style': (ranges) => {
    CSS.highlights.set('bench-note', new Highlight(...ranges));
    return () => CSS.highlights.delete('bench-note');
  },
  'one Highlight per note': (ranges) => {
    const style = document.createElement('style');
    style.textContent = ranges.map((_, i) => `::highlight(bench-${i}){background:#fe08}`).join('\n');
    document.head.append(style);
    for (const [i, range] of ranges.entries()) CSS.highlights.set(`bench-${i}`, new Highlight(range));
    return () => {
      style.remove();
      for (let i = 0; i < ranges.length; i++) CSS.highlights.delete(`bench-${i}`);
    };
  },
  'wrapping in elements (Apache Annotator 0.2.0)': (ranges) => {
    const undo = ranges.map((range) => highlightText(range, 'mark'));
    return () => {
      for (const take of undo.reverse()) take();
    };
  },
};

declare global {
  interface Window {
    cpuMs?: () => Promise<number>;
  }
}
const cpu = async (): Promise<number> => (window.cpuMs ? await window.cpuMs() : performance.now());
const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function paint(name: string, paragraphs: Paragraph[], count: number) {
  document.body.innerHTML = newsPage(paragraphs);
  const style = document.createElement('style');
  style.textContent = '::highlight(bench-note){background:#fe08;text-decoration:underline}';
  document.head.append(style);
  const ranges = rangesFor(paragraphs, count);
  await frame();
  await frame();
  const elements = document.getElementsByTagName('*').length;
  const height = document.body.scrollHeight;
  const reading = await readingCost();
  const start = await cpu();
  const undo = PAINTERS[name]?.(ranges);
  void document.body.offsetHeight;
  const drawn = await cpu();
  await frame();
  await frame();
  const shown = await cpu();
  const added = document.getElementsByTagName('*').length - elements;
  const grown = document.body.scrollHeight - height;
  const scroll = await scrollCost();
  undo?.();
  const plain = await scrollCost();
  return {
    drawMs: drawn - start - reading,
    frameMs: shown - start - 2 * reading,
    added,
    grown,
    scroll,
    plain,
  };
}

function rangesFor(paragraphs: Paragraph[], count: number): Range[] {
  const random = randomFrom(5);
  const usable = paragraphs.flatMap(({ text }, i) => (text.length >= 60 ? [i] : []));
  const index = indexText(document.body);
  const targets = Array.from({ length: count }, () => {
    const b = usable[Math.floor(random() * usable.length)] ?? 0;
    const start = Math.floor(random() * 20);
    return describe(index, rangeIn(paragraphAt(b), start, start + 40));
  });
  return anchorAll(index, targets).flatMap(({ range }) => (range ? [range] : []));
}

async function readingCost(): Promise<number> {
  const costs: number[] = [];
  for (let i = 0; i < 9; i++) {
    const a = await cpu();
    costs.push((await cpu()) - a);
  }
  return costs.sort((a, b) => a - b)[4] ?? 0;
}

/** CPU milliseconds of one frame while scrolling through the page. */
async function scrollCost(): Promise<number> {
  const start = await cpu();
  for (let i = 0; i < 30; i++) {
    window.scrollTo(0, (i * document.body.scrollHeight) / 30);
    await frame();
  }
  const end = await cpu();
  window.scrollTo(0, 0);
  return (end - start) / 30;
}

Object.assign(window, { painting: { paint, names: Object.keys(PAINTERS) } });
