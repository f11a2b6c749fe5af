import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataFolder } from './data-folder.ts';

describe('openDataFolder', () => {
  it('makes a folder that no other user of the machine may enter, with keys of its own', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'data-folder-'));
    try {
      const dir = join(parent, 'data');
      const secrets = await openDataFolder(dir, { fresh: false });
      expect((await stat(dir)).mode & 0o777).toBe(0o700);
      expect((await stat(join(dir, 'secrets.json'))).mode & 0o777).toBe(0o600);
      expect(await openDataFolder(dir, { fresh: false })).toEqual(secrets);
    } finally {
      await rm(parent, { recursive: true });
    }
  });

  it('makes the folders above it too', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'data-folder-'));
    try {
      const dir = join(parent, 'a', 'b', 'data');
      await openDataFolder(dir, { fresh: false });
      expect((await stat(dir)).isDirectory()).toBe(true);
    } finally {
      await rm(parent, { recursive: true });
    }
  });

  it.skipIf(process.platform !== 'linux')('refuses a folder that cannot be made, in one line', async () => {
    await expect(openDataFolder('/proc/sinau/data', { fresh: false })).rejects.toThrow(
      'The data folder /proc/sinau/data cannot be written (ENOENT). Give another one in DATA_DIR.',
    );
  });
});
