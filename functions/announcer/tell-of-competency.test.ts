import { assessMany, type ItemId, moveItem, proposeItem } from '@sinau/competency';
import { agus, badan, budi, competencyWorld, memberOf, sri } from '@sinau/competency/testing';
import type { CompetencyAssessed } from '@sinau/domain-events';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { describe, expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { tellOfCompetency } from './late-followers.ts';

const request = {
  ...{ competencyId: 'M1', form: 'NKL01', title: 'Bimbingan analisis', targetLevel: 3, dueOn: '2026-12-31' },
  ...{ evidence: 'Satu proses diperbaiki', commitment: 'Saya menerapkannya; atasan memberi waktu.' },
} as Parameters<typeof proposeItem>[1]['request'];

function worldOf() {
  const competency = competencyWorld();
  const notices = memoryNoticeStore();
  const deps = {
    ...{ notices, clock: competency.clock, onMailFailure: () => undefined },
    competency: async () => competency,
    people: {
      find: async (personId: PersonId) =>
        competency.people.has(personId)
          ? { personId, name: personId, email: `${personId}@contoh.example`, status: 'active' }
          : undefined,
      listHolders: holdersIn(() => [
        { personId: 'agus', roles: ['agency-admin'] },
        { personId: 'sri', roles: ['learner'] },
      ]),
    },
    mail: { send: async () => undefined },
  } as never;
  let at = 0;
  return {
    ...{ competency, deps },
    /** What was told, newest first. */
    told: async ({ personId }: PersonPrincipal) =>
      (await notices.list({ personId, limit: 20 })).map(({ kind, params, link }) => ({ kind, params, link })),
    /** The step as the stream tells it, twice. */
    follow: async (itemId: ItemId) => {
      const item = await competency.persons.findItem(sri.personId, itemId);
      at += 1;
      const eventId = `plan-item-moved:${itemId}:${item?.rev}`;
      const fact = {
        ...{ eventId, type: 'plan-item-moved' as const, occurredAt: `2026-11-28T03:00:0${at}.000Z` },
        ...{ personId: sri.personId, item: itemId, rev: item?.rev ?? 0 },
      };
      for (const _ of [1, 2]) await tellOfCompetency(deps, fact);
      return fact;
    },
    move: async (
      principal: PersonPrincipal,
      itemId: ItemId,
      step: { readonly move: 'agree' | 'return'; readonly note?: string },
    ) => {
      const { rev = 0 } = (await competency.persons.findItem(sri.personId, itemId)) ?? {};
      await moveItem(competency, { principal, personId: sri.personId, itemId, rev, ...step });
    },
  };
}

const assessed = (over: Partial<CompetencyAssessed> = {}): CompetencyAssessed => ({
  ...{
    eventId: 'competency-assessed:1',
    type: 'competency-assessed',
    occurredAt: '2026-11-28T03:00:00.000Z',
  },
  ...{ personId: 'sri', competency: 'M1', change: 'recorded', by: 'agus', ...over },
});

describe('steps of a development plan', () => {
  it('the supervisor hears of a proposal, the learner of the answer and its note, each once', async () => {
    const { competency, follow, move, told } = worldOf();
    const itemId = await proposeItem(competency, { principal: sri, personId: sri.personId, request });
    await follow(itemId);
    expect(await told(budi)).toEqual([
      {
        ...{ kind: 'plan-item-moved', link: '/team/competency/sri' },
        params: { title: 'Bimbingan analisis', move: 'propose', by: 'sri', dueOn: '2026-12-31' },
      },
    ]);
    await move(budi, itemId, { move: 'return', note: 'Sebut pembimbingnya' });
    await follow(itemId);
    expect(await told(sri)).toEqual([
      {
        ...{ kind: 'plan-item-moved', link: '/competency' },
        params: {
          ...{ title: 'Bimbingan analisis', move: 'return', by: 'budi', dueOn: '2026-12-31' },
          note: 'Sebut pembimbingnya',
        },
      },
    ]);
    expect(await told(budi)).toHaveLength(1);
  });

  it('a step that was followed by another is not told any more', async () => {
    const { competency, deps, follow, move, told } = worldOf();
    const itemId = await proposeItem(competency, { principal: sri, personId: sri.personId, request });
    const proposed = { ...(await follow(itemId)), eventId: 'plan-item-moved:later' };
    await move(budi, itemId, { move: 'agree' });
    await tellOfCompetency(deps, proposed);
    expect(await told(budi)).toHaveLength(1);
  });

  it('where there is no supervisor the administrators hear of what waits for them, and of nothing else', async () => {
    const { competency, follow, told } = worldOf();
    competency.people.set(sri.personId, memberOf('sri'));
    const itemId = await proposeItem(competency, { principal: sri, personId: sri.personId, request });
    await follow(itemId);
    expect(await told(agus)).toMatchObject([
      {
        ...{ kind: 'plan-item-moved', link: `/agency/competency/people/sri/plan/${itemId}` },
        params: { move: 'propose', by: 'sri' },
      },
    ]);
    const drop = { principal: sri, personId: sri.personId, itemId, rev: 1, move: 'drop' } as const;
    await moveItem(competency, drop);
    await follow(itemId);
    expect(await told(agus)).toHaveLength(1);
    for (const principal of [sri, budi]) expect(await told(principal)).toEqual([]);
  });
});

describe('assessments', () => {
  it('nine levels of one report are told once, and a withdrawal beside them', async () => {
    const { deps, told } = worldOf();
    for (const n of [1, 2, 3]) {
      await tellOfCompetency(deps, assessed({ eventId: `competency-assessed:${n}`, competency: `M${n}` }));
    }
    expect(await told(sri)).toEqual([
      { kind: 'competency-assessed', params: { change: 'recorded', by: 'agus' }, link: '/competency' },
    ]);
    await tellOfCompetency(deps, assessed({ eventId: 'competency-assessed:4', change: 'withdrawn' }));
    expect((await told(sri)).map(({ params }) => params)).toContainEqual({ change: 'withdrawn', by: 'agus' });
    // Of another day anew.
    const tomorrow = { eventId: 'competency-assessed:5', occurredAt: '2026-11-29T03:00:00.000Z' };
    await tellOfCompetency(deps, assessed(tomorrow));
    expect(await told(sri)).toHaveLength(3);
  });

  it('what a machine of the agency has recorded is told under its name', async () => {
    const { competency, deps, told } = worldOf();
    await assessMany(
      { ...competency, personWith: async () => undefined },
      {
        ...{ agencyId: badan, by: { id: 'k1', name: 'Simpeg', as: 'agency' }, isTrial: false },
        items: [
          {
            ...{ personId: 'sri', competencyId: 'M1', method: 'competency-test', level: 1 },
            assessedOn: '2026-03-01',
          },
        ],
      },
    );
    await tellOfCompetency(deps, assessed({ by: 'k1' }));
    expect((await told(sri)).map(({ params }) => params)).toEqual([{ change: 'recorded', by: 'Simpeg' }]);
  });

  it('nobody is told of what they did themselves, or by whom who is gone', async () => {
    const { deps, told } = worldOf();
    await tellOfCompetency(deps, assessed({ by: 'sri' }));
    await tellOfCompetency(deps, assessed({ by: 'nobody' }));
    expect(await told(sri)).toEqual([]);
  });
});
