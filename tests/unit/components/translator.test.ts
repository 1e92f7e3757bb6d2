import arabic from 'virtual:words/ar';
import english from 'virtual:words/en';
import french from 'virtual:words/fr';
import { describe, expect, it } from 'vitest';
import { translator } from '#locales/translator.ts';
import { directionOf, languageFor, tagFor } from '#model/languages.ts';

describe('the look-up of words', () => {
  it('has the six plural forms of Arabic', () => {
    const t = translator((key) => arabic[key], 'ar-u-nu-latn');
    const said = [0, 1, 2, 3, 11, 100].map((count) => t('counts.all', count));
    expect(new Set(said).size).toBe(6);
    expect(said[2]).toBe('تظليلان');
    expect(said[3]).toBe('3 تظليلات');
    expect(said[4]).toBe('11 تظليلًا');
  });

  it('says none of English highlights in words of its own, and one of nought in French', () => {
    expect(translator((key) => english[key], 'en')('counts.all', 0)).toBe('No highlights');
    expect(translator((key) => french[key], 'fr')('popup.found', 0)).toBe('Rien trouvé');
    expect(translator((key) => french[key], 'fr')('quick.others', 1)).toBe('1 autre surlignage ici');
  });

  it('writes figures as the language does', () => {
    expect(translator((key) => english[key], 'en')('counts.all', 12_345)).toBe('12,345 highlights');
    expect(translator(() => '{count}', 'de')('counts.changed', { count: 12_345 })).toBe('12.345');
  });

  it('sets values apart where writing runs from right to left, and nowhere else', () => {
    expect(translator(() => '«{title}»', 'ar')('toast.articleDeleted', { title: 'Tolls' })).toBe(
      '«\u2068Tolls\u2069»',
    );
    expect(translator(() => '“{title}”', 'en')('toast.articleDeleted', { title: 'Tolls' })).toBe('“Tolls”');
  });

  it('reads the browser’s own messages, where the English forms stand in one', () => {
    const t = translator(
      (key) => (key === 'counts.all' ? 'No highlights | 1 highlight | $1 highlights' : ''),
      'en',
    );
    expect([0, 1, 2].map((count) => t('counts.all', count))).toEqual([
      'No highlights',
      '1 highlight',
      '2 highlights',
    ]);
    const two = translator((key) => (key === 'badge.count' ? '1 mark | $1 marks' : ''), 'en');
    expect([0, 1, 2].map((count) => two('badge.count', count))).toEqual(['0 marks', '1 mark', '2 marks']);
  });
});

describe('the language', () => {
  it('is the reader’s choice, else the browser’s, else English', () => {
    expect(languageFor('ja', 'de-AT')).toBe('ja');
    expect(languageFor('system', 'de-AT')).toBe('de');
    expect(languageFor('system', 'ar_EG')).toBe('ar');
    expect(languageFor('system', 'it')).toBe('en');
  });

  it('takes the browser’s region only where the words are of its language', () => {
    expect(tagFor('en', 'en_GB')).toBe('en-GB');
    expect(tagFor('en', 'de-AT')).toBe('en');
    expect(directionOf('ar-EG')).toBe('rtl');
    expect(directionOf('ja')).toBe('ltr');
  });
});
