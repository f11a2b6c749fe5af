import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What a function of 256 MB gives its program; on a large machine it would tidy up later. */
const heap = ['--max-old-space-size=128', '--max-semi-space-size=8'];

/** Runs the program with these arguments in a process of its own, and answers what it printed as JSON. */
export type RunWorker = (...given: readonly string[]) => Promise<unknown>;

/**
 * A program of this folder, bundled as the product is deployed: source files one by one would take memory that no Lambda gives.
 * Each run has a process of its own, so that its memory is its own.
 */
export async function withWorker<Result>(
  entry: string,
  work: (run: RunWorker, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'sinau-bench-'));
  const outfile = join(folder, 'worker.mjs');
  try {
    await build({
      ...{ entryPoints: [join(import.meta.dirname, entry)], outfile, logLevel: 'warning' },
      ...{ bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node24' },
      banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
      loader: { '.css': 'text', '.xsd': 'text' },
    });
    return await work((...given) => runProcess([...heap, outfile, ...given]), folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runProcess(args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code !== 0) throw new Error(`the worker ended with ${code}`);
  return JSON.parse(printed);
}
