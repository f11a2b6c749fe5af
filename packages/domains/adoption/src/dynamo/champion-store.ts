import type { AgencyId, PersonId } from '@sinau/kernel';
import {
  composeKey,
  type Dynamo,
  type Item,
  type Key,
  keyPrefix,
  queryAll,
  queryPage,
  unchangedSince,
} from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Champion, championEnds, championStates, isLive } from '../champions/champion.ts';
import type { ChampionStore } from '../champions/ports.ts';

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const text = z.string();
const championRow = z.object({
  ...{ personId: id<PersonId>(), agencyId: id<AgencyId>(), unitId: text },
  ...{ state: z.enum(championStates), ended: z.enum(championEnds).exactOptional() },
  ...{ namedBy: id<PersonId>(), namedAt: text, since: text, by: id<PersonId>().exactOptional() },
  ...{ offer: text.exactOptional(), showsEmail: z.boolean(), rev: z.number() },
});

const kind = 'champion';
export const isChampionRow = (row: Item): boolean => row.kind === kind;
export const readChampionRow = (row: Item): Champion => championRow.parse(row);

/** Among the habits of a person, so that it goes with them. */
const championKey = (personId: string): Key => ({ pk: composeKey('HABITS', personId), sk: 'CHAMPION' });
/** gsi1: active ones of a unit. */
const unitPartition = (agencyId: string, unitId: string): string => composeKey('CHAMPIONS', agencyId, unitId);
/** gsi2: asked and active ones of an agency. */
const agencyPartition = (agencyId: string): string => composeKey('CHAMPIONS-OF', agencyId);

/** Lists hold who is in them alone: a role that has ended is found by its person only. */
function toRow(champion: Champion): Item {
  const { personId, agencyId, unitId, state } = champion;
  return {
    ...{ ...championKey(personId), kind, ...champion },
    ...(state === 'active' && { gsi1pk: unitPartition(agencyId, unitId), gsi1sk: personId }),
    ...(isLive(champion) && { gsi2pk: agencyPartition(agencyId), gsi2sk: composeKey(unitId, personId) }),
  };
}

export function createChampionStore(door: Door): ChampionStore {
  const { dynamo, table } = door;
  return {
    async find(personId) {
      const row = await dynamo.get({ table, key: championKey(personId), consistent: true });
      return row && readChampionRow(row);
    },
    async save(next) {
      const item = toRow({ ...next, rev: next.rev + 1 });
      // As it was read, or absent: closes the race of an answer and an agency that takes its question back.
      const { outcome } = await dynamo.put({ table, item, condition: unchangedSince(next.rev) });
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    async ofUnit(agencyId, unitId) {
      const of = { partition: unitPartition(agencyId, unitId), index: 'gsi1' } as const;
      return (await queryAll(door, of)).map(readChampionRow);
    },
    async countOfUnit(agencyId, unitId, most) {
      const { items } = await dynamo.query({
        ...{ table, index: 'gsi2', partition: agencyPartition(agencyId) },
        ...{ sort: { prefix: keyPrefix(unitId) }, limit: most },
      });
      return items.length;
    },
    async ofAgency(agencyId, { limit, after }) {
      const { items, ...next } = await queryPage(dynamo, {
        ...{ table, index: 'gsi2', partition: agencyPartition(agencyId), limit },
        after,
      });
      return { champions: items.map(readChampionRow), ...next };
    },
    async forget(personId) {
      await dynamo.delete({ table, key: championKey(personId) });
    },
  };
}
