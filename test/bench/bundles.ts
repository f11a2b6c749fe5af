import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { bundleFunction } from '../lambda/bundle-function.ts';
import { functionEnvironment } from '../lambda/function-environment.ts';
import { figure, median } from './figure.ts';

const run$ = promisify(execFile);
const functionsDir = resolve(import.meta.dirname, '../../functions');
const coldStarts = 10;

/** Size of each function's bundle, and the median of ten cold processes that import it. */
export async function run(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'sinau-bundles-'));
  try {
    for (const name of await functionNames()) {
      const file = await bundleFunction({ name, outDir: dir });
      const { size } = await stat(file);
      figure({ figure: `bundle_kb_${name}`, value: size / 1000, unit: 'KB' });
      const times: number[] = [];
      for (let i = 0; i < coldStarts; i += 1) times.push(await importMs(file));
      figure({
        figure: `import_ms_${name}`,
        value: median(times),
        unit: 'ms',
        coldStarts,
        min: Math.min(...times),
      });
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function functionNames(): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(functionsDir, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const files = await readdir(join(functionsDir, entry.name));
    if (files.includes('handler.ts')) names.push(entry.name);
  }
  return names;
}

async function importMs(file: string): Promise<number> {
  const script = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t); process.exit(0)`;
  const { stdout } = await run$(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...functionEnvironment({ region: 'ap-southeast-3' }) },
  });
  return Number(stdout.trim().split('\n').at(-1));
}
