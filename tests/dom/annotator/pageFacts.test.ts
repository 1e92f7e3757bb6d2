import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { PageFacts } from '#annotator/PageFacts.ts';

const URL_HERE = 'https://tidewater.example/harbour/2026/11/20/dredger-found';

/** Facts of this page; `host` stands for our own interface in it. */
function pageFacts() {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const host = document.createElement('claimlight-quick');
  return { host, facts: new PageFacts((node) => node === host, stop.signal) };
}

let author: HTMLMetaElement;

beforeEach(() => {
  document.title = 'Dredger found';
  author = document.createElement('meta');
  author.name = 'author';
  author.content = 'Ilse Brandvold';
  document.head.append(author);
  document.body.innerHTML = `<article><h1>Dredger found off the sand bank</h1>
    <p>${'The dredger that was lost in March has been found by divers off the sand bank. '.repeat(3)}</p></article>`;
});
afterEach(() => author.remove());

describe('what a page says about its article', () => {
  it('is read once while nothing changes', () => {
    const { facts } = pageFacts();
    const metadata = facts.metadata(URL_HERE);
    const detection = facts.detection(URL_HERE);
    expect(metadata).toMatchObject({ title: 'Dredger found off the sand bank', authors: ['Ilse Brandvold'] });
    expect(facts.metadata(URL_HERE)).toBe(metadata);
    expect(facts.detection(URL_HERE)).toBe(detection);
  });

  it.each<[string, () => void, object]>([
    [
      'a mark in the head changes',
      () => author.setAttribute('content', 'Odd Rune Hval'),
      { authors: ['Odd Rune Hval'] },
    ],
    [
      'the headline is rewritten',
      () => document.querySelector('h1')?.replaceChildren('Dredger raised from the sand bank'),
      { title: 'Dredger raised from the sand bank' },
    ],
    [
      'an element comes late',
      () =>
        author.after(
          Object.assign(document.createElement('meta'), { name: 'description', content: 'Divers found it.' }),
        ),
      { description: 'Divers found it.' },
    ],
  ])('is read again at once where %s', (_, change, expected) => {
    const { facts } = pageFacts();
    const before = facts.metadata(URL_HERE);
    change();
    expect(facts.metadata(URL_HERE)).not.toBe(before);
    expect(facts.metadata(URL_HERE)).toMatchObject(expected);
    document.querySelector('meta[name=description]')?.remove();
  });

  it('is read again after the second change, too', async () => {
    const { facts } = pageFacts();
    for (const name of ['Odd Rune Hval', 'Siv Torpe']) {
      author.setAttribute('content', name);
      // The observer is told before the next look, not by it.
      await Promise.resolve();
      expect(facts.metadata(URL_HERE).authors).toEqual([name]);
    }
  });

  it('is read again for another address', () => {
    const { facts } = pageFacts();
    const before = facts.metadata(URL_HERE);
    expect(facts.metadata('https://tidewater.example/harbour/2026/11/21/divers')).not.toBe(before);
  });

  it('is not read again because our own interface came or went', () => {
    const { facts, host } = pageFacts();
    const before = facts.metadata(URL_HERE);
    document.body.append(host);
    host.remove();
    expect(facts.metadata(URL_HERE)).toBe(before);
  });
});
