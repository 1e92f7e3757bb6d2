import type { SyncActions } from '#components/options/SyncState.ts';
import { t } from '#components/strings.ts';
import { companion } from '#storage/sync/companion.ts';
import { type AskedHandle, carrierOf, exchangeNow } from '#storage/sync/exchangeNow.ts';
import { bundleIn } from '#sync/bundle.ts';
import type { Carrier } from '#sync/Carrier.ts';
import { SyncError } from '#sync/faults.ts';
import { librariesIn } from '#sync/libraries.ts';
import { newId } from '#sync/names.ts';
import { makeDoor, openDoor } from '#sync/seal.ts';
import { saveFile } from '../saveFile.ts';
import type { SyncModel } from './SyncModel.ts';

interface Picker {
  showDirectoryPicker?: (options: { mode: 'readwrite'; id: string }) => Promise<AskedHandle>;
}

/** What the controls of the part about other devices do. */
export function syncActions(model: SyncModel): SyncActions {
  const { library } = model;
  const run = (deed: () => Promise<void>) => void model.run(deed);
  const picker = globalThis as Picker;

  /** The one library that a carrier holds; undefined where there is none. */
  async function libraryIn(carrier: Carrier) {
    const there = await librariesIn(carrier);
    if (there.length > 1) throw new SyncError('manyLibraries', 'Several libraries');
    const [only] = there;
    if (only && !only.door) throw new SyncError('damaged', 'No head can be read');
    return only;
  }

  async function askName() {
    const { inHand } = model;
    if (!inHand) return;
    const { carrier, folder, choice, name } = inHand;
    await model.show({ kind: 'name', carrier, folder: folder?.name ?? null, choice, name });
  }

  return {
    start: () =>
      run(async () => {
        const canFolder = picker.showDirectoryPicker !== undefined;
        await model.show({ kind: 'carrier', canFolder, companion: await companion.standing() });
      }),

    cancel: () => {
      model.inHand = undefined;
      run(() => model.show());
    },

    chooseFolder: () => {
      // Asked before any await: browsers want the click.
      const asked = picker.showDirectoryPicker?.({ mode: 'readwrite', id: 'claimlight' });
      run(async () => {
        const folder = await asked;
        if (!folder) return;
        const there = carrierOf(folder);
        const known = await libraryIn(there);
        model.inHand = {
          carrier: 'folder',
          choice: known ? 'join' : 'new',
          folder,
          there,
          door: known?.door,
          name: '',
        };
        await askName();
      });
    },

    chooseServer: () =>
      run(async () => {
        const there = companion.carrier;
        const known = await libraryIn(there);
        model.inHand = {
          carrier: 'webdav',
          choice: known ? 'join' : 'new',
          there,
          door: known?.door,
          name: '',
        };
        await askName();
      }),

    openCompanion: () => run(() => companion.open()),

    chooseByHand: (choice, file) =>
      run(async () => {
        model.inHand = { carrier: 'file', choice, name: '' };
        if (file) {
          const bytes = new Uint8Array(await file.arrayBuffer());
          const { carrier: there } = bundleIn(bytes);
          const known = await libraryIn(there);
          if (!known) throw new SyncError('noLibrary', 'No library in the file');
          model.inHand = { ...model.inHand, file: bytes, there, door: known.door };
        }
        await askName();
      }),

    setName: (name) =>
      run(async () => {
        if (!model.inHand) return;
        model.inHand.name = name;
        await model.show({ kind: 'passphrase', choice: model.inHand.choice });
      }),

    setPassphrase: (passphrase) =>
      run(async () => {
        const { inHand } = model;
        if (!inHand) return;
        if (inHand.door && inHand.choice === 'join') inHand.key = await openDoor(inHand.door, passphrase);
        else Object.assign(inHand, await makeDoor(newId(20), passphrase));
        const { there, key, door, choice } = inHand;
        const none = { newArticles: 0, newAnnotations: 0, both: 0, deletedThere: 0 };
        const preview =
          choice === 'join' && there && key && door
            ? await library.sync.preview(there, key, door.library)
            : { ...none, onlyHere: await library.annotations.count() };
        await model.show({ kind: 'preview', choice, preview });
      }),

    begin: () =>
      run(async () => {
        const { inHand } = model;
        if (!inHand?.key || !inHand.door) return;
        const { name, carrier, folder, key, door, there, file } = inHand;
        await library.sync.begin({ name, carrier, folder, key, door });
        model.inHand = undefined;
        await model.show();
        if (carrier !== 'file' && there) await library.sync.exchange(there, { evenIfEmpty: true });
        else if (file) await library.sync.takeFile(file);
      }),

    exchange: () => run(async () => void (await exchangeNow(library, { ask: true }))),
    fillAgain: () => run(async () => void (await exchangeNow(library, { ask: true, evenIfEmpty: true }))),

    saveFile: () =>
      run(async () => {
        const bytes = await library.sync.makeFile();
        const day = new Date().toISOString().slice(0, 10);
        saveFile(`${t('extName')}-${day}.claimlight-sync`, [bytes], 'application/octet-stream');
      }),

    takeFile: (file) =>
      run(async () => void (await library.sync.takeFile(new Uint8Array(await file.arrayBuffer())))),

    setPaused: (paused) => run(() => library.sync.change({ paused })),
    forget: (device) => run(() => library.sync.forget(device)),
    leave: () => run(() => library.sync.leave()),
  };
}
