import { mkdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import * as z from 'zod';

const root = resolve(import.meta.dirname, '../..');
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

/** A module with pages in it, made into plain script first: Node itself reads no JSX. `entry`: a path below this folder. */
export async function loadBundled<Module>(entry: string): Promise<Module> {
  const { dependencies, devDependencies } = manifest.parse(
    JSON.parse(await readFile(join(root, 'package.json'), 'utf8')),
  );
  // Below node_modules, so that what is not bundled is found from there.
  const outdir = join(root, 'node_modules/.cache/sinau-bench');
  await mkdir(outdir, { recursive: true });
  const outfile = join(outdir, `${basename(entry, '.ts')}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: Object.keys({ ...dependencies, ...devDependencies }).flatMap((name) => [name, `${name}/*`]),
    tsconfig: join(root, 'tsconfig.json'),
    loader: { '.css': 'text', '.xsd': 'text' },
    logLevel: 'error',
  });
  return import(outfile);
}
