import { createRecordFiles } from '@sinau/exports/adapters';
import type { RecordStore } from '@sinau/lrs/dynamo';
import type { Log } from '@sinau/platform/log';
import { flattenLines } from '@sinau/records';
import type * as z from 'zod';
import { createExportFeed } from '../shared/export-feed.ts';
import { createExportParts } from '../shared/export-parts.ts';
import { once } from '../shared/later.ts';
import type { Parts } from '../shared/parts.ts';
import type { envSchema } from './env.ts';
import type { ExporterDeps } from './worker.ts';

/** The exporter on its stores, in AWS and on one machine alike. */
export function composeExporter(given: {
  readonly parts: Parts;
  readonly records: Pick<RecordStore, 'statements'>;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}): ExporterDeps {
  const { env, log } = given;
  const shared = createExportParts(given);
  return {
    ...shared,
    feed: createExportFeed(shared),
    files: createRecordFiles({
      objects: shared.objects,
      temporaryFolder: env.TEMPORARY_FOLDER,
      csv: (agencyId, lines) => flattenLines(shared, { agencyId, lines }),
    }),
    reportParts: once(async () =>
      (await import('../shared/report-parts.ts')).createReportParts({ parts: given.parts, env }),
    ),
    agencies: async () => (await shared.organisations.listAgencies()).map(({ agencyId }) => agencyId),
    log,
  };
}
