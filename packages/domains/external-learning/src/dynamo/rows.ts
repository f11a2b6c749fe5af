import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { composeKey, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import {
  actions,
  type EvidenceId,
  type ExternalLearning,
  evidenceKinds,
  type LearningId,
  type Line,
  states,
  ways,
} from '../learning.ts';
import type { Policy } from '../policy.ts';
import { lineKey, policyKey, recordKey, waitingPartition } from './keys.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const named = z.object({ number: z.string(), date: z.string() });

const details = z.object({
  ...{ form: z.string(), title: z.string(), organiser: z.string(), abroad: z.boolean() },
  ...{ startsOn: z.string(), endsOn: z.string() },
  count: z.number().exactOptional(),
  stated: z.custom<Jp>((value) => typeof value === 'number').exactOptional(),
  certificate: z
    .object({ number: z.string(), issuer: z.string(), date: z.string().exactOptional() })
    .exactOptional(),
  letter: named.exactOptional(),
  notes: z.string().exactOptional(),
});

const evidence = z.object({
  ...{ evidenceId: id<EvidenceId>(), kind: z.enum(evidenceKinds), name: z.string() },
  ...{ sizeBytes: z.number(), pages: z.number(), sha256: z.string(), addedAt: z.string() },
});

const record = z.object({
  ...{ learningId: id<LearningId>(), personId: id<PersonId>(), agencyId: id<AgencyId>() },
  ...{ way: z.enum(ways), state: z.enum(states), stage: z.enum(['proposal', 'report']) },
  ...{ details, evidence: z.array(evidence).readonly(), createdAt: z.string() },
  waitingSince: z.string().exactOptional(),
  verifiedAt: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  planItem: z
    .object({ year: z.number(), itemId: z.string(), by: id<PersonId>(), at: z.string() })
    .exactOptional(),
  ...{ lines: z.number(), rev: z.number() },
});

const actor = z.discriminatedUnion('kind', [
  z.object({
    ...{ kind: z.literal('person'), personId: id<PersonId>() },
    as: z.enum(['learner', 'supervisor', 'agency']),
  }),
  z.object({ kind: z.literal('client'), clientId: z.string(), name: z.string() }),
  z.object({ kind: z.literal('system') }),
]);

const line = z.object({
  ...{ n: z.number(), action: z.enum(actions), from: z.enum(states).exactOptional() },
  ...{ to: z.enum(states), at: z.string(), by: actor, reason: z.string().exactOptional() },
});

/** Only what waits for somebody stands in the queue. */
export function toRecordRow(learning: ExternalLearning): Item {
  const { personId, learningId, agencyId, waitingSince } = learning;
  return {
    ...{ ...recordKey(personId, learningId), kind: 'external-learning', ...learning },
    ...(waitingSince !== undefined && {
      gsi1pk: waitingPartition(agencyId),
      gsi1sk: composeKey(waitingSince, personId, learningId),
    }),
  };
}
export const readRecord = (row: Item): ExternalLearning => record.parse(row);

/** Whose it is stands beside what the line says. */
export function toLineRow({ personId, learningId, agencyId }: ExternalLearning, said: Line): Item {
  return {
    ...{ ...lineKey(personId, learningId, said.n), kind: 'external-learning-line' },
    ...{ personId, learningId, agencyId, line: said },
  };
}
export const isLineRow = ({ kind }: Item): boolean => kind === 'external-learning-line';
export const readLine = (row: Item): Line => line.parse(row.line);

const lineOwner = z.object({ personId: id<PersonId>(), learningId: id<LearningId>() });
export const readLineOwner = (row: Item) => lineOwner.parse(row);

const policyRow = z.object({
  ...{ agencyId: id<AgencyId>(), letterForms: z.array(z.string()).readonly() },
  ...{ verifiers: z.enum(['agency', 'either']), rev: z.number() },
});
export const toPolicyRow = (policy: Policy): Item => ({
  ...policyKey(policy.agencyId),
  ...{ kind: 'external-learning-policy', ...policy },
});
export const readPolicyRow = (row: Item): Policy => policyRow.parse(row);
