import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundlingOptions } from '../../infra/constructs/bundling.ts';

const root = resolve(import.meta.dirname, '../..');

/** Bundles one function as infra does, without CDK; returns the path of its module. */
export async function bundleFunction(options: {
  readonly name: string;
  readonly outDir: string;
}): Promise<string> {
  const outfile = join(options.outDir, options.name, 'index.mjs');
  await build({
    entryPoints: [join(root, 'functions', options.name, 'handler.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: bundlingOptions.target,
    mainFields: [...bundlingOptions.mainFields],
    minify: bundlingOptions.minify,
    banner: { js: bundlingOptions.banner },
    tsconfig: bundlingOptions.tsconfig,
    loader: bundlingOptions.loader,
    logLevel: 'error',
  });
  return outfile;
}
