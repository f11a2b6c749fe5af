import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeMoodle } from '@sinau/connectors/testing';
import { createTables } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { build } from 'esbuild';
import * as z from 'zod';
import type { figure } from '../figure.ts';
import { benchConnection } from './bench-connection.ts';

type Line = Parameters<typeof figure>[0];

/** What a function of 256 MB gives its program; on a large machine it would tidy up later. */
export const heap = ['--max-old-space-size=128', '--max-semi-space-size=8'];

const runSchema = z.object({
  counts: z.record(z.string(), z.number()),
  seconds: z.number(),
  startRssMb: z.number(),
  peakRssMb: z.number(),
});

/**
 * A catalogue of a Moodle from its first reading to a second one that finds nothing new, a third that finds each hundredth
 * changed. The worker runs in a process of its own, so that its memory is its own; Moodle and tables are in this one.
 */
export async function syncFigures(scale: { readonly courses: number }): Promise<readonly Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sinau-bench-sync-'));
  const moodle = await startFakeMoodle();
  const local = await startLocalDynamo();
  try {
    moodle.site.courses.clear();
    moodle.addCourses(scale.courses);
    const endpoint = await local.listen();
    const { table, region, credentials } = benchConnection;
    await createTables({ region, credentials, endpoint }, { lms: table, lrs: `${table}-lrs` });
    await bundleWorker(folder);
    const run = () => runWorker(folder, { endpoint, baseUrl: moodle.baseUrl, token: moodle.site.token });
    const first = await run();
    const same = await run();
    for (const [id, course] of moodle.site.courses) if (id % 100 === 0) course.fullname += ' (baru)';
    const changed = await run();
    return [
      ...linesOf('first', first, scale.courses),
      ...linesOf('unchanged', same, scale.courses),
      ...linesOf('changed', changed, scale.courses),
    ];
  } finally {
    await moodle.close();
    await local.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function linesOf(name: string, run: z.output<typeof runSchema>, courses: number): readonly Line[] {
  const { counts, seconds, startRssMb, peakRssMb } = run;
  if (counts.read !== courses) throw new Error(`${counts.read} of ${courses} courses were read`);
  const figure = `sync_${courses}_${name}`;
  return [
    { figure: `${figure}_seconds`, value: seconds, unit: 's', ...counts },
    { figure: `${figure}_peak_rss_mb`, value: peakRssMb, unit: 'MB', before_mb: Math.round(startRssMb) },
  ];
}

/** As the product is deployed: source files one by one would take memory that no Lambda gives. */
async function bundleWorker(folder: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'sync-process.ts')],
    outfile: join(folder, 'worker.mjs'),
    ...{ bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node24' },
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: 'warning',
  });
}

async function runWorker(
  folder: string,
  given: { readonly endpoint: string; readonly baseUrl: string; readonly token: string },
): Promise<z.output<typeof runSchema>> {
  const { endpoint, baseUrl, token } = given;
  const child = spawn(process.execPath, [...heap, join(folder, 'worker.mjs'), endpoint, baseUrl, token], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code !== 0) throw new Error(`the worker ended with ${code}`);
  return runSchema.parse(JSON.parse(printed));
}
