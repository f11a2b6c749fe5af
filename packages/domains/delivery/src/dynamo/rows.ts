import { auVerbNames, launchModes } from '@sinau/cmi5';
import type { PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { AuSession, DeliveryRegistration } from '../registration.ts';
import { isRunning } from '../sessions.ts';
import { decodeAu, encodeAu } from './au-code.ts';
import { registrationKey } from './keys.ts';

const account = z.object({ homePage: z.string(), name: z.string() });

const sessionRow = z.object({
  auIndex: z.number(),
  terms: z.object({
    sessionId: z.string(),
    registration: z.string(),
    actor: account,
    activityId: z.string(),
    publisherId: z.string(),
    launchMode: z.enum(launchModes),
    masteryScore: z.number().exactOptional(),
  }),
  progress: z.object({
    launchDataRead: z.boolean(),
    preferencesRead: z.boolean(),
    accepted: z.partialRecord(z.enum(auVerbNames), z.string()),
    abandoned: z.boolean(),
  }),
  launchedAt: z.string(),
  judgedByServer: z.literal(true).exactOptional(),
  tincan: z.object({ activityId: z.string() }).exactOptional(),
  endedAt: z.string().exactOptional(),
  fetchHash: z.string(),
  fetchedAt: z.string().exactOptional(),
  tokenHash: z.string().exactOptional(),
});

const registrationRow = z.object({
  registration: z.string(),
  personId: z.custom<PersonId>((value) => typeof value === 'string').exactOptional(),
  courseId: z.string(),
  version: z.number(),
  actor: account,
  createdAt: z.string(),
  aus: z.record(z.string(), z.string()),
  blocks: z.string(),
  courseSatisfied: z.boolean(),
  courseSatisfiedAt: z.string().exactOptional(),
  lastResultAt: z.string().exactOptional(),
  session: sessionRow.exactOptional(),
  lastStatementAt: z.string().exactOptional(),
  trial: z.literal(true).exactOptional(),
  closedAt: z.string().exactOptional(),
  rev: z.number(),
});

/** The row of a state whose `rev` is already the new one. */
export function toRegistrationRow(state: DeliveryRegistration): Item {
  const { aus, satisfaction, session, ...plain } = state;
  return {
    ...registrationKey(state.registration),
    kind: 'delivery-registration',
    ...plain,
    aus: Object.fromEntries(Object.entries(aus).map(([index, record]) => [index, encodeAu(record)])),
    blocks: satisfaction.blocks.join(','),
    courseSatisfied: satisfaction.course,
    ...(session && toSessionParts(session)),
  };
}

/** `openSession` stands for the condition of a touch; `lastStatementAt` is what a touch writes. */
function toSessionParts({ lastStatementAt, ...session }: AuSession) {
  return {
    session,
    ...(isRunning(session) && { openSession: session.terms.sessionId }),
    ...(lastStatementAt !== undefined && { lastStatementAt }),
  };
}

export function readRegistration(row: Item): DeliveryRegistration {
  const { aus, blocks, courseSatisfied, session, lastStatementAt, ...plain } = registrationRow.parse(row);
  return {
    ...plain,
    aus: Object.fromEntries(Object.entries(aus).map(([index, code]) => [Number(index), decodeAu(code)])),
    satisfaction: {
      blocks: blocks === '' ? [] : blocks.split(',').map(Number),
      course: courseSatisfied,
    },
    ...(session && { session: { ...session, ...(lastStatementAt !== undefined && { lastStatementAt }) } }),
  };
}

export const isRegistrationRow = (row: Item): boolean => row.kind === 'delivery-registration';
