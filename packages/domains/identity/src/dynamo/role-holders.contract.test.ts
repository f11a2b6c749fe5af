import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import type { Person } from '../people/person.ts';
import { createPeopleStore } from './index.ts';
import { holderKey, holdersPartition, indexedKey } from './keys.ts';

const adminOf = (agencyId: AgencyId, over: Partial<Person> = {}): Person => {
  const personId = randomUUID() as PersonId;
  return {
    ...{ personId, name: 'Sri', email: `${personId}@contoh.example`, status: 'active', rev: 1 },
    ...{ roles: ['agency-admin'], home: { kind: 'agency', agencyId }, employeeNumbers: [] },
    ...{ sessionGeneration: 1, invitedAt: '2026-03-02T01:00:00.000Z', ...over },
  };
};

withTables((engine, tables) => {
  const agencyOf = () => randomUUID() as AgencyId;

  /** As before places of holders were kept. */
  async function forget(agencyId: AgencyId) {
    const { dynamo, lms: table } = tables();
    const { items } = await dynamo.query({
      table,
      partition: holdersPartition({ kind: 'agency', agencyId }),
    });
    await dynamo.batchWrite({ table, deletes: items.map(({ pk, sk }) => ({ pk, sk })) });
  }

  it(`finds those who had their role before places were kept, and walks through the people once, on ${engine}`, async () => {
    const { dynamo, lms: table } = tables();
    const agencyId = agencyOf();
    const home = { kind: 'agency', agencyId } as const;
    let walks = 0;
    const counting: Dynamo = {
      ...dynamo,
      query: (input) => {
        if (input.index === 'gsi1') walks += 1;
        return dynamo.query(input);
      },
    };
    const store = createPeopleStore({ dynamo: counting, table });
    const admins = Array.from({ length: 130 }, () => adminOf(agencyId));
    for (const admin of admins) await store.add(admin);
    await forget(agencyId);
    const ids = admins.map(({ personId }) => personId).toSorted();
    expect((await store.listHolders(home, 'agency-admin')).toSorted()).toEqual(ids);
    expect(walks).toBe(2);
    expect((await store.listHolders(home, 'agency-admin')).toSorted()).toEqual(ids);
    expect(await store.listHolders(home, 'auditor')).toEqual([]);
    expect(walks).toBe(2);
    expect(await dynamo.get({ table, key: indexedKey(home) })).toMatchObject({
      kind: 'role-holders-indexed',
    });
  });

  it(`gives no place to whom the role is taken from meanwhile, on ${engine}`, async () => {
    const { dynamo, lms: table } = tables();
    const agencyId = agencyOf();
    const home = { kind: 'agency', agencyId } as const;
    const plain = createPeopleStore({ dynamo, table });
    const [stays, loses, moves] = [adminOf(agencyId), adminOf(agencyId), adminOf(agencyId)];
    for (const admin of [stays, loses, moves]) await plain.add(admin);
    await forget(agencyId);
    const elsewhere = { kind: 'agency', agencyId: agencyOf() } as const;
    let isFirst = true;
    const racing: Dynamo = {
      ...dynamo,
      async transactWrite(items, options) {
        if (isFirst) {
          isFirst = false;
          await plain.replace(loses, { ...loses, roles: ['learner'] });
          await plain.replace(moves, { ...moves, home: elsewhere });
        }
        return dynamo.transactWrite(items, options);
      },
    };
    const store = createPeopleStore({ dynamo: racing, table });
    expect(await store.listHolders(home, 'agency-admin')).toEqual([stays.personId]);
    expect(await plain.listHolders(elsewhere, 'agency-admin')).toEqual([moves.personId]);
    const left = holderKey(home, { role: 'agency-admin', personId: loses.personId });
    expect(await dynamo.get({ table, key: left })).toBeUndefined();
  });
});
