import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

const manifestSchema = z.object({ workspaces: z.array(z.string()) });
const packageSchema = z.object({ name: z.string() });
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ name: z.string().optional(), resolved: z.string().optional(), link: z.boolean().optional() }),
  ),
});

const folders = globSync(manifestSchema.parse(read('package.json')).workspaces, { cwd: root })
  .filter((folder) => existsSync(join(root, folder, 'package.json')))
  .map((folder) => folder.replaceAll('\\', '/'))
  .toSorted();
const { packages } = lockSchema.parse(read('package-lock.json'));

/** What `npm ci` installs is what the lock file names: a package that is not in it is missing on every other machine. */
describe('package-lock.json', () => {
  it.each(folders)('knows %s', (folder) => {
    const { name } = packageSchema.parse(read(`${folder}/package.json`));
    expect(packages[folder]).toMatchObject({ name });
    expect(packages[`node_modules/${name}`]).toEqual({ resolved: folder, link: true });
  });

  it('knows no package of ours that is gone', () => {
    const linked = Object.values(packages).flatMap(({ link, resolved }) =>
      link && resolved ? [resolved] : [],
    );
    expect(folders.length).toBeGreaterThan(30);
    expect(linked.toSorted()).toEqual(folders);
  });
});
