import { addService } from '@sinau/feedback';
import { addForum, setCommitment } from '@sinau/feedback/forums';
import { memoryFeedbackStores, memoryForumStore } from '@sinau/feedback/testing';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { type OverdueDeps, tellOverdue } from './tell-overdue.ts';

const agencyId = 'bkn' as AgencyId;
const home = { kind: 'agency', agencyId };
const people = [
  { personId: 'rina', roles: ['agency-admin'], home },
  { personId: 'agus', roles: ['learner', 'agency-admin'], home },
  { personId: 'sri', roles: ['learner'], home },
].map((one) => ({ ...one, name: one.personId, email: `${one.personId}@bkn.example`, status: 'active' }));
const rina: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['agency-admin'], agencyId },
};

async function world() {
  const { services } = memoryFeedbackStores();
  const [forums, notices] = [memoryForumStore(), memoryNoticeStore()];
  const desk = { services, forums, clock: fixedClock('2026-11-03T02:00:00.000Z'), ids: countedIds() };
  const { serviceId } = await addService(desk, { principal: rina, request: { name: 'KTP elektronik' } });
  const request = {
    ...{ title: 'Forum KTP', serviceIds: [serviceId], heldOn: '2026-11-03', place: 'Aula', participants: {} },
  };
  const { forumId } = await addForum(desk, { principal: rina, request });
  const words = { said: 'Antre lama', text: 'Loket kedua dibuka', unit: 'Dukcapil' };
  for (const [rev, due] of [
    [1, '2026-11-09'],
    [2, '2026-11-09'],
    [3, '2026-12-01'],
  ] as const) {
    const open = { ...words, due, state: 'open' } as const;
    await setCommitment(desk, { principal: rina, forumId, rev, request: open });
  }
  const deps = {
    ...{ ...desk, notices, onMailFailure: () => {}, mail: { send: async () => {} } },
    people: {
      find: async (personId: string) => people.find((one) => one.personId === personId),
      listHolders: holdersIn(() => people),
    },
  } as unknown as OverdueDeps;
  const inboxOf = async (personId: string) =>
    (await notices.list({ personId: personId as PersonId, limit: 20 })).map(({ params, link }) => [
      params,
      link,
    ]);
  const on = async (day: string) => {
    desk.clock.advance(Date.parse(`${day}T00:02:00.000Z`) - desk.clock.now().getTime());
    return tellOverdue(deps);
  };
  return { on, inboxOf, link: `/agency/citizens/forums/${forumId}` };
}

it('tells administrators once of what was not kept by its day, from the day after', async () => {
  const { on, inboxOf, link } = await world();
  expect(await on('2026-11-09')).toBe(0);
  expect(await on('2026-11-10')).toBe(1);
  await on('2026-11-11');
  const params = { forum: 'Forum KTP', due: '2026-11-09', count: 2, first: 'Loket kedua dibuka' };
  for (const admin of ['rina', 'agus']) expect(await inboxOf(admin)).toEqual([[params, link]]);
  expect(await inboxOf('sri')).toEqual([]);
});

it('makes up for days on which it did not run, and is silent of what is overdue for longer', async () => {
  const { on, inboxOf } = await world();
  expect(await on('2026-11-16')).toBe(1);
  const other = await world();
  expect(await other.on('2026-11-17')).toBe(0);
  expect(await other.inboxOf('rina')).toEqual([]);
  expect(await inboxOf('rina')).toHaveLength(1);
});
