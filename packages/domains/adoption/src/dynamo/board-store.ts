import type { AgencyId, PersonId } from '@sinau/kernel';
import { composeKey, type Dynamo, type Key, queryAll, unchangedSince } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { BoardStore } from '../boards/ports.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const memberRow = z.object({
  ...{ personId: id<PersonId>(), agencyId: id<AgencyId>(), unitId: z.string(), since: z.string() },
});
const sums = z.object({
  ...{ members: z.number(), minutes: z.number(), finished: z.number(), teachingMinutes: z.number() },
});
const boardRow = z.object({
  ...{ agencyId: id<AgencyId>(), unitId: z.string(), on: z.boolean(), compares: z.boolean() },
  told: z.object({ month: z.string(), sums: sums.exactOptional() }).exactOptional(),
  rev: z.number(),
});

/** Among the habits of a person, so that it goes with them. */
const memberKey = (personId: string): Key => ({ pk: composeKey('HABITS', personId), sk: 'BOARD' });
/** gsi1: members of a unit. */
const membersPartition = (agencyId: string, unitId: string): string =>
  composeKey('BOARD-MEMBERS', agencyId, unitId);
const boardsPartition = (agencyId: string): string => composeKey('BOARDS', agencyId);
const boardKey = (agencyId: string, unitId: string): Key => ({
  ...{ pk: boardsPartition(agencyId), sk: composeKey('UNIT', unitId) },
});

export function createBoardStore(door: Door): BoardStore {
  const { dynamo, table } = door;
  return {
    async membershipOf(personId) {
      const row = await dynamo.get({ table, key: memberKey(personId), consistent: true });
      return row && memberRow.parse(row);
    },
    async join(member) {
      const { personId, agencyId, unitId } = member;
      const item = {
        ...{ ...memberKey(personId), kind: 'board-member', ...member },
        ...{ gsi1pk: membersPartition(agencyId, unitId), gsi1sk: personId },
      };
      await dynamo.put({ table, item });
    },
    async leave(personId) {
      await dynamo.delete({ table, key: memberKey(personId) });
    },
    async membersOf(agencyId, unitId) {
      const of = { partition: membersPartition(agencyId, unitId), index: 'gsi1' } as const;
      return (await queryAll(door, of)).map((row) => memberRow.parse(row));
    },
    async find(agencyId, unitId) {
      const row = await dynamo.get({ table, key: boardKey(agencyId, unitId), consistent: true });
      return row && boardRow.parse(row);
    },
    async list(agencyId) {
      const rows = await queryAll(door, { partition: boardsPartition(agencyId), consistent: true });
      return rows.map((row) => boardRow.parse(row));
    },
    async save(next) {
      const item = {
        ...{ ...boardKey(next.agencyId, next.unitId), kind: 'unit-board', ...next, rev: next.rev + 1 },
      };
      // As it was read, or absent: closes the race of a reader who sums a month and of somebody who leaves.
      const { outcome } = await dynamo.put({ table, item, condition: unchangedSince(next.rev) });
      return outcome === 'done' ? 'saved' : 'conflict';
    },
  };
}
