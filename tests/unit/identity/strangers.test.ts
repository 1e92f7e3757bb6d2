import { describe, expect, it } from 'vitest';
import { articleAddresses } from '#article/articleAddresses.ts';
import { knownArticle } from '#identity/knownArticle.ts';
import type { Article } from '#model/records.ts';
import { registrableDomain } from '#model/registrableDomain.ts';

const STORY = 'https://www.quay.example/harbour-tolls-will-rise-by-a-tenth';
const IN = encodeURIComponent(STORY);
const BARE = STORY.slice('https://'.length);

/** Hosts that anybody can have, in the dress of a carrier. */
const STRANGERS = [
  `http://google.ab.io/url?url=${IN}`,
  `https://www.google.xyz/url?q=${IN}`,
  `https://www.google.evil.example/url?q=${IN}`,
  `https://google.co/url?url=${IN}`,
  `https://notgoogle.com/url?url=${IN}`,
  `https://www.google.com.evil.example/url?url=${IN}`,
  `https://google.ab.io/amp/s/${BARE}`,
  `https://bing.ab.io/amp/s/${BARE}`,
  `https://bing.com.de/amp/s/${BARE}`,
  `https://evil.cdn.ampproject.org/c/s/${BARE}`,
  `https://evil-example.cdn.ampproject.org/v/s/${BARE}`,
  `https://cdn.ampproject.org/c/s/${BARE}`,
  `https://x.bing-amp.com/c/s/${BARE}`,
  `https://evil.safelinks.protection.outlook.com/?url=${IN}`,
  `https://safelinks.protection.outlook.com.evil.example/?url=${IN}`,
  `https://www.facebook.com/?u=${IN}`,
  `https://evil.facebook.com/l.php?u=${IN}`,
  `https://vk.com/?to=${IN}`,
  `https://www.linkedin.com/?url=${IN}`,
  `https://l.facebook.com.evil.example/l.php?u=${IN}`,
  `https://evil.example/url?url=${IN}`,
];

/** Carriers as they are: what stands there is their own word about the story. */
const CARRIERS = [
  `https://www.google.com/url?q=${IN}`,
  `https://www.google.co.uk/url?url=${IN}`,
  `https://www.google.com/amp/s/${BARE}`,
  `https://www-quay-example.cdn.ampproject.org/c/s/${BARE}`,
  `https://www-quay-example.cdn.ampproject.org/v/s/${BARE}`,
  `https://l.facebook.com/l.php?u=${IN}`,
  `https://eur01.safelinks.protection.outlook.com/?url=${IN}`,
  `https://vk.com/away.php?to=${IN}`,
];

const article = { id: 'story', title: 'Tolls', titleHistory: [], publishedAt: null } as unknown as Article;
const library = {
  articles: {
    find: async (addresses: string[]) =>
      addresses.some((one) => articleAddresses(STORY, null).includes(one)) ? article : undefined,
  },
};

describe('a page of a stranger', () => {
  it.each(STRANGERS)('is not taken for the story it names: %s', async (url) => {
    expect((await knownArticle(library, url, null)).article).toBe(undefined);
    const claiming = { canonicalUrl: STORY, title: 'Tolls', publishedAt: null };
    expect((await knownArticle(library, url, claiming)).article).toBe(undefined);
    const site = (address: string) => registrableDomain(new URL(address).hostname);
    for (const address of articleAddresses(url, STORY)) expect(site(address)).toBe(site(url));
  });

  it.each([
    ['https://alice.amp.pages.dev/story', 'alice.pages.dev'],
    ['https://m.github.io/story', 'github.io'],
    ['https://amp.blogspot.com/story', 'blogspot.com'],
    ['https://www.co.uk/story', 'co.uk'],
    ['https://alice.m.vercel.app/story', 'alice.vercel.app'],
  ])('is not folded to its neighbour: %s', (url, neighbour) => {
    expect(articleAddresses(url, null).map((address) => new URL(address).hostname)).not.toContain(neighbour);
  });
});

it.each(CARRIERS)('a carrier named exactly leads to the story: %s', async (url) => {
  expect((await knownArticle(library, url, null)).article?.id).toBe('story');
});

it.each(['https://m.quay.example/tolls', 'https://amp.quay.example/tolls', 'https://www.quay.example/tolls'])(
  'an outlet’s own dress is still folded: %s',
  (url) => expect(articleAddresses(url, null)).toContain('https://quay.example/tolls'),
);
