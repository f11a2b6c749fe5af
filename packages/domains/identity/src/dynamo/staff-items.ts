import type { AgencyId } from '@sinau/kernel';
import type { Key, TransactItem } from '@sinau/platform/dynamo';
import type { UnitId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { headsKey, nameSortKey, staffPartition } from './keys.ts';

const parts = 8;

interface Seat {
  readonly agencyId: AgencyId;
  readonly unitId?: UnitId;
  readonly key: Key;
}

/**
 * What changes in the list of a unit and in its count along with a person. Ids of units never move, so that a move of a whole
 * branch touches nobody's rows.
 */
export function staffItems(
  table: string,
  before: Person | undefined,
  after: Person,
): readonly TransactItem[] {
  const [left, taken] = [before && seatOf(before), seatOf(after)];
  const isSameRow = left?.key.pk === taken?.key.pk && left?.key.sk === taken?.key.sk;
  if (isSameRow) return [];
  const isSameUnit = left?.key.pk === taken?.key.pk;
  const part = after.personId.charCodeAt(after.personId.length - 1) % parts;
  const count = (seat: Seat, by: 1 | -1): TransactItem => ({
    ...{ kind: 'update', table, key: headsKey(seat.agencyId, seat.unitId, part) },
    update: 'ADD heads :by SET unitId = :unit',
    values: { ':by': by, ':unit': seat.unitId ?? '' },
  });
  return [
    ...(left ? [{ kind: 'delete', table, key: left.key } as const] : []),
    ...(taken
      ? [{ kind: 'put', table, item: { ...taken.key, kind: 'staff', personId: after.personId } } as const]
      : []),
    ...(left && !isSameUnit ? [count(left, -1)] : []),
    ...(taken && !isSameUnit ? [count(taken, 1)] : []),
  ];
}

function seatOf({ home, status, unitId, name, personId }: Person): Seat | undefined {
  if (home.kind !== 'agency' || status === 'disabled') return undefined;
  const { agencyId } = home;
  const key = { pk: staffPartition(agencyId, unitId), sk: nameSortKey(name, personId) };
  return { agencyId, key, ...(unitId && { unitId }) };
}
