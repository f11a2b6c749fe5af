import { readFile } from 'node:fs/promises';
import { writeWhole } from '../data-folder.ts';
import type { SeedMemory } from './seed.ts';

/** The seed, secrets included, in a file of the data folder, readable by its owner only. */
export function fileMemory(path: string): SeedMemory {
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch(() => undefined);
      return text === undefined ? undefined : parse(text);
    },
    write: (seeded) => writeWhole(path, JSON.stringify(seeded, null, 2)),
  };
}

/** A damaged file counts as none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
