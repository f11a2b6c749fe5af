import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { followAccounts, toldAlready } from './follow-accounts.ts';
import type { Fact } from './follow-fact.ts';

const [sri, agus] = ['sri' as PersonId, 'agus' as PersonId];

function world() {
  const notices = memoryNoticeStore();
  const looks = { count: 0 };
  const home = { kind: 'agency', agencyId: 'bkn' };
  const people = {
    find: async (personId: PersonId) => ({
      personId,
      home,
      email: `${personId}@contoh.example`,
      status: 'active',
    }),
    listHolders: holdersIn(() => {
      looks.count += 1;
      return [
        { personId: agus, roles: ['agency-admin'] },
        { personId: sri, roles: [] },
      ];
    }),
  };
  const deps = {
    notices,
    people,
    clock: fixedClock(),
    toldOfAccounts: toldAlready(),
    mail: { send: async () => {} },
    onMailFailure: () => {},
  };
  const follow = (over: object) =>
    followAccounts(
      deps as never,
      {
        ...{ type: 'account-changed', eventId: `account-changed:sri:${JSON.stringify(over)}`, personId: sri },
        ...{ occurredAt: '2026-03-02T01:00:00.000Z', act: 'closed', because: 'identity-provider', ...over },
      } as Fact,
    );
  const told = async (personId: PersonId) =>
    (await notices.list({ personId, limit: 10 })).map(({ kind }) => kind);
  return { follow, told, looks };
}

it('tells the agency once a day and way what its administrators have not done, and whoever gets in again', async () => {
  const { follow, told } = world();
  for (const _ of [1, 2]) await follow({});
  await follow({ personId: 'tia' });
  expect(await told(agus)).toEqual(['accounts-changed']);
  expect(await told(sri)).toEqual([]);
  await follow({ because: 'legal-standing' });
  await follow({ act: 'opened' });
  expect(await told(agus)).toHaveLength(3);
  expect(await told(sri)).toEqual(['account-opened']);
});

it('looks through the agency once a day and way, however many leave, and again where its administrator was one of them', async () => {
  const { follow, told, looks } = world();
  for (const personId of ['tia', 'adi', 'eka']) await follow({ personId });
  expect(looks.count).toBe(1);
  await follow({ personId: 'agus', because: 'legal-standing' });
  await follow({ personId: 'adi', because: 'legal-standing' });
  expect(looks.count).toBe(3);
  expect(await told(agus)).toHaveLength(2);
});

it('tells nobody of the agency what an administrator of it has done', async () => {
  const { follow, told } = world();
  await follow({ because: 'administrator' });
  await follow({ because: 'administrator', act: 'opened' });
  expect([await told(agus), await told(sri)]).toEqual([[], ['account-opened']]);
});
