import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { bundleFunctions, functionNames } from '../../infra/bundles/bundle-functions.ts';
import { functionEnvironment } from '../lambda/function-environment.ts';
import { figure, median } from './figure.ts';

const run$ = promisify(execFile);
const coldStarts = 10;
const timesSchema = z.object({ ms: z.number(), cpuMs: z.number() });

/** What importing each function loads, and the medians of ten cold processes that import it. */
export async function run(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'sinau-bundles-'));
  try {
    const names = await functionNames();
    const sizes = await bundleFunctions(names, dir);
    for (const name of names) {
      const file = join(dir, name, 'index.mjs');
      const { atStartBytes = 0, laterBytes = 0 } = sizes.get(name) ?? {};
      figure({
        figure: `bundle_kb_${name}`,
        value: atStartBytes / 1000,
        unit: 'KB',
        loadedLaterKb: laterBytes / 1000,
      });
      const times: z.infer<typeof timesSchema>[] = [];
      for (let i = 0; i < coldStarts; i += 1) times.push(await importTimes(file));
      const wall = times.map(({ ms }) => ms);
      const cpu = times.map(({ cpuMs }) => cpuMs);
      figure({
        figure: `import_ms_${name}`,
        value: median(wall),
        unit: 'ms',
        coldStarts,
        min: Math.min(...wall),
        node: process.versions.node,
      });
      // All threads together; says what the import costs when the machine does other work beside it.
      figure({ figure: `import_cpu_ms_${name}`, value: median(cpu), unit: 'ms', coldStarts });
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function importTimes(file: string): Promise<z.infer<typeof timesSchema>> {
  const script = `
    const cpu = process.cpuUsage(), start = performance.now();
    await import(${JSON.stringify(file)});
    const ms = performance.now() - start, { user, system } = process.cpuUsage(cpu);
    console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000 }));
    process.exit(0)`;
  const { stdout } = await run$(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...functionEnvironment({ region: 'ap-southeast-3' }) },
  });
  return timesSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}
