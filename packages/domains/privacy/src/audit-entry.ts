import type { PersonId } from '@sinau/kernel';
import type { AuditEntry } from './audit-line.ts';
import type { Counts, PrivacyJob } from './privacy-job.ts';

/** What is noted of something that happens to a job. */
export function entryOf(
  job: Pick<PrivacyJob, 'kind' | 'jobId' | 'subject' | 'mode' | 'reason' | 'legalBasis'>,
  event: {
    readonly at: string;
    readonly action: AuditEntry['action'];
    /** Absent: the system. */
    readonly by?: PersonId;
    readonly counts?: Counts;
  },
): AuditEntry {
  const { kind, jobId, subject, mode, reason, legalBasis } = job;
  return {
    ...event,
    ...{ kind, jobId, subject },
    ...(mode && { mode }),
    ...(reason && { reason }),
    ...(legalBasis && { legalBasis }),
  };
}
