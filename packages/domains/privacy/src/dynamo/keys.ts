import type { AgencyId, PersonId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { DataRequest, DataRequestId } from '../data-request.ts';
import type { IncidentId } from '../incident.ts';
import type { LegalHold } from '../legal-hold.ts';
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

export const requestKey = (requestId: DataRequestId): Key => ({
  pk: composeKey('PRIVACY-REQUEST', requestId),
  sk: 'REQUEST',
});
/** gsi1 of everybody's, gsi2 of an agency's people's: what waits by when it is due, what ended by when. */
export const requestsPartition = (agencyId: AgencyId | undefined): string =>
  agencyId === undefined ? 'PRIVACY-REQUESTS' : composeKey('PRIVACY-REQUESTS', agencyId);
export const openPrefix = 'OPEN#';
export const endedPrefix = 'ENDED#';
export const requestSort = ({ state, dueAt, endedAt = '', requestId }: DataRequest): string =>
  state === 'open' ? composeKey('OPEN', dueAt, requestId) : composeKey('ENDED', endedAt, requestId);

/** Requests of a person, so that they find them without an index. */
export const requestsOfPartition = (personId: PersonId): string =>
  composeKey('PRIVACY-REQUESTS-OF', personId);
export const requestOfSort = (at: string, requestId: DataRequestId): string =>
  composeKey('REQUEST', at, requestId);

/** Holds of a person; gsi1: all of them. */
export const holdKey = ({ personId, holdId }: Pick<LegalHold, 'personId' | 'holdId'>): Key => ({
  pk: composeKey('PRIVACY-HOLDS-OF', personId),
  sk: composeKey('HOLD', holdId),
});
export const holdsPartition = 'PRIVACY-HOLDS';

/** Few. */
export const incidentsPartition = 'PRIVACY-INCIDENTS';
export const isIncidentRow = ({ pk }: Key): boolean => pk.startsWith(keyPrefix('PRIVACY-INCIDENT'));
export const incidentKey = (incidentId: IncidentId): Key => ({
  pk: composeKey('PRIVACY-INCIDENT', incidentId),
  sk: 'INCIDENT',
});
export const isRequestRow = ({ pk }: Key): boolean => pk.startsWith(keyPrefix('PRIVACY-REQUEST'));
