import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '#sync/names.ts';
import { type Door, makeDoor } from '#sync/seal.ts';
import { Device, Diary, dump, textsOf } from './Device.ts';
import { GONE, SharedFolder } from './SharedFolder.ts';

const { CLAIMLIGHT_SCHEDULES, CLAIMLIGHT_SEED } = process.env;
/** `CLAIMLIGHT_SCHEDULES=10000` for the long run, which is another one each time. */
const SCHEDULES = Number(CLAIMLIGHT_SCHEDULES ?? 200);
/** The short run is the same each time: what only one in a thousand schedules shows is the long run's to find. */
const SEED = CLAIMLIGHT_SEED ?? (CLAIMLIGHT_SCHEDULES ? undefined : 20_261_130);
const PAGES = 3;

let opened: { door: Door; key: CryptoKey };
beforeAll(async () => {
  opened = await makeDoor(newId(20), 'eleven calm herons over the quay');
});

const pick = fc.nat(1000);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('mark' as const), page: fc.nat(PAGES - 1) }) },
  ...(
    [
      ['note', 12],
      ['tag', 3],
      ['untag', 2],
      ['claim', 4],
      ['noClaim', 1],
      ['source', 3],
      ['patchSource', 3],
      ['removeSource', 2],
      ['remove', 3],
      ['restore', 2],
      ['removeArticle', 1],
      ['undo', 3],
      ['redo', 1],
      ['merge', 1],
      ['split', 1],
      ['articleNote', 2],
      ['visit', 1],
      ['import', 1],
      ['purge', 1],
    ] as const
  ).map(([name, weight]) => ({ weight, arbitrary: fc.record({ do: fc.constant(name), pick, other: pick }) })),
  { weight: 6, arbitrary: fc.record({ do: fc.constant('exchange' as const) }) },
  { weight: 18, arbitrary: fc.record({ do: fc.constant('catchUp' as const) }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('deliver' as const), pick, isCut: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose' as const), pick }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('die' as const), after: fc.nat(4), isCut: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.nat(600) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const schedule = fc.record({
  skews: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 5 }),
  steps: fc.array(fc.record({ who: fc.nat(4), step }), { minLength: 5, maxLength: 45 }),
});

type Schedule = typeof schedule extends fc.Arbitrary<infer T> ? T : never;

/** What the long run found, in its shortest form. */
const FOUND: Schedule[] = [
  // The browser died after the snapshot and before its head, then in the middle of the first segment.
  {
    skews: [0, 0],
    steps: [
      { who: 1, step: { do: 'die', after: 2, isCut: false } },
      { who: 3, step: { do: 'source', pick: 0, other: 0 } },
      { who: 0, step: { do: 'catchUp' } },
      { who: 0, step: { do: 'catchUp' } },
      { who: 0, step: { do: 'lose', pick: 0 } },
      { who: 1, step: { do: 'die', after: 0, isCut: true } },
      { who: 0, step: { do: 'patchSource', pick: 0, other: 0 } },
    ],
  },
  // The undo of making a claim took along the statement that another device wrote into it meanwhile.
  {
    skews: [0, 0],
    steps: [
      { who: 1, step: { do: 'claim', pick: 0, other: 0 } },
      { who: 1, step: { do: 'catchUp' } },
      { who: 0, step: { do: 'catchUp' } },
      { who: 0, step: { do: 'claim', pick: 399, other: 67 } },
      { who: 0, step: { do: 'split', pick: 0, other: 0 } },
      { who: 0, step: { do: 'catchUp' } },
      { who: 0, step: { do: 'merge', pick: 0, other: 0 } },
      { who: 1, step: { do: 'undo', pick: 320, other: 0 } },
      { who: 0, step: { do: 'catchUp' } },
    ],
  },
  // A backup brings a record that was not here, with a note that its writer has replaced meanwhile.
  {
    skews: [0, 0, 1, 0],
    steps: [
      { who: 2, step: { do: 'catchUp' } },
      { who: 2, step: { do: 'note', pick: 0, other: 0 } },
      { who: 1, step: { do: 'catchUp' } },
      { who: 0, step: { do: 'import', pick: 0, other: 201 } },
      { who: 0, step: { do: 'untag', pick: 0, other: 0 } },
      { who: 0, step: { do: 'catchUp' } },
      { who: 0, step: { do: 'deliver', pick: 0, isCut: false } },
      { who: 0, step: { do: 'exchange' } },
    ],
  },
  // The undo of a change to a copy brings back words of which the original was changed meanwhile.
  {
    skews: [-3, 1, -5],
    steps: [
      { who: 3, step: { do: 'claim', pick: 97, other: 412 } },
      { who: 4, step: { do: 'articleNote', pick: 822, other: 268 } },
      { who: 0, step: { do: 'restore', pick: 188, other: 283 } },
      { who: 1, step: { do: 'wait', minutes: 321 } },
      { who: 2, step: { do: 'import', pick: 781, other: 643 } },
      { who: 1, step: { do: 'catchUp' } },
      { who: 1, step: { do: 'restore', pick: 212, other: 712 } },
      { who: 2, step: { do: 'note', pick: 147, other: 127 } },
      { who: 1, step: { do: 'merge', pick: 850, other: 109 } },
      { who: 1, step: { do: 'source', pick: 618, other: 807 } },
      { who: 1, step: { do: 'note', pick: 575, other: 732 } },
      { who: 4, step: { do: 'catchUp' } },
      { who: 3, step: { do: 'articleNote', pick: 426, other: 555 } },
      { who: 2, step: { do: 'undo', pick: 680, other: 749 } },
    ],
  },
  // Words that were written into a record of the trash, which was emptied then.
  {
    skews: [1, 3, 9],
    steps: [
      { who: 0, step: { do: 'catchUp' } },
      { who: 0, step: { do: 'exchange' } },
      { who: 0, step: { do: 'patchSource', pick: 899, other: 7 } },
      { who: 4, step: { do: 'exchange' } },
      { who: 4, step: { do: 'split', pick: 761, other: 423 } },
      { who: 0, step: { do: 'purge', pick: 506, other: 605 } },
      { who: 4, step: { do: 'tag', pick: 477, other: 880 } },
      { who: 0, step: { do: 'remove', pick: 607, other: 924 } },
      { who: 0, step: { do: 'lose', pick: 952 } },
      { who: 1, step: { do: 'source', pick: 687, other: 523 } },
      { who: 3, step: { do: 'deliver', pick: 583, isCut: true } },
      { who: 4, step: { do: 'catchUp' } },
      { who: 1, step: { do: 'note', pick: 781, other: 161 } },
      { who: 3, step: { do: 'note', pick: 450, other: 779 } },
      { who: 1, step: { do: 'note', pick: 210, other: 822 } },
      { who: 3, step: { do: 'purge', pick: 296, other: 615 } },
    ],
  },
];

