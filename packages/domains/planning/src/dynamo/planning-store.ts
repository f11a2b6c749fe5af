import type { PersonId } from '@sinau/kernel';
import { type Dynamo, type Item, queryAll, unchangedSince } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { LearnedSession } from '../plan.ts';
import type { PlanningStore } from '../ports.ts';
import { planKey, planPartition, sessionKey, sessionPrefix, sessionsFrom } from './keys.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** This week is shown, and some before it may be; nobody needs more. */
const keptSeconds = 100 * 86_400;

const planRow = z.object({
  personId: z.custom<PersonId>((value) => typeof value === 'string'),
  days: z.array(z.number()).readonly(),
  minutes: z.number(),
  stopped: z.literal(true).exactOptional(),
  ...{ changedAt: z.string(), rev: z.number() },
});

const sessionRow = z.object({ sessionId: z.string(), from: z.string(), to: z.string() });

export function createPlanningStore(door: Door): PlanningStore {
  const { dynamo, table } = door;
  return {
    async find(personId) {
      const row = await dynamo.get({ table, key: planKey(personId), consistent: true });
      return row && planRow.parse(row);
    },
    async save(next) {
      const item = { ...planKey(next.personId), kind: 'weekly-plan', ...next, rev: next.rev + 1 };
      // As it was read, or absent: closes the race of two tabs.
      const condition = unchangedSince(next.rev);
      const result = await dynamo.put({ table, item, condition });
      return result.outcome === 'done' ? 'saved' : 'conflict';
    },
    async noteSession(personId, { sessionId, from, to }) {
      await dynamo.update({
        table,
        key: sessionKey(personId, from, sessionId),
        update: 'SET kind = :kind, sessionId = :id, #from = :from, #to = :to, expiresAt = :expires',
        // Longer than before: late and repeated facts take nothing away.
        condition: 'attribute_not_exists(pk) OR #to < :to',
        names: { '#from': 'from', '#to': 'to' },
        values: {
          ...{ ':kind': 'learned-session', ':id': sessionId, ':from': from, ':to': to },
          ':expires': Math.ceil(Date.parse(from) / 1000) + keptSeconds,
        },
      });
    },
    sessionsOf: async (personId, { from, until }) =>
      (await rowsOf(door, personId, { between: [sessionsFrom(from), sessionsFrom(until)] })).map(readSession),
    allSessionsOf: async (personId) =>
      (await rowsOf(door, personId, { prefix: sessionPrefix })).map(readSession),
    async forget(personId) {
      const rows = await rowsOf(door, personId);
      for (const { pk, sk } of rows) await dynamo.delete({ table, key: { pk: String(pk), sk: String(sk) } });
      return rows.length;
    },
  };
}

const readSession = (row: Item): LearnedSession => sessionRow.parse(row);

type Sort = { readonly prefix: string } | { readonly between: readonly [string, string] };

const rowsOf = (door: Door, personId: PersonId, sort?: Sort): Promise<readonly Item[]> =>
  queryAll(door, { partition: planPartition(personId), consistent: true, ...(sort && { sort }) });
