import type { AgencyId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import {
  type CompetencyId,
  countFollowUps,
  type FollowList,
  listFollowUps,
  moveItem,
  placePlan,
  proposeItem,
} from './index.ts';
import { agus, badan, budi, competencyWorld, memberOf, sri, today } from './testing/competency-world.ts';

const request = {
  competencyId: 'M7' as CompetencyId,
  ...({ form: 'NKL01', title: 'Coaching', targetLevel: 3, dueOn: '2026-12-05' } as const),
  ...{ evidence: 'Satu proses diperbaiki', commitment: 'Saya menerapkannya; atasan memberi waktu.' },
};

function world() {
  const domain = competencyWorld();
  const whose = { principal: sri, personId: sri.personId };
  return {
    domain,
    propose: () => proposeItem(domain, { ...whose, request }),
    agree: async (itemId: Awaited<ReturnType<typeof proposeItem>>, principal = budi) => {
      const { rev = 0 } = (await domain.persons.findItem(sri.personId, itemId)) ?? {};
      await moveItem(domain, { principal, personId: sri.personId, itemId, rev, move: 'agree' });
    },
    list: async (list: FollowList, day = today, agencyId = badan) =>
      (await listFollowUps(domain, { agencyId, today: day, list, limit: 10 })).rows.map(
        ({ item, member }) => [item.title, member.name],
      ),
  };
}

describe('what an agency follows up', () => {
  it('are proposals that wait where nobody is the supervisor, until they are answered', async () => {
    const { domain, propose, agree, list } = world();
    await propose();
    expect(await list('waiting')).toEqual([]);
    domain.people.set(sri.personId, memberOf('sri'));
    await placePlan(domain, sri.personId);
    expect(await list('waiting')).toEqual([['Coaching', 'sri']]);
    const second = await propose();
    expect(await list('waiting')).toHaveLength(2);
    await agree(second, agus);
    expect(await list('waiting')).toHaveLength(1);
    expect(await countFollowUps(domain, { agencyId: badan, today })).toEqual({
      ...{ waiting: { count: 1, isMore: false }, overdue: { count: 0, isMore: false } },
    });
  });

  it('are agreed items from the day after their last one, whoever agrees them', async () => {
    const { domain, propose, agree, list } = world();
    await agree(await propose());
    expect(await list('overdue', '2026-12-05')).toEqual([]);
    expect(await list('overdue', '2026-12-06')).toEqual([['Coaching', 'sri']]);
    const { overdue } = await countFollowUps(domain, { agencyId: badan, today: '2026-12-06' });
    expect(overdue).toEqual({ count: 1, isMore: false });
  });

  it('C11: go with the person to another agency, and are shown to the old one no more, even before', async () => {
    const { domain, propose, agree, list } = world();
    const lain = 'lain' as AgencyId;
    await agree(await propose());
    domain.people.set(sri.personId, memberOf('sri', { agencyId: lain }));
    expect(await list('overdue', '2027-01-01')).toEqual([]);
    await placePlan(domain, sri.personId);
    await placePlan(domain, sri.personId);
    expect(await list('overdue', '2027-01-01', lain)).toEqual([['Coaching', 'sri']]);
    domain.people.delete(sri.personId);
    await placePlan(domain, sri.personId);
    const { overdue } = await countFollowUps(domain, { agencyId: lain, today: '2027-01-01' });
    expect(overdue.count).toBe(0);
  });
});