it(`${SCHEDULES} schedules of several devices end the same everywhere, and nothing is lost`, async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async ({ skews, steps }) => {
      globalThis.indexedDB = new IDBFactory();
      const diary = new Diary();
      const folder = new SharedFolder(skews.length);
      const devices = await Promise.all(skews.map((skew, number) => Device.open(number, skew, diary)));
      // Some have a library before they share it.
      for (const device of devices)
        if (device.time.now() > '2026-03-04T09')
          await device.act((library) => library.annotations.create(device.draft(0)));
      for (const [number, device] of devices.entries())
        await device.library.sync.begin({ name: `Device ${number}`, carrier: 'folder', ...opened });
      for (const { who, step } of steps) {
        const number = who % devices.length;
        const device = devices[number];
        if (device) await run(device, number, step, folder, devices);
      }
      const settled = await settle(devices, folder);
      check(settled, diary);
      for (const { library } of devices) await library.close();
    }),
    {
      numRuns: SCHEDULES + FOUND.length,
      examples: FOUND.map((one) => [one]),
      ...(SEED !== undefined && { seed: Number(SEED) }),
    },
  );
}, 86_400_000);

async function run(
  device: Device,
  number: number,
  step: Step,
  folder: SharedFolder,
  devices: Device[],
): Promise<void> {
  const { library, time } = device;
  time.pass(1_000);
  if (step.do === 'deliver') return folder.deliver(number, step.pick, step.isCut);
  if (step.do === 'lose') return folder.lose(number, step.pick);
  if (step.do === 'wait') return time.pass(step.minutes * 60_000);
  if (step.do === 'catchUp') folder.settle(number);
  if (step.do === 'exchange' || step.do === 'catchUp')
    return void (await library.sync.exchange(folder.carrier(number), { evenIfEmpty: true }));
  if (step.do === 'die')
    return void (await library.sync
      .exchange(folder.dying(number, step.after, step.isCut), { evenIfEmpty: true })
      .catch((error: Error) => expect(error.message).toBe(GONE)));
  if (step.do === 'mark') return device.act(() => library.annotations.create(device.draft(step.page)));
  const { annotations: all, articles } = await dump(library);
  const live = all.filter(isLive);
  // Few, so that devices meet at them.
  const annotations = step.do === 'restore' || live.length === 0 ? all : live.slice(0, 4);
  const one = annotations[step.pick % Math.max(1, annotations.length)];
  const article = articles[step.pick % Math.max(1, articles.length)];
  const other = articles[step.other % Math.max(1, articles.length)];
  const source = one?.sources[step.other % Math.max(1, one.sources.length)];
  if (step.do === 'undo' || step.do === 'redo') {
    const actions = await library.actions(10);
    const action = actions[step.pick % Math.max(1, actions.length)];
    if (action) await device.act(() => library[step.do as 'undo'](action.id));
    return;
  }
  if (step.do === 'import') {
    const from = devices[step.other % devices.length];
    const file = await from?.library.backup.export();
    if (file)
      await device.act(() => library.backup.import(file, { conflicts: step.pick % 2 ? 'theirs' : 'both' }));
    return;
  }
  if (step.do === 'purge') return device.purge(devices.filter((one) => one !== device));
  if (!one || !article || !other) return;
  const word = device.word();
  const { id } = one;
  await device.act(async () => {
    switch (step.do) {
      case 'note':
        return library.annotations.patch(id, { note: word });
      case 'tag':
        return library.annotations.patch(id, { tags: { add: [`t${step.other % 4}`], remove: [] } });
      case 'untag':
        return library.annotations.patch(id, { tags: { add: [], remove: one.tags.slice(0, 1) } });
      case 'claim':
        return library.annotations.patch(id, {
          claim: step.other % 2 ? { statement: word } : { type: 'law' },
        });
      case 'noClaim':
        return library.annotations.patch(id, { claim: null });
      case 'source':
        return library.annotations.addSource(id, { title: word, stance: 'supports' });
      case 'patchSource':
        return source && library.annotations.patchSource(id, source.id, { locator: word });
      case 'removeSource':
        return source && library.annotations.removeSource(id, source.id);
      case 'remove':
        return library.annotations.remove([id]);
      case 'restore':
        return library.annotations.restore([id]);
      case 'removeArticle':
        return library.articles.remove([article.id]);
      case 'merge':
        return library.articles.merge(article.id, [other.id]);
      case 'split':
        return library.articles.split(one.articleId, { annotationIds: [id], urls: [] });
      case 'articleNote':
        return library.articles.patch(article.id, { note: word });
      default:
        return library.versions.visit(article.id, {
          seenAt: time.now(),
          headline: word,
          modifiedAt: null,
          paragraphs: word,
          corrected: false,
        });
    }
  });
}

