import { setTimeout as sleep } from 'node:timers/promises';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import {
  type DailyFileStore,
  type ExportJobStore,
  type ExportQueue,
  exportMessageSchema,
  type FileLinks,
  type RecordSelection,
} from '@sinau/exports';
import { createDailyFileStore, createExportJobStore } from '@sinau/exports/dynamo';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock, Ids } from '@sinau/kernel';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { systemClock, systemIds } from '@sinau/platform/crypto';
import { type FilterDeps, openFilter } from '@sinau/records';
import { createFeedStore } from '@sinau/records/dynamo';
import { createEnrolmentStore } from './enrolment-store.ts';
import type { Parts } from './parts.ts';
import { createCourseDirectory, createPeopleDirectory } from './record-directories.ts';
import { nationalStore } from './record-writer.ts';

export interface ExportEnvironment {
  readonly LMS_TABLE: string;
  readonly LRS_TABLE: string;
  readonly RECORD_FILES_BUCKET: string;
  readonly EXPORT_QUEUE_URL: string;
  readonly ISSUER_URL: string;
}

/** What the worker, the agency's pages and the door of records share, in AWS and on one machine alike. */
export function createExportParts(given: {
  readonly parts: Parts;
  /** Only looks statements up. */
  readonly records: Pick<RecordStore, 'statements'>;
  readonly env: ExportEnvironment;
}) {
  const { parts, records, env } = given;
  const { dynamo } = parts;
  const lms = { dynamo, table: env.LMS_TABLE };
  const organisations = createOrganisationStore(lms);
  const filterDeps: FilterDeps = {
    people: createPeopleDirectory({ people: createPeopleStore(lms), organisations }),
    courses: createCourseDirectory({
      issuer: env.ISSUER_URL,
      enrolments: createEnrolmentStore(lms),
      courses: createCourseStore(lms),
    }),
    bodies: { find: async (id) => (await records.statements.find(nationalStore, id))?.recorded.json },
  };
  const objects = parts.objects(env.RECORD_FILES_BUCKET);
  return {
    clock: systemClock,
    ids: systemIds,
    exports: createExportJobStore(lms),
    daily: createDailyFileStore(lms),
    queue: parts.queue(env.EXPORT_QUEUE_URL, exportMessageSchema),
    selection: createSelection(filterDeps),
    links: { linkTo: objects.presignGet },
    feed: createFeedStore({ dynamo, table: env.LRS_TABLE, clock: systemClock, sleep }),
    ...filterDeps,
    organisations,
    objects,
  };
}

/** What pages and doors need of them. */
export interface ExportParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly exports: ExportJobStore;
  readonly daily: DailyFileStore;
  readonly queue: ExportQueue;
  readonly selection: RecordSelection;
  readonly links: FileLinks;
}

/** An export asks for records as a pull does. */
export function createSelection(deps: FilterDeps): RecordSelection {
  return {
    open: async (agencyId, filter) => {
      const { lines: sieve } = await openFilter(deps, { agencyId, filter });
      if (!sieve) return { select: async (lines) => lines };
      return {
        select: async (lines) => {
          const asked = lines.map((text) => ({ kind: 'text' as const, text }));
          await sieve.prepare(asked);
          return asked.filter((line) => sieve.matches(line)).map(({ text }) => text);
        },
      };
    },
  };
}
