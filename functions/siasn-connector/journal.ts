import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivered } from '@sinau/siasn';

/** An order that has begun to be written, and what became of it, until Sinau knows. No employee number is in it. */
export interface Entry {
  readonly orderId: string;
  readonly personId: string;
  readonly lineId: string;
  /** Absent: nobody knows. */
  readonly end?: Delivered;
}

export interface Journal {
  /** On the disk, for certain, when it resolves. */
  keep(entry: Entry): Promise<void>;
  forget(orderId: string): Promise<void>;
  all(): Promise<readonly Entry[]>;
}

/** One file for each order: a process that is killed leaves whole ones alone. */
export async function openJournal(directory: string): Promise<Journal> {
  const folder = join(directory, 'orders');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Ids are ours, and still no way out of the folder.
  const fileOf = (orderId: string) => join(folder, `${Buffer.from(orderId).toString('hex')}.json`);
  return {
    async keep(entry) {
      const path = fileOf(entry.orderId);
      await writeWhole(path, JSON.stringify(entry));
    },
    forget: (orderId) => rm(fileOf(orderId), { force: true }),
    async all() {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
      return Promise.all(
        names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Entry),
      );
    },
  };
}

async function writeWhole(path: string, text: string): Promise<void> {
  const apart = `${path}.new`;
  const file = await open(apart, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(apart, path);
}
