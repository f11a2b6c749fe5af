import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { buildAssets } from '../../packages/web/build-assets.ts';
import { slimSdk } from './slim-sdk.ts';

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

/**
 * Makes what is deployed of each function: `<outDir>/<name>/index.mjs` for Node 24, with the SDK, and beside it the parts
 * that it loads only when first needed. Benches and tests use the same.
 */
export async function bundleFunctions(names: readonly string[], outDir: string): Promise<void> {
  // The portal takes in the style sheet and scripts.
  await buildAssets();
  await Promise.all(names.map((name) => bundle(name, join(outDir, name))));
}

async function bundle(name: string, outdir: string): Promise<void> {
  await build({
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
    // CommonJS parts of the SDK call require(); an ES module has none unless it is made.
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    tsconfig: join(root, 'tsconfig.json'),
    loader: { '.css': 'text', '.xsd': 'text' },
    // Beside the bundle for whoever reads a stack trace, but not loaded with it.
    sourcemap: 'external',
    sourcesContent: false,
    plugins: [slimSdk],
    logLevel: 'warning',
  });
}
