import { describe, expect, it } from 'vitest';
import { offRule, sitesOffAt, switchedOn } from '#identity/siteRules.ts';

describe('sites that are off', () => {
  it.each([
    ['https://bank.example/login', ['bank.example'], ['bank.example']],
    ['https://www.bank.example/', ['bank.example'], ['bank.example']],
    ['https://bank.example:8443/', ['bank.example'], ['bank.example']],
    ['https://bank.example./', ['bank.example'], ['bank.example']],
    [
      'https://mail.post.example/',
      ['post.example', 'mail.post.example'],
      ['post.example', 'mail.post.example'],
    ],
    ['https://mybank.example/', ['bank.example'], []],
    ['https://bank.example.evil.example/', ['bank.example'], []],
    ['https://news.example/?to=bank.example', ['bank.example'], []],
    ['about:blank', ['bank.example'], []],
    ['no address', ['bank.example'], []],
  ])('%s with %j off', (url, off, expected) => {
    expect(sitesOffAt(url, off)).toEqual(expected);
  });

  it('keeps away from private windows unless they are allowed', () => {
    const place = { url: 'https://news.example/', incognito: true };
    expect(offRule(place, { sitesOff: [], privateWindows: false })).toEqual({ kind: 'private' });
    expect(offRule(place, { sitesOff: [], privateWindows: true })).toBeNull();
    expect(offRule(place, { sitesOff: ['news.example'], privateWindows: true })).toEqual({
      kind: 'site',
      site: 'news.example',
    });
  });

  it('switching on takes away every entry that keeps it off here, and no other', () => {
    const settings = {
      sitesOff: ['bank.example', 'mail.post.example', 'post.example'],
      privateWindows: false,
    };
    const mail = { url: 'https://mail.post.example/inbox', incognito: false };
    expect(switchedOn(mail, settings)).toEqual({ sitesOff: ['bank.example'] });
    expect(switchedOn({ url: 'https://news.example/', incognito: true }, settings)).toEqual({
      privateWindows: true,
    });
  });
});
