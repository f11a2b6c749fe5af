import type { AgencyId, Jp, PersonId, ProviderId } from '@sinau/kernel';
import { composeKey, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { chargeStates } from '../charge.ts';
import { type Enrolment, type EnrolmentId, isCurrent, type Registration } from '../enrolment.ts';
import type { Invitation } from '../invitation.ts';
import type { PoolId } from '../pool.ts';
import { providerWordSchema } from '../provider-word.ts';
import { payers, type QuotaId } from '../quota.ts';
import type { BudgetLineId } from '../seat-budget.ts';
import {
  assignedPartition,
  donePartition,
  enrolmentKey,
  heldPartition,
  invitationKey,
  leftPartition,
  pastKey,
  requestedPartition,
  runningPartition,
  seatKey,
  shardOf,
  waitKey,
} from './keys.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const office = z.enum(['supervisor', 'agency']);

const quotaId = branded<QuotaId>();
const payer = z.enum(payers);
const chargeRow = z.object({
  agencyId: branded<AgencyId>(),
  providerId: branded<ProviderId>(),
  year: z.number(),
  quotas: z.array(quotaId),
  pools: z.record(z.string(), branded<PoolId>()).exactOptional(),
  price: z.number(),
  payer,
  budgetLine: branded<BudgetLineId>().exactOptional(),
  state: z.enum(chargeStates),
});

const enrolmentRow = z.object({
  enrolmentId: branded<EnrolmentId>(),
  personId: branded<PersonId>(),
  courseId: z.string(),
  version: z.number(),
  registration: branded<Registration>(),
  state: z.enum(['requested', 'waiting', 'active', 'completed', 'declined', 'withdrawn', 'cancelled']),
  enrolledAt: z.string(),
  requestedAt: z.string().exactOptional(),
  waitingSince: z.string().exactOptional(),
  waitingPastMinimum: z.literal(true).exactOptional(),
  waitingRaised: z.literal(true).exactOptional(),
  waitingGap: z.number().exactOptional(),
  waitingBehindUntil: z.string().exactOptional(),
  waitingQuota: quotaId.exactOptional(),
  waitingPools: z
    .string()
    .transform((ids) => ids.split(' ') as PoolId[])
    .exactOptional(),
  waitingBudget: z.object({ lineId: branded<BudgetLineId>(), price: z.number() }).exactOptional(),
  charge: chargeRow.exactOptional(),
  decision: z
    .object({
      by: branded<PersonId>(),
      as: office,
      at: z.string(),
      approved: z.boolean(),
      reason: z.string().exactOptional(),
      budgetLine: branded<BudgetLineId>().exactOptional(),
    })
    .exactOptional(),
  assignment: z
    .object({
      by: branded<PersonId>().exactOptional(),
      client: z.string().exactOptional(),
      as: office,
      agencyId: branded<AgencyId>(),
      at: z.string(),
      dueOn: z.string().exactOptional(),
      note: z.string().exactOptional(),
      obligationId: z.string().exactOptional(),
      ownBefore: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  agencyId: branded<AgencyId>().exactOptional(),
  counted: z.literal(true).exactOptional(),
  completedAt: z.string().exactOptional(),
  earnedJp: z.custom<Jp>((value) => typeof value === 'number').exactOptional(),
  providerWord: providerWordSchema.extend({ rev: z.number(), notedAt: z.string() }).exactOptional(),
  cancelledAt: z.string().exactOptional(),
  withdrawnAt: z.string().exactOptional(),
  releaseWarnedAt: z.string().exactOptional(),
  endedBy: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('provider'), reason: z.string() }),
      z.object({
        by: z.literal('quota'),
        days: z.number(),
        behind: z.object({ quotaId, until: z.string() }).exactOptional(),
      }),
    ])
    .exactOptional(),
  movedAt: z.string().exactOptional(),
  lastActivityAt: z.string().exactOptional(),
});

