import { resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/** One file that an agency runs with Node 24 and nothing else. */
export async function buildSiasnConnector(outfile: string): Promise<void> {
  await build({
    entryPoints: [resolve(root, 'functions/siasn-connector/main.ts')],
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', target: 'node24', logLevel: 'warning' },
    tsconfig: resolve(root, 'tsconfig.json'),
  });
}

if (import.meta.main) {
  const outfile = resolve(process.argv[2] ?? 'dist/siasn-connector.mjs');
  await buildSiasnConnector(outfile);
  console.log(outfile);
}
