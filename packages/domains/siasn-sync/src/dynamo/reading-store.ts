import type { AgencyId, PersonId } from '@sinau/kernel';
import { type Dynamo, type Item, keyPrefix, unchangedSince } from '@sinau/platform/dynamo';
import { siasnTroubles } from '@sinau/siasn';
import * as z from 'zod';
import type { ReadingStore } from '../indexes/ports.ts';
import type { IndexReading } from '../indexes/round.ts';
import { environments } from '../settings.ts';
import { readingKey, wantedKey } from './keys.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const person = branded<PersonId>();
const because = z.enum([...siasnTroubles, 'unreadable']);
const counts = z.object({
  ...{ value: z.number(), none: z.number(), failed: z.number(), numberless: z.number() },
});
const round = z.object({ startedAt: z.string(), finishedAt: z.string().exactOptional(), counts });

const readingSchema = z.object({
  ...{ agencyId: branded<AgencyId>(), isOn: z.boolean(), environment: z.enum(environments) },
  ...{ dueAt: z.string(), isListed: z.boolean(), rev: z.number() },
  ...{ round: round.exactOptional(), before: round.exactOptional() },
  left: z.array(z.object({ personId: person, tries: z.number() })),
  next: z.string().exactOptional(),
  lease: z.object({ leaseId: z.string(), heldUntil: z.string(), people: z.array(person) }).exactOptional(),
  pause: z.object({ because, at: z.string(), until: z.string(), stops: z.number() }).exactOptional(),
  readAt: z.string().exactOptional(),
  failures: z.array(z.object({ personId: person, because, at: z.string() })),
}) satisfies z.ZodType<IndexReading>;

const wantedSchema = z.object({ personId: person });

/** One row an agency, and one for each person who has asked. `table`: name of the LMS table. */
export function createReadingStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): ReadingStore {
  return {
    async find(agencyId) {
      const row = await dynamo.get({ table, key: readingKey(agencyId), consistent: true });
      return row && readingSchema.parse(row);
    },
    async save(reading) {
      const item: Item = { ...readingKey(reading.agencyId), kind: 'siasn-reading', ...reading };
      // As it was read: closes the race of two readers, and of one with an administrator.
      const condition = unchangedSince(reading.rev);
      const next = { ...item, rev: reading.rev + 1 };
      return (await dynamo.put({ table, item: next, condition })).outcome === 'done' ? 'saved' : 'stale';
    },
    async wantedOf(agencyId, limit) {
      const { pk: partition } = readingKey(agencyId);
      const sort = { prefix: keyPrefix('INDEX-WANTED') };
      const { items } = await dynamo.query({ table, partition, sort, limit, consistent: true });
      return items.map((row) => wantedSchema.parse(row).personId);
    },
    isWanted: async (agencyId, personId) =>
      (await dynamo.get({ table, key: wantedKey(agencyId, personId), consistent: true })) !== undefined,
    async want(agencyId, personId) {
      await dynamo.put({ table, item: { ...wantedKey(agencyId, personId), kind: 'siasn-wanted', personId } });
    },
    async unwant(agencyId, people) {
      const deletes = people.map((personId) => wantedKey(agencyId, personId));
      if (deletes.length > 0) await dynamo.batchWrite({ table, deletes });
    },
  };
}