const seatRow = z.object({ registration: branded<Registration>() });

const invitationRow = z.object({
  invitationId: z.string(),
  courseId: z.string(),
  inviter: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('provider'), providerId: branded<ProviderId>() }),
    z.object({ kind: z.literal('agency'), agencyId: branded<AgencyId>() }),
  ]),
  label: z.string(),
  maxUses: z.number(),
  uses: z.number(),
  expiresAt: z.string(),
  revokedAt: z.string().exactOptional(),
  createdAt: z.string(),
  createdBy: z.string(),
});

export const toEnrolmentRow = ({ waitingPools, ...enrolment }: Enrolment): Item => ({
  ...enrolmentKey(enrolment.registration),
  kind: 'enrolment',
  ...enrolment,
  // One word, so that a condition can compare it.
  ...(waitingPools && { waitingPools: waitingPools.join(' ') }),
  ...deskKeys(enrolment),
  ...rosterKeys(enrolment),
});

/** In the part of the roster where its state belongs. */
function rosterKeys({ state, courseId, registration, cancelledAt }: Enrolment) {
  const shard = shardOf(registration);
  if (state === 'active') return { gsi1pk: runningPartition(courseId, shard), gsi1sk: registration };
  if (state === 'completed') return { gsi1pk: donePartition(courseId, shard), gsi1sk: registration };
  if (state !== 'cancelled' || cancelledAt === undefined) return {};
  return { gsi1pk: leftPartition(courseId, shard), gsi1sk: composeKey(cancelledAt, registration) };
}

/** On the list of requests while somebody must decide, on that of duties while one stands, else on that of seats of a quota. */
function deskKeys(enrolment: Enrolment) {
  const { state, agencyId, requestedAt, assignment, registration } = enrolment;
  if (state === 'requested' && agencyId !== undefined) {
    return { gsi2pk: requestedPartition(agencyId), gsi2sk: composeKey(requestedAt ?? '', registration) };
  }
  if (!assignment) return heldKeys(enrolment);
  if (!isCurrent({ state })) return {};
  return {
    gsi2pk: assignedPartition(assignment.agencyId),
    gsi2sk: composeKey(assignment.at, registration),
  };
}

/** gsi2: a running seat that no duty asks for, in the first quota that it counts in. */
export function heldKeys({ state, assignment, charge, enrolledAt, registration }: Enrolment) {
  const quotaId = charge?.quotas[0];
  if (state !== 'active' || assignment || !charge || quotaId === undefined) return {};
  return {
    gsi2pk: heldPartition(charge.agencyId, quotaId),
    gsi2sk: composeKey(enrolledAt, registration),
  };
}

export const toSeatRow = ({ personId, courseId, registration }: Enrolment): Item => ({
  ...seatKey(personId, courseId),
  kind: 'enrolment-seat',
  registration,
});

export const toPastRow = (enrolment: Enrolment): Item => ({
  ...pastKey(enrolment),
  kind: 'enrolment-past',
  registration: enrolment.registration,
});

export const toWaitRow = (enrolment: Enrolment): Item => ({
  ...waitKey(enrolment),
  kind: 'enrolment-wait',
  registration: enrolment.registration,
});

/** `expiresAt` is the table's time to live, and an invitation outlives its end in the list. */
export const toInvitationRow = ({ expiresAt, ...invitation }: Invitation): Item => ({
  ...invitationKey(invitation.courseId, invitation.invitationId),
  kind: 'enrolment-invitation',
  ...invitation,
  endsAt: expiresAt,
});

export const readInvitation = ({ endsAt, ...row }: Item): Invitation =>
  invitationRow.parse({ ...row, expiresAt: endsAt });

export const readEnrolment = (row: Item): Enrolment => enrolmentRow.parse(row);

export const readSeat = (row: Item) => seatRow.parse(row);

export const isEnrolmentRow = (row: Item): boolean => row.kind === 'enrolment';
