import { type ItemId, moveItem, proposeItem } from '@sinau/competency';
import { badan, budi, competencyWorld, memberOf, sri } from '@sinau/competency/testing';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { expect, it } from 'vitest';
import { type OverdueItemsDeps, tellOverdueItems } from './tell-overdue-items.ts';

async function world() {
  const competency = competencyWorld();
  const notices = memoryNoticeStore();
  const deps = {
    ...{ ...competency, notices, onMailFailure: () => undefined, mail: { send: async () => undefined } },
    people: {
      find: async (personId: PersonId) =>
        competency.people.has(personId)
          ? { personId, name: personId, email: `${personId}@contoh.example`, status: 'active' }
          : undefined,
    },
    organisations: { listAgencies: async () => [{ agencyId: badan }, { agencyId: 'lain' as AgencyId }] },
  } as unknown as OverdueItemsDeps;
  const itemId = await proposeItem(competency, {
    ...{ principal: sri, personId: sri.personId },
    request: {
      ...{ competencyId: 'M1' as never, form: 'NKL01', title: 'Bimbingan', targetLevel: 3 },
      ...{ evidence: 'Satu proses diperbaiki', commitment: 'Saya menerapkannya; atasan memberi waktu.' },
      dueOn: '2026-12-05',
    },
  });
  const move = async (
    principal: PersonPrincipal,
    step: 'agree' | 'finish' | 'reopen',
    id: ItemId = itemId,
  ) => {
    const { rev = 0 } = (await competency.persons.findItem(sri.personId, id)) ?? {};
    await moveItem(competency, {
      ...{ principal, personId: sri.personId, itemId: id, rev, move: step },
      ...(step !== 'agree' && { note: 'Catatan' }),
    });
  };
  const on = async (day: string) => {
    competency.clock.advance(Date.parse(`${day}T00:02:00.000Z`) - competency.clock.now().getTime());
    return tellOverdueItems(deps);
  };
  const inboxOf = async ({ personId }: PersonPrincipal) =>
    (await notices.list({ personId, limit: 20 })).map(({ kind, params, link }) => [kind, params, link]);
  return { competency, itemId, move, on, inboxOf };
}

it('tells the person and the supervisor once, from the day after the last one', async () => {
  const { itemId, move, on, inboxOf } = await world();
  await move(budi, 'agree');
  expect(await on('2026-12-05')).toBe(0);
  expect(await on('2026-12-06')).toBe(1);
  await on('2026-12-07');
  const params = { title: 'Bimbingan', dueOn: '2026-12-05' };
  expect(await inboxOf(sri)).toEqual([['plan-item-overdue', params, `/competency/plan/${itemId}`]]);
  expect(await inboxOf(budi)).toEqual([
    ['plan-item-overdue', { ...params, of: 'sri' }, `/team/competency/sri/plan/${itemId}`],
  ]);
});

it('says nothing of what is not agreed, or done; and nothing twice of what is opened again', async () => {
  const { move, on, inboxOf } = await world();
  expect(await on('2026-12-06')).toBe(0);
  await move(budi, 'agree');
  await move(sri, 'finish');
  expect(await on('2026-12-07')).toBe(0);
  await move(budi, 'reopen');
  expect(await on('2026-12-08')).toBe(1);
  await move(sri, 'finish');
  await move(budi, 'reopen');
  await on('2026-12-09');
  expect(await inboxOf(sri)).toHaveLength(1);
});

it('makes up for days on which it did not run, and is silent of what is overdue for longer', async () => {
  const late = await world();
  await late.move(budi, 'agree');
  expect(await late.on('2026-12-12')).toBe(1);
  const later = await world();
  await later.move(budi, 'agree');
  expect(await later.on('2026-12-13')).toBe(0);
});

it('tells the person alone where nobody is the supervisor, and nobody of who has gone elsewhere', async () => {
  const { competency, move, on, inboxOf } = await world();
  await move(budi, 'agree');
  competency.people.set(sri.personId, memberOf('sri', { agencyId: 'lain' as AgencyId }));
  expect(await on('2026-12-06')).toBe(0);
  competency.people.set(sri.personId, memberOf('sri', { supervisorId: sri.personId }));
  expect(await on('2026-12-07')).toBe(1);
  expect([(await inboxOf(sri)).length, await inboxOf(budi)]).toEqual([1, []]);
});
