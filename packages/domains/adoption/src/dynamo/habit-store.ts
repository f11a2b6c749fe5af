import type { AgencyId, PersonId } from '@sinau/kernel';
import {
  composeKey,
  type Dynamo,
  type Key,
  keyPrefix,
  queryAll,
  type TransactItem,
  unchangedSince,
} from '@sinau/platform/dynamo';
import * as z from 'zod';
import { audiences, type Pledge, type PledgeId, pledgeWeeks } from '../habits/pledge.ts';
import type { HabitSettings, HabitStore } from '../habits/ports.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const text = z.string();
const span = z.object({ from: text, until: text });

const settingsRow = z.object({
  ...{ personId: id<PersonId>(), hidden: z.literal(true).exactOptional() },
  ...{ away: z.array(span).readonly(), pledgedIn: z.number().exactOptional(), rev: z.number() },
});

const time = {
  days: z.array(z.number()).readonly(),
  minutes: z.number(),
  weeks: z.literal([...pledgeWeeks]),
};
const pledgeRow = z.object({
  ...{ personId: id<PersonId>(), pledgeId: id<PledgeId>(), from: text, until: text },
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('time'), ...time }),
    z.object({ kind: z.literal('team-time'), ...time }),
    z.object({ kind: z.literal('course'), courseId: text, title: z.record(text, text) }),
  ]),
  ...{ audience: z.enum(audiences), letGo: z.literal(true).exactOptional() },
  ...{ kept: z.literal(true).exactOptional(), createdAt: text, rev: z.number() },
});
const countRow = z.object({ people: z.number().default(0) });

const personPartition = (personId: string): string => composeKey('HABITS', personId);
const settingsKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'SETTINGS' });
const pledgePrefix = keyPrefix('PLEDGE');
const pledgeKey = ({ personId, pledgeId }: Pick<Pledge, 'personId' | 'pledgeId'>): Key => ({
  ...{ pk: personPartition(personId), sk: composeKey('PLEDGE', pledgeId) },
});
const countKey = (agencyId: AgencyId, year: number): Key => ({
  ...{ pk: composeKey('PLEDGERS', agencyId), sk: String(year) },
});

const pledgeItem = (table: string, next: Pledge) => ({
  ...{
    kind: 'put' as const,
    table,
    item: { ...pledgeKey(next), kind: 'pledge', ...next, rev: next.rev + 1 },
  },
  // As it was read, or absent: closes the race of two tabs.
  condition: unchangedSince(next.rev),
});
const settingsItem = (table: string, next: HabitSettings) => ({
  ...{ kind: 'put' as const, table },
  item: { ...settingsKey(next.personId), kind: 'habit-settings', ...next, rev: next.rev + 1 },
  // As it was read, or absent: closes the race of two tabs, and of two pledges that each see room for one more.
  condition: unchangedSince(next.rev),
});

export function createHabitStore(door: Door): HabitStore {
  const { dynamo, table } = door;
  return {
    async settingsOf(personId) {
      const row = await dynamo.get({ table, key: settingsKey(personId), consistent: true });
      return row && settingsRow.parse(row);
    },
    async saveSettings(next) {
      const { item, condition } = settingsItem(table, next);
      const { outcome } = await dynamo.put({ table, item, condition });
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    async bookOf(personId) {
      const rows = await queryAll(door, { partition: personPartition(personId), consistent: true });
      const settings = rows.find(({ sk }) => sk === 'SETTINGS');
      return {
        ...(settings && { settings: settingsRow.parse(settings) }),
        pledges: rows.filter(({ sk }) => sk.startsWith(pledgePrefix)).map((row) => pledgeRow.parse(row)),
      };
    },
    async pledgesOf(personId) {
      const of = { partition: personPartition(personId), sort: { prefix: pledgePrefix }, consistent: true };
      return (await queryAll(door, of)).map((row) => pledgeRow.parse(row));
    },
    async savePledge(next) {
      const { item, condition } = pledgeItem(table, next);
      const { outcome } = await dynamo.put({ table, item, condition });
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    async openPledge(next, { settings, counted }) {
      const count: readonly TransactItem[] = counted
        ? [
            {
              ...{ kind: 'update', table, key: countKey(counted.agencyId, counted.year) },
              update: 'ADD people :one SET #kind = :kind',
              ...{ names: { '#kind': 'kind' }, values: { ':one': 1, ':kind': 'pledgers' } },
            },
          ]
        : [];
      const { outcome } = await dynamo.transactWrite([
        ...[pledgeItem(table, next), settingsItem(table, settings), ...count],
      ]);
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    async pledgers(agencyId, year) {
      const row = await dynamo.get({ table, key: countKey(agencyId, year), consistent: true });
      return countRow.parse(row ?? {}).people;
    },
    async forget(personId) {
      const rows = await queryAll(door, { partition: personPartition(personId), consistent: true });
      for (const { pk, sk } of rows) await dynamo.delete({ table, key: { pk, sk } });
      return rows.length;
    },
  };
}
