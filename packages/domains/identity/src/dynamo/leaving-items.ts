import type { TransactItem } from '@sinau/platform/dynamo';
import { leavesAt } from '../people/account.ts';
import type { Person } from '../people/person.ts';
import { leavingKey } from './keys.ts';

/** The place among those who will have left service, which goes with the account that is closed, or with other words about it. */
export function leavingItems(
  table: string,
  before: Person | undefined,
  after: Person,
): readonly TransactItem[] {
  const { personId } = after;
  const [was, is] = [before && leavesAt(before), leavesAt(after)];
  if (was === is) return [];
  return [
    ...(was === undefined ? [] : [{ kind: 'delete', table, key: leavingKey(was, personId) } as const]),
    ...(is === undefined
      ? []
      : [{ kind: 'put', table, item: { ...leavingKey(is, personId), kind: 'leaving', personId } } as const]),
  ];
}
