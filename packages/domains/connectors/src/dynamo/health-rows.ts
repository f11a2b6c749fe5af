import { expiryAttribute, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type ConnectionId, connectionIdSchema } from '../connection.ts';
import { type DeadLetter, deadLetterSeconds } from '../health/dead-letter.ts';
import { type Health, troubles } from '../health/health.ts';
import { jobMessageSchema } from '../job.ts';
import { adapterFailureReasons } from '../ports.ts';
import { healthKey, letterKey } from './keys.ts';

const reason = z.enum(adapterFailureReasons);

const healthRow = z.object({
  connectionId: connectionIdSchema,
  circuit: z.object({
    state: z.enum(['closed', 'open']),
    failures: z.number(),
    probes: z.number(),
    openedAt: z.string().exactOptional(),
    reason: reason.exactOptional(),
    probeAt: z.string().exactOptional(),
  }),
  last: z.partialRecord(
    z.enum(['sign-in', 'catalogue', 'enrolment', 'results']),
    z.object({
      successAt: z.string().exactOptional(),
      failureAt: z.string().exactOptional(),
      reason: reason.exactOptional(),
    }),
  ),
  statements: z.object({ results: z.number(), others: z.number() }).exactOptional(),
  aged: z
    .object({
      ...{ count: z.number(), since: z.string() },
      told: z.object({ count: z.number(), at: z.string() }).exactOptional(),
    })
    .exactOptional(),
  told: z.object({ trouble: z.enum(troubles), at: z.string() }).exactOptional(),
  /** Counts every write of the row. */
  writes: z.number(),
});

export const isHealthRow = (row: Item): boolean => row.kind === 'connection-health';

export function readHealth(row: Item): {
  readonly health: Health;
  readonly connectionId: ConnectionId;
  readonly writes: number;
} {
  const { writes, connectionId, ...health } = healthRow.parse(row);
  return { health, connectionId, writes };
}

export const toHealthRow = (connectionId: ConnectionId, health: Health, writes: number): Item => ({
  ...healthKey(connectionId),
  kind: 'connection-health',
  connectionId,
  ...health,
  writes,
});

const letterRow = z.object({
  letterId: z.string(),
  connectionId: connectionIdSchema,
  message: jobMessageSchema,
  reason,
  at: z.string(),
  tries: z.number(),
  replays: z.number(),
});

export const readLetter = (row: Item): DeadLetter => letterRow.parse(row);

export const toLetterRow = (letter: DeadLetter): Item => ({
  ...letterKey(letter.connectionId, letter.letterId),
  kind: 'connection-dead-letter',
  ...letter,
  [expiryAttribute]: Math.floor(Date.parse(letter.at) / 1000) + deadLetterSeconds,
});
