import { createCourseStore } from '@sinau/catalogue/dynamo';
import { createReportStore } from '@sinau/compliance/dynamo';
import type { orderReport, RunReportDeps } from '@sinau/compliance/reports';
import { createQuotaStore } from '@sinau/enrolment/dynamo';
import { exportMessageSchema } from '@sinau/exports';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import { createSyncStore } from '@sinau/siasn-sync/dynamo';
import { createComplianceDesk } from './compliance-desk.ts';
import type { Parts } from './parts.ts';
import { createReportFiles } from './report-files.ts';
import { createReportSource } from './report-source.ts';

export type ReportParts = RunReportDeps & Pick<Parameters<typeof orderReport>[0], 'ids' | 'units'>;

/** What orders and makes reports of agencies, in AWS and on one machine alike. */
export function createReportParts(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'objects' | 'queue'>;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly RECORD_FILES_BUCKET: string;
    readonly EXPORT_QUEUE_URL: string;
  };
}): ReportParts {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const desk = createComplianceDesk(stores);
  return {
    clock: systemClock,
    ids: systemIds,
    units: desk.units,
    reports: createReportStore(stores),
    files: createReportFiles({ objects: parts.objects(env.RECORD_FILES_BUCKET) }),
    queue: parts.queue(env.EXPORT_QUEUE_URL, exportMessageSchema),
    source: createReportSource({
      ...desk,
      clock: systemClock,
      people: createPeopleStore(stores),
      organisations: createOrganisationStore(stores),
      courses: createCourseStore(stores),
      quotas: createQuotaStore(stores),
      siasn: createSyncStore(stores),
    }),
  };
}
