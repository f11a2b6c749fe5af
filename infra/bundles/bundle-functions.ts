import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { certificateFontFiles, loadCertificateFonts } from '@sinau/credentials/fonts';
import { build, type Metafile } from 'esbuild';
import { buildAssets } from '../../packages/web/build-assets.ts';
import { slimSdk } from './slim-sdk.ts';
import { withoutBarrels } from './without-barrels.ts';
import { withoutJsonSchema } from './without-json-schema.ts';
import { withoutOwnBarrels } from './without-own-barrels.ts';

const root = resolve(import.meta.dirname, '../..');
const functionsDir = join(root, 'functions');

/** Every folder of functions/ that is deployed: those with a handler. */
export async function functionNames(): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(functionsDir, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const files = await readdir(join(functionsDir, entry.name));
    if (files.includes('handler.ts')) names.push(entry.name);
  }
  return names;
}

export interface BundleSizes {
  /** Bytes that importing the module loads: itself and the parts that it always needs. */
  readonly atStartBytes: number;
  /** Bytes of parts that are loaded when first needed, if ever. */
  readonly laterBytes: number;
}

/**
 * Makes what is deployed of each function: `<outDir>/<name>/index.mjs` for Node 24, with the SDK, and beside it the parts
 * that it loads only when first needed. Benches and tests use the same.
 */
export async function bundleFunctions(
  names: readonly string[],
  outDir: string,
): Promise<ReadonlyMap<string, BundleSizes>> {
  // The portal takes in the style sheet and scripts.
  await buildAssets();
  const sizes = await Promise.all(
    names.map(async (name) => {
      const sizes = sizesOf(await bundle(name, join(outDir, name)));
      if (name === 'certifier') await bringLetters(join(outDir, name, 'fonts'));
      return [name, sizes] as const;
    }),
  );
  return new Map(sizes);
}

/** What certificates are printed with, where the function looks for it. */
async function bringLetters(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const fonts = await loadCertificateFonts();
  for (const face of ['regular', 'bold'] as const) {
    await writeFile(join(folder, certificateFontFiles[face]), fonts[face]);
  }
}

async function bundle(name: string, outdir: string): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [{ in: join(functionsDir, name, 'handler.ts'), out: 'index' }],
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    outExtension: { '.js': '.mjs' },
    mainFields: ['module', 'main'],
    minify: true,
    tsconfig: join(root, 'tsconfig.json'),
    loader: { '.css': 'text', '.xsd': 'text' },
    // Beside the bundle for whoever reads a stack trace, but not loaded with it.
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    plugins: [slimSdk, withoutJsonSchema, withoutBarrels, withoutOwnBarrels],
    logLevel: 'warning',
  });
  await giveRequire(metafile);
  return metafile;
}

const madeRequire = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);\n";

/**
 * CommonJS parts call require(), of which an ES module has none unless it is made. They call it through one helper, so that
 * one chunk is given it and not each of a hundred.
 */
async function giveRequire({ outputs }: Metafile): Promise<void> {
  for (const [path, output] of Object.entries(outputs)) {
    if (!path.endsWith('.mjs')) continue;
    const text = await readFile(path, 'utf8');
    if (!text.includes('typeof require')) continue;
    await writeFile(path, madeRequire + text);
    output.bytes += madeRequire.length;
    // One line more, which comes from nowhere.
    const map = await readFile(`${path}.map`, 'utf8');
    await writeFile(`${path}.map`, map.replace('"mappings": "', '"mappings": ";'));
  }
}

function sizesOf({ outputs }: Metafile): BundleSizes {
  const modules = new Map(Object.entries(outputs).filter(([path]) => path.endsWith('.mjs')));
  const entry = [...modules.keys()].find((path) => path.endsWith('/index.mjs'));
  const atStart = new Set(entry === undefined ? [] : [entry]);
  // A set gives also what is added while it is walked.
  for (const path of atStart) {
    for (const { path: imported, kind } of modules.get(path)?.imports ?? []) {
      if (kind === 'import-statement' && modules.has(imported)) atStart.add(imported);
    }
  }
  let atStartBytes = 0;
  let laterBytes = 0;
  for (const [path, { bytes }] of modules) {
    if (atStart.has(path)) atStartBytes += bytes;
    else laterBytes += bytes;
  }
  return { atStartBytes, laterBytes };
}
