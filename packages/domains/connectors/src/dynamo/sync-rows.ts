import type { ErrorCode, ProviderId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { ConnectionId } from '../connection.ts';
import { adapterFailureReasons } from '../ports.ts';
import { type BatchResult, batchLists, batchOutcomes, batchReasons, type SyncBatch } from '../sync/batch.ts';
import { syncFields } from '../sync/content.ts';
import { overdueAfterMs } from '../sync/overdue.ts';
import { type AuditLine, changeKinds, itemFindings, listOf, type SyncItem } from '../sync/sync-item.ts';
import type { SyncHead, SyncRun } from '../sync/sync-run.ts';
import {
  auditKey,
  batchKey,
  batchNameKey,
  headKey,
  itemKey,
  listPartition,
  listSort,
  openPartition,
  openSort,
  resultKey,
  runKey,
} from './sync-keys.ts';

const connectionId = z.custom<ConnectionId>((value) => typeof value === 'string');
const providerId = z.custom<ProviderId>((value) => typeof value === 'string');
const party = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['person', 'client']), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('rule') }),
]);
const fields = z.array(z.enum(syncFields));
const text = z.string().exactOptional();
const number = z.number().exactOptional();
const standing = z.enum(['draft', 'published', 'retired']);

const content = z.object({
  ...{ title: z.string(), description: z.string(), code: text, url: text, startsAt: text, endsAt: text },
  classesFrom: text,
  languages: z.array(z.string()),
  ...{ jp: number, sks: number, price: number, seats: number },
  competencies: z.array(z.string()),
});
const accepted = z.object({ content, hash: z.string(), at: z.string(), by: party });

