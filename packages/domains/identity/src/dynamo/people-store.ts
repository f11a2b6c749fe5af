import type { PersonId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { type Item, queryAll, queryPage, type TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { personIdSchema } from '../ids.ts';
import { type Claim, claimName, claimsOf } from '../people/claims.ts';
import { type Person, personSchema } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import { claimKey, homePartition, nameBeginning, nameSortKey, personKey, teamPartition } from './keys.ts';
import { leavingItems, leavingPeople } from './leaving-items.ts';
import { holderItems, roleHolders } from './role-holders.ts';
import { staffItems } from './staff-items.ts';
import type { TableDeps } from './table.ts';
import { unitPeople } from './unit-people.ts';

/** One row a person, one row a claim, always written in one transaction. */
export function createPeopleStore(deps: TableDeps): PeopleStore {
  const { dynamo, table } = deps;

  async function find(personId: PersonId): Promise<Person | undefined> {
    const row = await dynamo.get({ table, key: personKey(personId), consistent: true });
    return row && readPerson(row);
  }

  async function findMany(personIds: readonly PersonId[]): Promise<readonly Person[]> {
    const keys = personIds.map(personKey);
    return (await dynamo.batchGet({ table, keys, consistent: true })).map(readPerson);
  }

  return {
    find,
    async add(person) {
      const claims = claimsOf(person, nodeDigest);
      const result = await dynamo.transactWrite([
        // Absent: an id is random, so this only guards against writing twice.
        { kind: 'put', table, item: toRow(person), condition: { expression: 'attribute_not_exists(pk)' } },
        ...claims.map((claim) => putClaim(table, person.personId, claim)),
        ...staffItems(table, undefined, person),
        ...leavingItems(table, undefined, person),
        ...holderItems(table, undefined, person),
      ]);
      if (result.outcome === 'done') return { outcome: 'stored' };
      const claim = claims.find((_, index) => result.reasons[index + 1]?.code === 'ConditionalCheckFailed');
      if (!claim) throw new Error('a new person met an old row of the same id');
      return { outcome: 'taken', claim };
    },
    async replace(before, after, witness) {
      const person: Person = { ...after, rev: before.rev + 1 };
      const gained = without(claimsOf(person, nodeDigest), claimsOf(before, nodeDigest));
      const lost = without(claimsOf(before, nodeDigest), claimsOf(person, nodeDigest));
      const result = await dynamo.transactWrite([
        {
          kind: 'put',
          table,
          item: toRow(person),
          condition: sameRev(before),
        },
        ...gained.map((claim) => putClaim(table, person.personId, claim)),
        ...lost.map((claim) => ({ kind: 'delete', table, key: claimKey(claim) }) as const),
        ...staffItems(table, before, person),
        ...leavingItems(table, before, person),
        ...holderItems(table, before, person),
        // Also the same: closes the race of two people who change each other.
        ...(witness
          ? [{ kind: 'check', table, key: personKey(witness.personId), condition: sameRev(witness) } as const]
          : []),
      ]);
      if (result.outcome === 'done') return { outcome: 'stored', person };
      const [onPerson, ...onClaims] = result.reasons;
      const claim = gained.find((_, index) => onClaims[index]?.code === 'ConditionalCheckFailed');
      return onPerson?.code === 'None' && claim ? { outcome: 'taken', claim } : { outcome: 'stale' };
    },
    async findByClaim(claim) {
      const row = await dynamo.get({ table, key: claimKey(claim), consistent: true });
      return row && find(claimRow.parse(row).personId);
    },
    findMany,
    async listByHome(tenant, { limit, after, beginning = '' }) {
      const partition = homePartition(tenant);
      const sort = { prefix: nameBeginning(beginning) };
      const asked = { table, index: 'gsi1', partition, sort, limit, after } as const;
      const { items, ...next } = await queryPage(dynamo, asked);
      return { people: items.map(readPerson), ...next };
    },
    ...unitPeople(deps, findMany),
    ...leavingPeople(deps, findMany),
    ...roleHolders(deps, { find, read: readPerson }),
    async listTeam(supervisorId) {
      const rows = await queryAll(deps, { index: 'gsi2', partition: teamPartition(supervisorId) });
      return rows.map(readPerson);
    },
  };
}

/** Same rev: closes the race of two changes that read the same version. */
const sameRev = ({ rev }: Person) => ({ expression: 'rev = :rev', values: { ':rev': rev } });

/** Absent: closes the race of two people for one claim. */
function putClaim(table: string, personId: PersonId, claim: Claim): TransactItem {
  return {
    kind: 'put',
    table,
    item: { ...claimKey(claim), kind: 'person-claim', personId },
    condition: { expression: 'attribute_not_exists(pk)' },
  };
}

function without(claims: readonly Claim[], others: readonly Claim[]): readonly Claim[] {
  const names = new Set(others.map(claimName));
  return claims.filter((claim) => !names.has(claimName(claim)));
}

const claimRow = z.object({ personId: personIdSchema });

const readPerson = (row: Item): Person => personSchema.parse(row);

function toRow(person: Person): Item {
  const sortKey = nameSortKey(person.name, person.personId);
  return {
    ...personKey(person.personId),
    kind: 'person',
    gsi1pk: homePartition(person.home),
    gsi1sk: sortKey,
    ...(person.supervisorId && { gsi2pk: teamPartition(person.supervisorId), gsi2sk: sortKey }),
    ...person,
  };
}
