import { afterEach, describe, expect, it, vi } from 'vitest';
import { indexText } from '#anchoring/index.ts';
import { articleSentences } from '#annotator/articleSentences.ts';
import { SentenceList } from '#annotator/SentenceList.ts';
import { annotatedPage, annotationOf } from './annotatedPage.ts';

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.lang = '';
  vi.unstubAllGlobals();
});

const PARAGRAPHS = [
  'The lock at Ennerholt was closed on Nov. 3 after Mr. Vael found a crack. It is 14 metres long.',
  'Divers of the U.S. firm that built it came on Monday, and they measured it twice before noon that day.',
  '“We have seen worse,” said Ada Quill, who leads them. “We have not seen it here.”',
  'Until it is mended, barges wait. About 60 of them lie in the basin, which has room for 75 of that size.',
];

/** A story of ours with all that may stand around and in the text of one. */
function show(paragraphs: readonly string[] = PARAGRAPHS): void {
  const [first = '', ...rest] = paragraphs;
  document.body.innerHTML = `
    <header><nav><a href="/">Home</a> <a href="/news">News of the day. And more of it.</a></nav></header>
    <main><article>
      <h1>The lock that stood still for 14 days. A report.</h1>
      <p class="byline">By Ada Quill, Nov 01, 2026</p>
      <figure><img alt=""><figcaption>The lock in 2019. Photo by Olm Tarn.</figcaption></figure>
      <p>${first}</p>
      <p>By Ada Quill and Olm Tarn, Nov 01, 2026</p>
      <div class="image-caption">A barge waits. It has waited for 3 days already, says its crew.</div>
      <h2>Nobody knows. Everybody waits.</h2>
      ${rest.map((words) => `<p>${words}</p>`).join('\n')}
      <aside><p>Read also: seven other locks of this kind. They are all open.</p></aside>
    </article></main>
    <footer><p>All rights reserved. Nothing may be copied without leave of the house.</p></footer>`;
}

const sentencesNow = (language = 'en') => {
  const index = indexText(document.body);
  return articleSentences(document, index, language).map(({ start, end }) => index.text.slice(start, end));
};

describe('the sentences of an article', () => {
  it('are those of its running text: no byline, caption, heading, box or menu', () => {
    show();
    expect(sentencesNow()).toEqual([
      'The lock at Ennerholt was closed on Nov. 3 after Mr. Vael found a crack.',
      'It is 14 metres long.',
      'Divers of the U.S. firm that built it came on Monday, and they measured it twice before noon that day.',
      '“We have seen worse,” said Ada Quill, who leads them.',
      '“We have not seen it here.”',
      'Until it is mended, barges wait.',
      'About 60 of them lie in the basin, which has room for 75 of that size.',
    ]);
  });

  it('never run from one paragraph into the next', () => {
    show(['A paragraph without an end, as some sites write their first one, in bold letters', ...PARAGRAPHS]);
    expect(sentencesNow()[0]).toBe(
      'A paragraph without an end, as some sites write their first one, in bold letters',
    );
  });

  it('are those of longer paragraphs on a page that has no body', () => {
    // What stands in a shadow tree is read, but is no body that could be found.
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).innerHTML = `<p>Menu</p><p>${PARAGRAPHS[1]}</p>`;
    document.body.replaceChildren(host);
    expect(sentencesNow()).toEqual([PARAGRAPHS[1]]);
  });

  it('are none on a page without text', () => {
    document.body.innerHTML = '<nav><a href="/">Home</a></nav>';
    expect(sentencesNow()).toEqual([]);
  });
});

describe('the list of them', () => {
  const listed = async (annotations = [] as Parameters<typeof annotatedPage>[0]) => {
    const { page, texts } = await annotatedPage(annotations);
    const list = new SentenceList({ page, texts });
    await list.read();
    return list;
  };

  it('knows which one is marked, also where inline elements divide it', async () => {
    show();
    const marked = annotationOf('crack', 'It is 14 metres long.');
    const paragraph = [...document.querySelectorAll('p')].find((one) =>
      one.textContent?.includes('Ennerholt'),
    );
    if (paragraph) paragraph.innerHTML = paragraph.innerHTML.replace('14 metres', '<b>14</b> <i>metres</i>');
    const list = await listed([marked]);
    const found = Array.from({ length: list.length }, (_, at) => {
      const sentence = list.at(at);
      return sentence && list.annotationOf(sentence)?.id;
    });
    expect(found.flatMap((id) => id ?? [])).toEqual(['crack']);
    expect(found[1]).toBe('crack');
  });

  it('notices that the page took a sentence away, and finds the next place of its words', async () => {
    show();
    const list = await listed();
    expect(list.isIntact(3)).toBe(true);
    const words = list.at(3)?.text ?? '';
    show(PARAGRAPHS.slice(1));
    expect(list.isIntact(3)).toBe(false);
    await list.read();
    expect(list.at(list.nearest(words, 3))?.text).toBe(words);
    expect(list.nearest('gone', 99)).toBe(list.length - 1);
  });
});
