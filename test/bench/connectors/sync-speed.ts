import { startFakeMoodle } from '@sinau/connectors/testing';
import { createTables } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import * as z from 'zod';
import type { figure } from '../figure.ts';
import { benchConnection } from './bench-connection.ts';
import { withWorker } from './worker-process.ts';

type Line = Parameters<typeof figure>[0];

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
  const moodle = await startFakeMoodle();
  const local = await startLocalDynamo();
  try {
    moodle.site.courses.clear();
    moodle.addCourses(scale.courses);
    const endpoint = await local.listen();
    const { table, region, credentials } = benchConnection;
    await createTables({ region, credentials, endpoint }, { lms: table, lrs: `${table}-lrs` });
    return await withWorker('sync-process.ts', async (runWorker) => {
      const run = async () => runSchema.parse(await runWorker(endpoint, moodle.baseUrl, moodle.site.token));
      const first = await run();
      const same = await run();
      for (const [id, course] of moodle.site.courses) if (id % 100 === 0) course.fullname += ' (baru)';
      const changed = await run();
      return [
        ...linesOf('first', first, scale.courses),
        ...linesOf('unchanged', same, scale.courses),
        ...linesOf('changed', changed, scale.courses),
      ];
    });
  } finally {
    await moodle.close();
    await local.close();
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