const itemRow = z.object({
  ...{ connectionId, providerId, externalId: z.string(), content, hash: z.string() },
  isCut: z.literal(true).exactOptional(),
  tellsCompletion: z.literal(false).exactOptional(),
  ...{ seenAt: z.string(), present: z.boolean(), accepted: accepted.exactOptional(), courseId: text },
  ...{ generation: z.number(), closed: standing.exactOptional() },
  waiting: z
    .object({
      ...{ change: z.enum(changeKinds), hash: z.string(), fields, conflicts: fields },
      findings: z.array(z.enum(itemFindings)),
      ...{ runId: z.string(), since: z.string() },
      rejected: z.object({ by: party, at: z.string() }).exactOptional(),
      undone: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  inHand: z
    .object({
      ...{ action: z.enum(['accept', 'undo']), by: party, at: z.string(), take: fields, keep: fields },
      submit: z.boolean(),
      before: z.object({ content, standing }).exactOptional(),
    })
    .exactOptional(),
  undo: z
    .object({
      ...{ change: z.enum(changeKinds), fields, values: content.exactOptional() },
      ...{ standing: standing.exactOptional(), accepted: accepted.exactOptional() },
    })
    .exactOptional(),
  rev: z.number(),
});

const runRow = z.object({
  ...{ connectionId, providerId, runId: z.string(), startedBy: party.exactOptional() },
  state: z.enum(['queued', 'running', 'done', 'broken']),
  scope: z.enum(['all', 'changes']),
  counts: z.object({
    ...{ read: z.number(), new: z.number(), changed: z.number(), withdrawn: z.number() },
    ...{ returned: z.number(), same: z.number(), hidden: z.number() },
    ...{ duplicate: z.number(), unusable: z.number() },
  }),
  findings: z.array(
    z.union([
      z.object({ code: z.enum(['duplicate', 'unusable']), externalId: z.string() }),
      z.object({ code: z.literal('drop'), present: z.number(), missing: z.number() }),
    ]),
  ),
  believedMissing: number,
  withdrawals: z.enum(['staged', 'held']).exactOptional(),
  failedBecause: z.enum([...adapterFailureReasons, 'too-many']).exactOptional(),
  ...{ queuedAt: z.string(), startedAt: text, updatedAt: z.string(), endedAt: text, tries: z.number() },
});

const headRow = z.object({
  running: z.object({ runId: z.string(), token: text, until: z.string() }).exactOptional(),
  ...{ cursor: text, wholeAt: text },
});

const value = z.union([z.string(), z.number(), z.array(z.string())]).exactOptional();
const auditRow = z.object({
  ...{ connectionId, providerId, externalId: z.string(), rev: z.number(), at: z.string(), by: party },
  action: z.enum(['accept', 'reject', 'undo', 'unreject']),
  ...{ change: z.enum(changeKinds), courseId: text, title: z.string() },
  fields: z.array(z.object({ field: z.enum(syncFields), before: value, after: value })),
  submitted: z.boolean().exactOptional(),
});

const batchRow = z.object({
  ...{ connectionId, providerId, batchId: z.string(), by: party, submit: z.boolean() },
  lists: z.array(z.enum(batchLists)),
  state: z.enum(['running', 'done']),
  at: z.object({
    ...{ list: z.number(), after: text },
    inHand: z.object({ externalIds: z.array(z.string()), next: text, faults: number }).exactOptional(),
  }),
  counts: z.object({ accepted: z.number(), conflict: z.number(), left: z.number(), failed: z.number() }),
  ...{ expected: number, createdAt: z.string(), updatedAt: z.string(), rev: z.number() },
});
const resultRow = z.object({
  ...{ externalId: z.string(), title: text, outcome: z.enum(batchOutcomes), courseId: text },
  reason: z.enum(batchReasons).exactOptional(),
  // One of ours, which a later release may not know any more.
  code: z.custom<ErrorCode>((value) => typeof value === 'string').exactOptional(),
  fields: fields.exactOptional(),
});

const dueAfter = (at: string) => new Date(Date.parse(at) + overdueAfterMs).toISOString();
const openAt = (dueAt: string, id: ConnectionId, part: string) => ({
  gsi2pk: openPartition,
  gsi2sk: openSort(dueAt, id, part),
});

export const readItem = (row: Item): SyncItem => itemRow.parse(row);
export function toItemRow(item: SyncItem): Item {
  const { connectionId: id, externalId, inHand } = item;
  const list = listOf(item);
  return {
    ...itemKey(id, externalId),
    kind: 'sync-item',
    ...item,
    ...(list && { gsi1pk: listPartition(id, list), gsi1sk: listSort(item) }),
    ...(inHand && openAt(dueAfter(inHand.at), id, externalId)),
  };
}

export const readRun = (row: Item): SyncRun => runRow.parse(row);
/** Runs are kept for a year. */
export const toRunRow = (run: SyncRun): Item => ({
  ...runKey(run.connectionId, run.runId),
  kind: 'sync-run',
  ...run,
  expiresAt: yearAfter(run.queuedAt),
});

export const readHead = (row: Item | undefined): SyncHead => (row ? headRow.parse(row) : {});
/** `until` of a run that waits for its worker: when somebody has to look for its message. */
export const toHeadRow = (id: ConnectionId, head: SyncHead): Item => ({
  ...headKey(id),
  kind: 'sync-head',
  connectionId: id,
  ...head,
  ...(head.running && openAt(head.running.until, id, 'run')),
});
export const untilQueued = ({ queuedAt }: Pick<SyncRun, 'queuedAt'>): string => dueAfter(queuedAt);

export const isLineRow = (row: Item): boolean => row.kind === 'sync-decision';
export const readLine = (row: Item): AuditLine => auditRow.parse(row);
export const toLineRow = (line: AuditLine): Item => ({
  ...auditKey(line.connectionId, line.externalId, line.rev),
  kind: 'sync-decision',
  ...line,
});

export const readBatch = (row: Item): SyncBatch => batchRow.parse(row);
export const toBatchRow = (batch: SyncBatch): Item => ({
  ...batchKey(batch.connectionId, batch.batchId),
  kind: 'sync-batch',
  ...batch,
  ...(batch.state === 'running' && openAt(dueAfter(batch.updatedAt), batch.connectionId, batch.batchId)),
});

/** Kept for a year, as runs are. */
export const toBatchNameRow = (batch: SyncBatch): Item => ({
  ...batchNameKey(batch),
  kind: 'sync-batch-name',
  batchId: batch.batchId,
  expiresAt: yearAfter(batch.createdAt),
});
const yearAfter = (at: string): number => Math.ceil(Date.parse(at) / 1000) + 366 * 86_400;

export const readResult = (row: Item): BatchResult => resultRow.parse(row);
export const toResultRow = (
  batch: Pick<SyncBatch, 'connectionId' | 'batchId'>,
  result: BatchResult,
): Item => ({ ...resultKey(batch, result), kind: 'sync-result', ...result });
