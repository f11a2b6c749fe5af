import { type Dynamo, queryAll, queryPage, type TransactItem, unchangedSince } from '@sinau/platform/dynamo';
import { type Axes, places } from '../box.ts';
import type { TalentStore } from '../ports.ts';
import { isSamePlace, placeOf, type Rating } from '../rating.ts';
import {
  countsKey,
  everyVersionPrefix,
  personPartition,
  placeKey,
  placePrefix,
  placesPartition,
  ratingKey,
  thresholdsKey,
  versionKey,
  versionsPrefix,
} from './keys.ts';
import { placeRow, readRating, readThresholdsRow } from './rows.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

export function createTalentStore(door: Door): TalentStore {
  const { dynamo, table } = door;
  return {
    async find(key) {
      const row = await dynamo.get({ table, key: ratingKey(key), consistent: true });
      return row && readRating(row);
    },
    historyOf: (agencyId, personId) => versionsOf(door, personPartition(personId), versionsPrefix(agencyId)),
    everythingOf: (personId) => versionsOf(door, personPartition(personId), everyVersionPrefix),
    async save(before, next) {
      const { outcome } = await dynamo.transactWrite([
        {
          ...{ kind: 'put', table, item: { ...ratingKey(next), kind: 'talent', ...next } },
          // As it was read: closes the race of two officers.
          condition: unchangedSince(before?.rev ?? 0),
        },
        { kind: 'put', table, item: { ...versionKey(next), kind: 'talent-version', ...next } },
        ...placeItems(door, before, next),
      ]);
      return outcome === 'done' ? 'done' : 'changed';
    },
    async countsOf(agencyId, year) {
      const row = await dynamo.get({ table, key: countsKey(agencyId, year), consistent: true });
      return places.map((at) => ({ ...at, people: Number(row?.[countName(at)] ?? 0) }));
    },
    async listAt(agencyId, at, { limit, after }) {
      const { items, next } = await queryPage(dynamo, {
        ...{ table, partition: placesPartition(agencyId, at.year), limit, consistent: true, after },
        sort: { prefix: placePrefix(at) },
      });
      return {
        personIds: items.map((row) => placeRow.parse(row).personId),
        ...(next !== undefined && { next }),
      };
    },
    async thresholdsOf(agencyId) {
      const row = await dynamo.get({ table, key: thresholdsKey(agencyId), consistent: true });
      return row && readThresholdsRow(row);
    },
    async setThresholds(agencyId, next) {
      const item = { ...thresholdsKey(agencyId), kind: 'talent-thresholds', ...next, rev: next.rev + 1 };
      const put = { kind: 'put' as const, table, item, condition: unchangedSince(next.rev) };
      return (await dynamo.transactWrite([put])).outcome === 'done' ? 'done' : 'changed';
    },
  };
}

async function versionsOf(door: Door, partition: string, prefix: string): Promise<readonly Rating[]> {
  const rows = await queryAll(door, { partition, sort: { prefix }, consistent: true });
  return rows.map(readRating).toSorted((a, b) => b.year - a.year || b.rev - a.rev);
}

const countName = ({ performance, potential }: Axes): string => `${performance}.${potential}`;

/** From the place where somebody stood to the one where they stand, counted in the same transaction. */
function placeItems({ table }: Door, before: Rating | undefined, next: Rating): readonly TransactItem[] {
  const [was, is] = [placeOf(before), placeOf(next)];
  if (isSamePlace(was, is)) return [];
  const steps = [
    ...(was ? [[countName(was), -1] as const] : []),
    ...(is ? [[countName(is), 1] as const] : []),
  ];
  const { agencyId, personId, year } = next;
  return [
    ...(was ? [{ kind: 'delete' as const, table, key: placeKey(next, was) }] : []),
    ...(is
      ? [
          {
            ...{ kind: 'put' as const, table },
            item: { ...placeKey(next, is), kind: 'talent-place', personId },
          },
        ]
      : []),
    {
      ...{ kind: 'update', table, key: countsKey(agencyId, year) },
      update: `ADD ${steps.map((_, n) => `#n${n} :n${n}`).join(', ')} SET #kind = :kind`,
      names: { ...Object.fromEntries(steps.map(([name], n) => [`#n${n}`, name])), '#kind': 'kind' },
      values: {
        ...Object.fromEntries(steps.map(([, by], n) => [`:n${n}`, by])),
        ':kind': 'talent-counts',
      },
    },
  ];
}
