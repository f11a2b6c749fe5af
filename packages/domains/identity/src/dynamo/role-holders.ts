import type { Tenant } from '@sinau/kernel';
import {
  type Item,
  type Key,
  parseKey,
  queryAll,
  queryPage,
  type TransactItem,
} from '@sinau/platform/dynamo';
import * as z from 'zod';
import { personIdSchema } from '../ids.ts';
import { heldRoles } from '../people/held-role.ts';
import type { Person } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import { holderKey, holdersPartition, homePartition, indexedKey, personKey } from './keys.ts';
import type { TableDeps } from './table.ts';

/** The places of a person among those who hold their roles, which go along with roles and home. */
export function holderItems(
  table: string,
  before: Person | undefined,
  after: Person,
): readonly TransactItem[] {
  const [held, holds] = [before ? keysOf(before) : [], keysOf(after)];
  const beyond = (keys: readonly Key[], others: readonly Key[]) =>
    keys.filter((key) => !others.some(({ pk, sk }) => pk === key.pk && sk === key.sk));
  return [
    ...beyond(held, holds).map((key) => ({ kind: 'delete', table, key }) as const),
    ...beyond(holds, held).map((key) => putHolder(table, key, after)),
  ];
}

const keysOf = ({ home, roles, personId }: Person): readonly Key[] =>
  heldRoles.filter((role) => roles.includes(role)).map((role) => holderKey(home, { role, personId }));

const putHolder = (table: string, key: Key, { personId }: Person): TransactItem => ({
  ...{ kind: 'put', table },
  item: { ...key, kind: 'role-holder', personId },
});

/** A tenant of so many people is gone through while somebody waits; a larger one by the rebuild. */
const mostPages = 400;
const pageSize = 100;
const holderRow = z.object({ personId: personIdSchema });

export function roleHolders(
  deps: TableDeps,
  { find, read }: Pick<PeopleStore, 'find'> & { readonly read: (row: Item) => Person },
): Pick<PeopleStore, 'listHolders' | 'indexHolders'> {
  const { dynamo, table } = deps;
  const rowsOf = (tenant: Tenant) =>
    queryAll(deps, { partition: holdersPartition(tenant), consistent: true });

  async function place(person: Person, tries = 3): Promise<void> {
    const keys = keysOf(person);
    if (keys.length === 0) return;
    const { outcome } = await dynamo.transactWrite([
      {
        ...{ kind: 'check', table, key: personKey(person.personId) },
        // Same rev: closes the race with a change of roles, which sees to the places itself.
        condition: { expression: 'rev = :rev', values: { ':rev': person.rev } },
      },
      ...keys.map((key) => putHolder(table, key, person)),
    ]);
    const now = outcome === 'done' || tries === 1 ? undefined : await find(person.personId);
    if (now) await place(now, tries - 1);
  }

  /** Places of those who had their roles before places were kept. The mark behind them says that none is missing. */
  async function index(tenant: Tenant, most: number): Promise<void> {
    const people = { table, index: 'gsi1', partition: homePartition(tenant), limit: pageSize } as const;
    let after: string | undefined;
    for (let n = 0; n < most; n += 1) {
      const { items, next } = await queryPage(dynamo, { ...people, after });
      for (const row of items) await place(read(row));
      after = next;
      if (after === undefined) {
        await dynamo.put({ table, item: { ...indexedKey(tenant), kind: 'role-holders-indexed' } });
        return;
      }
    }
  }

  return {
    async listHolders(tenant, role) {
      let rows = await rowsOf(tenant);
      if (!rows.some(({ sk }) => sk === indexedKey(tenant).sk)) {
        await index(tenant, mostPages);
        rows = await rowsOf(tenant);
      }
      return rows.filter(({ sk }) => parseKey(sk)[0] === role).map((row) => holderRow.parse(row).personId);
    },
    indexHolders: (tenant) => index(tenant, Number.POSITIVE_INFINITY),
  };
}
