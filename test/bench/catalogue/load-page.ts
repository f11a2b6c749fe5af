import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CatalogueSearch } from '@sinau/catalogue/search';
import { build } from 'esbuild';
import * as z from 'zod';
import type { openPage } from './page-entry.ts';

const root = resolve(import.meta.dirname, '../../..');
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

/** The catalogue's page, made into plain script first: Node itself reads no JSX. */
export async function loadPage(search: CatalogueSearch): Promise<(query: string) => Promise<string>> {
  const { dependencies, devDependencies } = manifest.parse(
    JSON.parse(await readFile(join(root, 'package.json'), 'utf8')),
  );
  // Below node_modules, so that what is not bundled is found from there.
  const outdir = join(root, 'node_modules/.cache/sinau-bench');
  await mkdir(outdir, { recursive: true });
  const outfile = join(outdir, 'catalogue-page.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'page-entry.ts')],
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
  const built: { readonly openPage: typeof openPage } = await import(outfile);
  return built.openPage(search);
}
