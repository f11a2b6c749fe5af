import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildAssets } from '@sinau/web/build-assets';
import { build } from 'esbuild';
import { bundlingOptions } from '../../infra/constructs/bundling.ts';

const root = resolve(import.meta.dirname, '../..');
let assets: Promise<unknown> | undefined;

/** Every folder of functions/ that is deployed. */
export async function functionNames(): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(join(root, 'functions'), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const files = await readdir(join(root, 'functions', entry.name));
    if (files.includes('handler.ts')) names.push(entry.name);
  }
  return names;
}

/** Bundles functions as infra does, without CDK, each into `<outDir>/<name>/index.mjs`. */
export async function bundleFunctions(names: readonly string[], outDir: string): Promise<void> {
  const { banner, mainFields, ...rest } = bundlingOptions;
  assets ??= buildAssets();
  await assets;
  await build({
    ...rest,
    entryPoints: names.map((name) => ({
      in: join(root, 'functions', name, 'handler.ts'),
      out: join(name, 'index'),
    })),
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: [...mainFields],
    banner: { js: banner },
    logLevel: 'error',
  });
}

/** The module of a function that was bundled into `outDir`. */
export function bundleOf(name: string, outDir: string): string {
  return join(outDir, name, 'index.mjs');
}
