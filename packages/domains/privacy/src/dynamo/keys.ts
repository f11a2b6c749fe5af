import type { PersonId } from '@sinau/kernel';
import { composeKey, type Key } from '@sinau/platform/dynamo';
import type { PrivacyJob, PrivacyJobId } from '../privacy-job.ts';
import type { ApprovalKey } from '../rule-approval.ts';

export const jobKey = (jobId: PrivacyJobId): Key => ({ pk: composeKey('PRIVACY-JOB', jobId), sk: 'JOB' });

/** gsi1 of a job that is due: all of them by time; a job that ended leaves it. */
export const duePartition = 'PRIVACY-DUE';
/** gsi2: jobs of a kind by time, for operators. */
export const kindPartition = (kind: PrivacyJob['kind']): string => composeKey('PRIVACY-JOBS', kind);
export const datedSort = (at: string, jobId: PrivacyJobId): string => composeKey(at, jobId);

/** Exports of a person, so that they find them without an index. */
export const personPartition = (personId: PersonId): string => composeKey('PRIVACY-OF', personId);
export const personSort = (at: string, jobId: PrivacyJobId): string => composeKey('JOB', at, jobId);

/** Few: one row a rule, version and agency. */
export const rulesPartition = 'PRIVACY-RULES';
export const ruleKey = ({ ruleId, version, agencyId }: ApprovalKey): Key => ({
  pk: rulesPartition,
  sk: composeKey('RULE', ruleId, String(version).padStart(4, '0'), agencyId),
});

export const auditPartition = 'PRIVACY-AUDIT';
export const auditSort = (number: number): string => composeKey('LINE', String(number).padStart(12, '0'));