/** Everything arrives, until nobody has anything new. */
async function settle(devices: Device[], folder: SharedFolder): Promise<Awaited<ReturnType<typeof dump>>[]> {
  for (let round = 0; ; round++) {
    let news = 0;
    for (const [number, { library }] of devices.entries()) {
      folder.settle();
      const { read, changed, written, faults } = await library.sync.exchange(folder.carrier(number), {
        evenIfEmpty: true,
      });
      // What was asked for anew is written first, and read in the next round.
      news += read + changed + written;
      if (round > 8) expect(faults).toEqual([]);
    }
    if (news === 0 && round > 0) break;
    expect(round, 'rounds until it is quiet').toBeLessThan(14);
  }
  return Promise.all(devices.map(({ library }) => dump(library)));
}

function check(dumps: Awaited<ReturnType<typeof dump>>[], diary: Diary): void {
  const [first, ...others] = dumps.map(({ articles, annotations, versions }) => ({
    // What each page said is each device's own, and so is when the trash is emptied.
    annotations: annotations.filter(isLive).map((one) => ({ ...one, anchor: null })),
    articles: articles.filter(isLive),
    versions: versions.filter((one) =>
      articles.some((article) => isLive(article) && article.id === one.articleId),
    ),
  }));
  for (const other of others) expect(other).toEqual(first);
  for (const { articles, annotations } of dumps) {
    const live = new Set(articles.filter(isLive).map(({ id }) => id));
    for (const one of annotations.filter(isLive))
      expect(live, 'a live annotation has a live article').toContain(one.articleId);
  }
  for (const [id, texts] of diary.texts) {
    for (const { annotations } of dumps) {
      const one = annotations.find((annotation) => annotation.id === id);
      if (!one || !isLive(one)) {
        expect(diary.mayBeGone(id), `${id} is gone unasked`).toBe(true);
        continue;
      }
      expect(diary.mayLive(id), `${id} came back unasked`).toBe(true);
      for (const text of texts) expect(textsOf(one), `${text} of ${id}`).toContain(text);
    }
  }
}

const isLive = ({ deletedAt }: { deletedAt?: string | undefined }) => deletedAt === undefined;
