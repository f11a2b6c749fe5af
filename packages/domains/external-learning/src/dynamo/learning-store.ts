import type { Digest, PersonId } from '@sinau/kernel';
import {
  absent,
  type Dynamo,
  type Item,
  queryAll,
  queryPage,
  type TransactItem,
  type TransactResult,
  unchangedSince,
} from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { ExternalLearning, LearningId } from '../learning.ts';
import type { LearningStore, Step, StepOutcome } from '../ports.ts';
import { type Claim, claimsOf, isSameClaim } from '../same-learning.ts';
import {
  claimKey,
  lineKey,
  linePrefix,
  personPartition,
  policyKey,
  recordKey,
  recordPrefix,
  waitingPartition,
} from './keys.ts';
import { readLine, readPolicyRow, readRecord, toLineRow, toPolicyRow, toRecordRow } from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly digest: Digest;
}

/** As it was read: of the learner and a reviewer, and of two reviewers, one goes on. */
const unchanged = unchangedSince;

const claimRow = z.object({ learningId: z.custom<LearningId>((value) => typeof value === 'string') });

/** Records, history and claims of a person lie in one partition, and change together. */
export function createLearningStore(door: Door): LearningStore {
  const { dynamo, table } = door;
  const rows = (partition: string, prefix: string): Promise<readonly Item[]> =>
    queryAll(door, { partition, sort: { prefix }, consistent: true });
  return {
    take: (step) => take(door, step),
    async find(personId, learningId) {
      const row = await dynamo.get({ table, key: recordKey(personId, learningId), consistent: true });
      return row && readRecord(row);
    },
    async holderOf({ personId, ...learning }) {
      const held = await holder(door, claimsOf(learning).map(claimKeyOf(door, personId)));
      return held.outcome === 'taken' ? held.learningId : undefined;
    },
    listOf: async (personId) => (await rows(personPartition(personId), recordPrefix)).map(readRecord),
    linesOf: async (personId, learningId) =>
      (await rows(personPartition(personId), linePrefix(learningId))).map(readLine),
    async listWaiting(agencyId, { limit, after }) {
      const partition = waitingPartition(agencyId);
      const { items, ...next } = await queryPage(dynamo, { table, index: 'gsi1', partition, limit, after });
      return { learnings: items.map(readRecord), ...next };
    },
    forget: async (learning) =>
      forget(door, {
        learning,
        lines: await rows(personPartition(learning.personId), linePrefix(learning.learningId)),
      }),
    async findPolicy(agencyId) {
      const row = await dynamo.get({ table, key: policyKey(agencyId), consistent: true });
      return row && readPolicyRow(row);
    },
    async savePolicy(policy) {
      const item = toPolicyRow({ ...policy, rev: policy.rev + 1 });
      // Of two administrators one is told that the other has been there.
      const result = await dynamo.put({ table, item, condition: unchanged(policy.rev) });
      return result.outcome === 'done' ? 'saved' : 'changed';
    },
  };
}

async function take(door: Door, step: Step): Promise<StepOutcome> {
  const { dynamo, table } = door;
  const { after, line } = step;
  const learning = { ...after, rev: after.rev + 1 };
  const { taken, given } = changedClaims(step);
  const { personId, learningId } = after;
  const keyOf = claimKeyOf(door, personId);
  const claims = taken.map(
    (claim): TransactItem => ({
      ...{ kind: 'put', table, item: { ...keyOf(claim), kind: 'external-learning-claim', learningId } },
      // Closes the race of two who write down the same, on two devices or by a list.
      condition: absent,
    }),
  );
  const result = await dynamo.transactWrite([
    { kind: 'put', table, item: toRecordRow(learning), condition: unchanged(after.rev) },
    ...claims,
    ...(line ? [{ kind: 'put', table, item: toLineRow(learning, line), condition: absent } as const] : []),
    ...given.map((claim): TransactItem => ({ kind: 'delete', table, key: keyOf(claim) })),
  ]);
  if (result.outcome === 'done') return { outcome: 'done', learning };
  return refusalOf(result, claims.length) ?? holder(door, taken.map(keyOf));
}

/** A transaction takes a hundred rows; a record of more steps than that loses its oldest first. */
const mostLines = 90;

async function forget(
  door: Door,
  { learning, lines }: { readonly learning: ExternalLearning; readonly lines: readonly Item[] },
): Promise<'forgotten' | 'changed'> {
  const { dynamo, table } = door;
  const { personId, learningId, rev } = learning;
  const keys = lines.map((row) => lineKey(personId, learningId, readLine(row).n));
  for (const key of keys.slice(0, -mostLines)) await dynamo.delete({ table, key });
  const claims = claimsOf(learning).map(claimKeyOf(door, personId));
  const result = await dynamo.transactWrite([
    { kind: 'delete', table, key: recordKey(personId, learningId), condition: unchanged(rev) },
    ...[...claims, ...keys.slice(-mostLines)].map((key): TransactItem => ({ kind: 'delete', table, key })),
  ]);
  return result.outcome === 'done' ? 'forgotten' : 'changed';
}

const claimKeyOf =
  ({ digest }: Pick<Door, 'digest'>, personId: PersonId) =>
  (claim: Claim) =>
    claimKey(personId, digest.sha256(JSON.stringify(claim)));

function changedClaims({ before, after }: Step) {
  const [had, has] = [before ? claimsOf(before) : [], claimsOf(after)];
  const isIn = (list: readonly Claim[]) => (claim: Claim) => list.some((one) => isSameClaim(one, claim));
  const [wasHad, isHad] = [isIn(had), isIn(has)];
  return {
    taken: has.filter((claim) => !wasHad(claim)),
    given: had.filter((claim) => !isHad(claim)),
  };
}

/** The record comes first in the transaction, then its claims. Undefined: a claim failed that says nothing of its holder. */
function refusalOf(
  { reasons }: Extract<TransactResult, { readonly outcome: 'cancelled' }>,
  claims: number,
): StepOutcome | undefined {
  if (reasons[0]?.code === 'ConditionalCheckFailed') return { outcome: 'changed' };
  const failed = reasons.slice(1, 1 + claims).filter(({ code }) => code === 'ConditionalCheckFailed');
  if (failed.length === 0) return { outcome: 'changed' };
  const [first] = failed;
  const read = first?.code === 'ConditionalCheckFailed' ? claimRow.safeParse(first.item) : undefined;
  return read?.success ? { outcome: 'taken', learningId: read.data.learningId } : undefined;
}

async function holder(
  { dynamo, table }: Door,
  keys: readonly { readonly pk: string; readonly sk: string }[],
): Promise<StepOutcome> {
  const [row] = await dynamo.batchGet({ table, keys, consistent: true });
  return row ? { outcome: 'taken', learningId: claimRow.parse(row).learningId } : { outcome: 'changed' };
}
