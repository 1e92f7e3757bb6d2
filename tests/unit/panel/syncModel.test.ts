import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

import { SyncModel } from '#panel/options/SyncModel.ts';
import type { Library, SyncStanding } from '#storage/index.ts';

/** A model over a library whose answers come when the test wants. */
const modelOver = (standing: () => Promise<SyncStanding | null>) =>
  new SyncModel({ sync: { standing } } as Partial<Library> as Library);

const name = { kind: 'name', carrier: 'file', folder: null, choice: 'join', name: '' } as const;

it('stays at the step that the reader took while the companion was asked', async () => {
  const answer = Promise.withResolvers<void>();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => answer.promise);
  const model = modelOver(async () => null);
  await model.show({ kind: 'carrier', canFolder: false, companion: 'absent' });
  const asked = model.refresh();
  await model.show(name);
  answer.resolve();
  await asked;
  expect(model.state.value).toEqual(name);
});

it('stays at the step that the reader took while the library was read', async () => {
  const answer = Promise.withResolvers<SyncStanding | null>();
  const model = modelOver(() => answer.promise);
  const asked = model.refresh();
  await model.show(name);
  answer.resolve(null);
  await asked;
  expect(model.state.value).toEqual(name);
});

it('shows the newest of two answers, in whatever order they come', async () => {
  const setup: Partial<SyncStanding['setup']> = {
    carrier: 'file',
    forgotten: [],
    paused: false,
    name: 'Desk',
  };
  const standing = (waiting: number) => ({ setup, waiting }) as SyncStanding;
  const first = Promise.withResolvers<SyncStanding | null>();
  const second = Promise.withResolvers<SyncStanding | null>();
  const answers = [first, second];
  const model = modelOver(() => answers.shift()?.promise ?? Promise.resolve(null));
  const asked = [model.refresh(), model.refresh()];
  second.resolve(standing(2));
  first.resolve(standing(1));
  await Promise.all(asked);
  expect(model.state.value).toMatchObject({ kind: 'on', waiting: 2 });
});
