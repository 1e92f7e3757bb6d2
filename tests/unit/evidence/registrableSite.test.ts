import { expect, it } from 'vitest';
import { registrableSite } from '#evidence/registrableSite.ts';

it.each([
  ['https://example.com/a', 'example.com'],
  ['http://www.news.example.com:8080/a', 'example.com'],
  ['https://EXAMPLE.com./', 'example.com'],
  ['https://www.outlet.co.uk/', 'outlet.co.uk'],
  ['https://stats.gov.uk/', 'stats.gov.uk'],
  ['https://m.paper.com.au/', 'paper.com.au'],
  ['https://zeitung.de/', 'zeitung.de'],
  ['https://reader.wordpress.com/', 'reader.wordpress.com'],
  ['https://wordpress.com/', 'wordpress.com'],
  ['https://münchen.example/', 'xn--mnchen-3ya.example'],
  ['https://reader.github.io/', 'reader.github.io'],
  ['http://localhost:3000/', 'localhost'],
  ['http://localhost./', 'localhost'],
  ['http://127.0.0.1/', '127.0.0.1'],
  ['http://[::1]/', '[::1]'],
  ['javascript:alert(1)', ''],
  ['ftp://example.com/a', ''],
  ['file:///etc/passwd', ''],
  ['no address', ''],
  ['', ''],
])('the site of %s is %s', (url, site) => {
  expect(registrableSite(url)).toBe(site);
});
