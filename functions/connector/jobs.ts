import type { JobKind } from '@sinau/connectors';
import { acceptManyJob } from './accept-many-job.ts';
import { checkHealthJob } from './check-health-job.ts';
import { checkToolJob } from './check-tool-job.ts';
import type { ConnectorParts } from './compose.ts';
import { enrolJob, unenrolJob } from './enrolment-jobs.ts';
import type { ConnectorJob } from './job.ts';
import { pollResultsJob } from './poll-results-job.ts';
import { reconcileJob } from './reconcile-job.ts';
import { repairJob } from './repair-job.ts';
import { sealJob } from './seal-job.ts';
import { sendScoreJob } from './send-score-job.ts';
import { siasnJob } from './siasn-job.ts';
import { syncJob } from './sync-job.ts';
import { takePackageJob } from './take-package-job.ts';
import { takeTableJob } from './take-table-job.ts';
import { wakeEnrolmentsJob } from './wake-enrolments-job.ts';

/** What the worker does, by the kind of the message. A kind has one file, `<kind>-job.ts`, and one line here. */
export function connectorJobs(parts: ConnectorParts): Readonly<Partial<Record<JobKind, ConnectorJob>>> {
  return {
    'accept-many': acceptManyJob(parts),
    'check-health': checkHealthJob(parts),
    'check-tool': checkToolJob(parts),
    'poll-results': pollResultsJob(parts),
    reconcile: reconcileJob(parts),
    repair: repairJob(parts),
    seal: sealJob(parts),
    'send-score': sendScoreJob(parts),
    siasn: siasnJob(parts),
    sync: syncJob(parts),
    enrol: enrolJob(parts),
    unenrol: unenrolJob(parts),
    'take-package': takePackageJob(parts),
    'take-table': takeTableJob(parts),
    'wake-enrolments': wakeEnrolmentsJob(parts),
  };
}
