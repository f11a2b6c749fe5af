import { type AgencyId, employmentStatuses, type Jp, type PersonId } from '@sinau/kernel';
import { composeKey, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type CountedRecord, dutyStates, yearStandings } from '../counted.ts';
import type { Walk } from '../ports.ts';
import { listPartition, recordRowKey, walkKey } from './keys.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const jp = z.custom<Jp>((value) => typeof value === 'number');

const whose = {
  personId: id<PersonId>(),
  name: z.string(),
  agencyId: id<AgencyId>(),
  unitId: z.string().exactOptional(),
};

const recordSchema = z.discriminatedUnion('kind', [
  z.object({
    ...whose,
    kind: z.literal('year'),
    year: z.number(),
    status: z.enum(employmentStatuses),
    standing: z.enum(yearStandings),
    recognised: jp,
    minimum: jp.exactOptional(),
    maximum: jp.exactOptional(),
    fullUntil: z.string().exactOptional(),
  }),
  z.object({
    ...whose,
    kind: z.literal('duty'),
    obligationId: z.string(),
    period: z.string(),
    courseId: z.string(),
    state: z.enum(dutyStates),
    dueOn: z.string().exactOptional(),
    overAt: z.string().exactOptional(),
    inUnit: z.enum(['first', 'further']).exactOptional(),
  }),
  z.object({
    ...whose,
    kind: z.literal('due'),
    open: z.number(),
    dueOn: z.string().exactOptional(),
    overAt: z.string().exactOptional(),
  }),
]);

export function toRecordRow(record: CountedRecord): Item {
  const place = placeInList(record);
  return {
    ...{ ...recordRowKey(record), kind: 'compliance-record', record },
    ...(place && { gsi1pk: place.partition, gsi1sk: place.order }),
    ...(place?.second && { gsi2pk: place.second.partition, gsi2sk: place.second.order }),
  };
}

export const readRecordRow = (row: Item): CountedRecord => recordSchema.parse(row.record);

interface Place {
  readonly partition: string;
  readonly order: string;
}

/** `second`: in the other list that it stands in. */
type PlaceInList = Place & { readonly second?: Place };

function placeInList(record: CountedRecord): PlaceInList | undefined {
  const { agencyId, personId, name } = record;
  const who = [name.toLowerCase(), personId];
  switch (record.kind) {
    case 'year': {
      const { year, unitId = '', standing } = record;
      const partition = listPartition({ kind: 'coverage', agencyId, year, unitId, standing });
      const { fullUntil } = record;
      const turned = listPartition({ kind: 'turned', agencyId, before: '' });
      return {
        ...{ partition, order: composeKey(...who) },
        ...(fullUntil !== undefined && {
          second: { partition: turned, order: composeKey(fullUntil, ...who, String(year)) },
        }),
      };
    }
    case 'duty': {
      const { period, state, obligationId, courseId } = record;
      const list = { kind: 'duties', agencyId, period, state } as const;
      const order = composeKey(obligationId, ...who, courseId);
      const ofUnit = listPartition({ ...list, unitId: record.unitId ?? '' });
      return {
        ...{ partition: listPartition(list), order },
        ...(record.inUnit && { second: { partition: ofUnit, order } }),
      };
    }
    case 'due': {
      if (record.overAt === undefined) return undefined;
      const list = { kind: 'due', agencyId, overBy: '' } as const;
      const order = composeKey(record.overAt, ...who);
      const ofUnit = listPartition({ ...list, unitId: record.unitId ?? '' });
      return {
        ...{ partition: listPartition(list), order },
        second: { partition: ofUnit, order },
      };
    }
  }
}

const headSchema = z.object({ rev: z.number() });
export const readRev = (row: Item | undefined): number => (row ? headSchema.parse(row).rev : 0);

const tallySchema = z.object({ group: z.string(), counts: z.record(z.string(), z.number()).default({}) });

/** Counters stand beside the row's own attributes, marked as such. */
export const countAttribute = (name: string): string => `n.${name}`;

export function readTallyRow(row: Item) {
  const counts = Object.entries(row).flatMap(([name, count]) =>
    name.startsWith('n.') ? [[name.slice(2), count] as const] : [],
  );
  return tallySchema.parse({ group: row.group, counts: Object.fromEntries(counts) });
}

const walkSchema = z.object({
  agencyId: id<AgencyId>(),
  year: z.number(),
  people: z.number(),
  after: z.string().exactOptional(),
  doneAt: z.string().exactOptional(),
});

export const toWalkRow = (walk: Walk): Item => ({
  ...{ ...walkKey(walk.agencyId, walk.year), kind: 'compliance-walk' },
  ...walk,
});

export const readWalkRow = (row: Item): Walk => walkSchema.parse(row);
