import { expect, it } from 'vitest';
import { isReadableByAll, typedServer } from '#companion/typedServer.ts';

it.each([
  ['https://cloud.example/dav', '', 'https://cloud.example/dav/'],
  ['cloud.example/dav/', 'Shared files/notes', 'https://cloud.example/dav/Shared%20files/notes/'],
  [' http://nas.local:8080 ', '/Sync/', 'http://nas.local:8080/Sync/'],
  ['https://ana:secret@cloud.example/dav?x#y', 'ümläut', 'https://cloud.example/dav/%C3%BCml%C3%A4ut/'],
])('takes %s and “%s” for %s', (address, folder, expected) => {
  expect(typedServer(address, folder)).toBe(expected);
});

it.each([
  ['', ''],
  ['ftp://cloud.example', ''],
  ['file:///etc', ''],
  ['javascript:alert(1)', ''],
  ['https://', ''],
  ['https://cloud.example', '../elsewhere'],
])('takes %s and “%s” for no address', (address, folder) => {
  expect(typedServer(address, folder)).toBeUndefined();
});

it('knows where a password can be read on the way', () => {
  expect(isReadableByAll('http://nas.local/')).toBe(true);
  for (const address of [
    'https://nas.local/',
    'http://localhost:8080/',
    'http://127.0.0.1/',
    'http://[::1]/',
  ])
    expect(isReadableByAll(address)).toBe(false);
});
