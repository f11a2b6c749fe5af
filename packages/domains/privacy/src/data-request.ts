import type { AgencyId, Brand, PersonId, PersonPrincipal } from '@sinau/kernel';
import * as z from 'zod';
import type { PrivacyJobId } from './privacy-job.ts';

export type DataRequestId = Brand<'DataRequestId'>;

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

/** What UU 27/2022 gives a person: articles 7, 6, 8, 11 and 10. */
export const requestKinds = ['access', 'correction', 'erasure', 'restriction', 'objection'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What is wrong, so that whoever answers knows where to go. */
export const correctionFields = [
  'name',
  'number',
  'email',
  'unit',
  'post',
  'zone',
  'result',
  'other',
] as const;
export type CorrectionField = (typeof correctionFields)[number];

export const requestOutcomes = ['granted', 'partly', 'refused'] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

/** Why something is not done, or not all of it. */
export const refusalGrounds = [
  'personnel-records',
  'legal-duty',
  'legal-hold',
  'unfounded',
  'identity',
] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

export const dataRequestSchema = z.object({
  requestId: branded<DataRequestId>(),
  personId: branded<PersonId>(),
  /** Hash of the internal id, as in jobs and audit lines. */
  subject: z.string(),
  kind: z.enum(requestKinds),
  /** In the person's own words. */
  text: z.string(),
  /** Of a correction. */
  field: z.enum(correctionFields).exactOptional(),
  /** The person's home; absent for staff of providers and the platform. */
  agencyId: branded<AgencyId>().exactOptional(),
  openedAt: z.string(),
  /** Three times 24 hours later. */
  dueAt: z.string(),
  state: z.enum(['open', 'answered', 'withdrawn']),
  /** What carries it out. */
  jobId: branded<PrivacyJobId>().exactOptional(),
  outcome: z.enum(requestOutcomes).exactOptional(),
  ground: z.enum(refusalGrounds).exactOptional(),
  /** For the person. Absent where the system answered. */
  answer: z.string().exactOptional(),
  /** Absent where the system answered. */
  answeredBy: branded<PersonId>().exactOptional(),
  endedAt: z.string().exactOptional(),
  /** Since when those who answer were told that time runs out. */
  warnedAt: z.string().exactOptional(),
  rev: z.int().nonnegative(),
});
export type DataRequest = Readonly<z.infer<typeof dataRequestSchema>>;

export const answerHours = 72;
export const warnHours = 24;

export const hoursAfter = (at: string, hours: number): string =>
  new Date(Date.parse(at) + hours * 3600_000).toISOString();

/** What an agency sets right itself; copies and erasures go over all stores, and only operators start them. */
const agencyKinds: readonly RequestKind[] = ['correction', 'restriction', 'objection'];

export const isForAgency = ({ kind, agencyId }: Pick<DataRequest, 'kind' | 'agencyId'>): boolean =>
  agencyId !== undefined && agencyKinds.includes(kind);

/** Operators all of them, administrators those of their agency that it can carry out. */
export function mayAnswer(principal: PersonPrincipal, request: DataRequest): boolean {
  if (principal.roles.includes('operator')) return true;
  const isAdmin = principal.roles.includes('agency-admin') && principal.agencyId === request.agencyId;
  return isAdmin && isForAgency(request);
}
