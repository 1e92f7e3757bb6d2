import type { Carrier } from './Carrier.ts';
import { parsePath } from './names.ts';
import { readIfThere } from './receive.ts';
import type { Door } from './seal.ts';
import { readDoor } from './sealedFile.ts';

/** A library that a carrier holds. */
export interface LibraryThere {
  library: string;
  /** Devices that wrote there. */
  devices: number;
  /** How its key is made; undefined where no head can be read (yet). */
  door: Door | undefined;
}

/** The libraries of a carrier. */
export async function librariesIn(carrier: Carrier): Promise<LibraryThere[]> {
  const found = (await carrier.list()).flatMap((path) => parsePath(path) ?? []);
  const there: LibraryThere[] = [];
  for (const [library, files] of Map.groupBy(found, (one) => one.library)) {
    const heads = files.filter((one) => one.kind === 'head').sort((a, b) => b.number - a.number);
    let door: Door | undefined;
    for (const { path } of heads) {
      const bytes = await readIfThere(carrier, path);
      const read = bytes && readDoor(bytes);
      if (read && 'content' in read && read.content.library === library) door ??= read.content;
    }
    there.push({ library, devices: new Set(files.map(({ device }) => device)).size, door });
  }
  return there;
}
