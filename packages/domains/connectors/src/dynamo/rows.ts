import type { ProviderId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { type CompletionRule, completionRuleSchema } from '@sinau/rostering';
import * as z from 'zod';
import { type Connection, connectionIdSchema, connectionKinds } from '../connection.ts';
import { scheduledKinds } from '../job.ts';
import { moodleSettingsSchema } from '../moodle-settings.ts';
import { oneRosterSettingsSchema } from '../one-roster-settings.ts';
import { openEdxSettingsSchema } from '../openedx-settings.ts';
import { dueAtOf } from '../plan-runs.ts';
import { adapterFailureReasons } from '../ports.ts';
import { reconciliationSettingsSchema } from '../reconciliation-settings.ts';
import { startSettingsSchema } from '../start-settings.ts';
import { xapiSettingsSchema } from '../xapi-settings.ts';
import { connectionKey, duePartition, dueSort, everyPartition, everySort } from './keys.ts';

const runSchema = z.object({
  nextAt: z.string().exactOptional(),
  lastAt: z.string().exactOptional(),
  lastOutcome: z.enum(['done', 'failed']).exactOptional(),
  lastReason: z.enum(adapterFailureReasons).exactOptional(),
});

const connectionRow = z.object({
  connectionId: connectionIdSchema,
  providerId: z.custom<ProviderId>((value) => typeof value === 'string'),
  connectionKind: z.enum(connectionKinds),
  name: z.string(),
  baseUrl: z.string().exactOptional(),
  contactEmail: z.string(),
  state: z.enum(['active', 'paused', 'removing']),
  removingSince: z.string().exactOptional(),
  acceptance: z.enum(['person', 'all']),
  moodle: moodleSettingsSchema.exactOptional(),
  start: startSettingsSchema.exactOptional(),
  completion: z
    .custom<CompletionRule>((value) => completionRuleSchema.safeParse(value).success)
    .exactOptional(),
  xapi: xapiSettingsSchema.exactOptional(),
  oneRoster: oneRosterSettingsSchema.exactOptional(),
  openedx: openEdxSettingsSchema.exactOptional(),
  schedule: z.object({
    syncHour: z.number().exactOptional(),
    pollMinutes: z.number().exactOptional(),
    reconcileHour: z.number().exactOptional(),
  }),
  reconciliation: reconciliationSettingsSchema.exactOptional(),
  sealedSecrets: z.string().exactOptional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  changedBy: z.string(),
  rev: z.number(),
  runs: z.partialRecord(z.enum(scheduledKinds), runSchema),
  /** Counts every write of the row. */
  writes: z.number(),
});

/** A connection, and how often its row was written. */
export function readConnection(row: Item): { readonly connection: Connection; readonly writes: number } {
  const { connectionKind: kind, writes, ...connection } = connectionRow.parse(row);
  return { connection: { ...connection, kind }, writes };
}

export function toConnectionRow({ kind, ...connection }: Connection, writes: number): Item {
  const { connectionId, providerId } = connection;
  const dueAt = dueAtOf(connection);
  return {
    ...connectionKey(connectionId),
    kind: 'connection',
    connectionKind: kind,
    ...connection,
    writes,
    // Only those of which something is to run.
    ...(dueAt !== undefined && { gsi1pk: duePartition, gsi1sk: dueSort(dueAt, connectionId) }),
    gsi2pk: everyPartition,
    gsi2sk: everySort(providerId, connectionId),
  };
}
