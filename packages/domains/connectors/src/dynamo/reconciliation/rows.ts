import { expiryAttribute, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { adapterFailureReasons } from '../../ports.ts';
import { type Mismatch, mismatchKinds, repairActions } from '../../reconciliation/mismatch.ts';
import type { ReconciliationRun } from '../../reconciliation/run.ts';
import { unmatchedReasons } from '../../results/inbox-result.ts';
import { historyPartition, historySort, mismatchKey, runKey } from './keys.ts';

/** The history of a connection goes back so far. */
const keptSeconds = 180 * 86_400;

const runRow = z.object({
  ...{ connectionId: z.string(), runId: z.string(), startedAt: z.string() },
  startedBy: z.string().exactOptional(),
  state: z.enum(['running', 'done', 'failed']),
  reason: z.enum(adapterFailureReasons).exactOptional(),
  walkId: z.string().exactOptional(),
  brokenAt: z.object({ externalCourseId: z.string(), times: z.number() }).exactOptional(),
  asking: z.string().exactOptional(),
  asked: z
    .object({
      ...{ taken: z.number(), isWhole: z.boolean() },
      reason: z.enum(adapterFailureReasons).exactOptional(),
    })
    .exactOptional(),
  cursor: z.string().exactOptional(),
  within: z
    .object({
      externalCourseId: z.string(),
      after: z.string().exactOptional(),
      phase: z.enum(['compare', 'silence']),
      ...{ running: z.number(), isSpokenOf: z.boolean(), silent: z.number() },
    })
    .exactOptional(),
  ...{ courses: z.number(), learners: z.number() },
  counts: z.partialRecord(z.enum(mismatchKinds), z.number()),
  updatedAt: z.string(),
  endedAt: z.string().exactOptional(),
  rev: z.number(),
});

export const readRun = (row: Item): ReconciliationRun => runRow.parse(row);

export const toRunRow = (run: ReconciliationRun): Item => ({
  ...runKey(run.connectionId, run.runId),
  kind: 'reconciliation-run',
  ...run,
  gsi1pk: historyPartition(run.connectionId),
  gsi1sk: historySort(run.startedAt, run.runId),
  [expiryAttribute]: Math.floor(Date.parse(run.startedAt) / 1000) + keptSeconds,
});

const mismatchRow = z.object({
  ...{ mismatchId: z.string(), connectionId: z.string(), since: z.string(), runId: z.string() },
  mismatchKind: z.enum(mismatchKinds),
  externalCourseId: z.string(),
  registration: z.string().exactOptional(),
  moduleId: z.string().exactOptional(),
  externalLearnerId: z.string().exactOptional(),
  subject: z.string().exactOptional(),
  resultId: z.string().exactOptional(),
  reason: z.enum(unmatchedReasons).exactOptional(),
  learners: z.number().exactOptional(),
  failure: z.enum(adapterFailureReasons).exactOptional(),
  scoreHere: z.number().exactOptional(),
  scoreThere: z.number().exactOptional(),
  handled: z
    .object({
      ...{ action: z.enum(repairActions), at: z.string(), by: z.string() },
      note: z.string().exactOptional(),
      resultId: z.string().exactOptional(),
    })
    .exactOptional(),
});

export function readMismatch(row: Item): Mismatch {
  const { mismatchKind: kind, ...rest } = mismatchRow.parse(row);
  return { kind, ...rest };
}

export const toMismatchRow = ({ kind: mismatchKind, ...rest }: Mismatch): Item => ({
  ...mismatchKey(rest.connectionId, rest.mismatchId),
  kind: 'mismatch',
  mismatchKind,
  ...rest,
});
