import { memoryChampionStore } from '@sinau/adoption/testing';
import type { ChampionMoved } from '@sinau/domain-events';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { describe, expect, it } from 'vitest';
import { type FollowChampionsDeps, followChampions, followPlace } from './follow-champions.ts';

const at = '2026-11-04T02:00:00.000Z';
const [sri, adi] = ['sri', 'adi'] as PersonId[] as [PersonId, PersonId];
const agencyId = 'bkn' as AgencyId;

async function world() {
  const [champions, notices] = [memoryChampionStore(), memoryNoticeStore()];
  await champions.save({
    ...{ personId: sri, agencyId, unitId: 'u1', state: 'active', namedBy: adi, namedAt: at, since: at },
    ...{ showsEmail: false, rev: 0 },
  });
  const people = new Map(
    ['sri', 'adi', 'rina', 'lia'].map((name) => [
      name,
      {
        ...{ personId: name, name: name === 'sri' ? 'Sri' : 'Adi', email: `${name}@contoh.example` },
        ...{ locale: 'id', status: 'active', unitId: 'u1' },
        home: { kind: 'agency', agencyId: name === 'lia' ? ('lan' as AgencyId) : agencyId },
        roles: name === 'sri' ? ['learner'] : ['learner', 'agency-admin'],
      },
    ]),
  );
  const holders = (home: { readonly agencyId: AgencyId }, role: string) =>
    [...people.values()]
      .filter((one) => one.home.agencyId === home.agencyId && one.roles.includes(role))
      .map(({ personId }) => personId);
  const lines: object[] = [];
  const seen = new Set<string>();
  const deps = {
    ...{ champions, notices, clock: fixedClock(at), onMailFailure: () => {} },
    mail: { send: async () => undefined },
    people: {
      find: async (id: string) => people.get(id),
      listHolders: async (home: { readonly agencyId: AgencyId }, role: string) => holders(home, role),
    },
    organisations: { findUnit: async (_: string, unitId: string) => ({ unitId, name: 'Biro Umum' }) },
    audit: {
      log: { append: async (line: object) => void lines.push(line) },
      seen: {
        has: async (key: object) => seen.has(JSON.stringify(key)),
        note: async (key: object) => void seen.add(JSON.stringify(key)),
      },
    },
  } as unknown as FollowChampionsDeps;
  const told = async (personId: PersonId) =>
    (await notices.list({ personId, limit: 10 })).map(({ kind, params }) => ({ kind, ...params }));
  return { deps, champions, people, lines, told };
}

const moved = (over: Partial<ChampionMoved>): ChampionMoved => ({
  ...{ eventId: 'champion-moved:sri:1', type: 'champion-moved', occurredAt: at, personId: 'sri' },
  ...{ agencyId: 'bkn', unitId: 'u1', to: 'asked', namedBy: 'adi', rev: 1, ...over },
});

describe('champions follow facts', () => {
  it('whoever is asked hears of it once, and what the agency did is noted once', async () => {
    const { deps, lines, told } = await world();
    for (const _ of [1, 2]) await followChampions(deps, moved({ by: 'adi' }));
    expect(await told(sri)).toEqual([{ kind: 'champion-moved', moved: 'asked', unit: 'Biro Umum' }]);
    expect(await told(adi)).toEqual([]);
    expect(lines).toMatchObject([{ what: 'champion-named', thing: 'champion:sri' }]);
    // It has gone on since.
    await followChampions(deps, moved({ eventId: 'x', rev: 9, by: 'adi' }));
    expect(await told(sri)).toHaveLength(1);
  });

  it('whoever asked hears the answer, and nobody else', async () => {
    for (const [over, answer] of [
      [{ to: 'active', from: 'asked' }, 'accepted'],
      [{ to: 'ended', from: 'asked', ended: 'declined' }, 'declined'],
      [{ to: 'ended', from: 'active', ended: 'stopped' }, 'stopped'],
    ] as const) {
      const { deps, lines, told } = await world();
      await followChampions(deps, moved({ ...over, by: 'sri' }));
      expect(await told(adi)).toEqual([{ kind: 'champion-answered', answer, name: 'Sri' }]);
      expect([await told(sri), lines]).toEqual([[], []]);
    }
  });

  it('whoever was only asked is not thanked for a yes when the question is taken back', async () => {
    for (const [from, told] of [
      ['asked', 'unasked'],
      ['active', 'taken-back'],
    ] as const) {
      const given = await world();
      const fact = moved({ to: 'ended', from, ended: 'taken-back', by: 'adi' });
      for (const _ of [1, 2]) await followChampions(given.deps, fact);
      expect(await given.told(sri)).toEqual([{ kind: 'champion-moved', moved: told, unit: 'Biro Umum' }]);
      expect(given.lines).toMatchObject([{ what: 'champion-taken-back' }]);
    }
  });

  it('the answer goes to whoever administers that agency now, where whoever asked does not', async () => {
    const answer = [{ kind: 'champion-answered', answer: 'accepted', name: 'Sri' }];
    for (const over of [
      { home: { kind: 'agency', agencyId: 'lan' as AgencyId } },
      { roles: ['learner'] },
      { status: 'disabled' },
    ] as readonly object[]) {
      const { deps, people, told } = await world();
      const asker = people.get('adi');
      if (asker) people.set('adi', { ...asker, ...over });
      const fact = moved({ to: 'active', from: 'asked', by: 'sri' });
      for (const _ of [1, 2]) await followChampions(deps, fact);
      const [rina, lia] = ['rina' as PersonId, 'lia' as PersonId];
      expect([await told(rina), await told(adi), await told(lia)]).toEqual([answer, [], []]);
    }
    const { deps, told } = await world();
    await followChampions(deps, moved({ to: 'active', from: 'asked', by: 'sri' }));
    expect([await told(adi), await told('rina' as PersonId)]).toEqual([answer, []]);
  });

  it('whoever moves loses the role and is thanked, and who stays keeps it', async () => {
    const { deps, champions, people, told } = await world();
    await followPlace(deps, sri);
    expect((await champions.find(sri))?.state).toBe('active');
    const one = people.get('sri');
    if (one) people.set('sri', { ...one, unitId: 'u2' });
    for (const _ of [1, 2]) await followPlace(deps, sri);
    expect(await champions.find(sri)).toMatchObject({ state: 'ended', ended: 'moved', rev: 2 });
    await followChampions(deps, moved({ to: 'ended', from: 'active', ended: 'moved', rev: 2 }));
    expect(await told(sri)).toEqual([{ kind: 'champion-moved', moved: 'moved', unit: 'Biro Umum' }]);
    await followChampions(deps, moved({ eventId: 'y', to: 'ended', from: 'asked', ended: 'moved', rev: 2 }));
    expect(await told(sri)).toHaveLength(1);
  });

  it('whose account is closed has lost it too', async () => {
    const { deps, champions, people } = await world();
    const one = people.get('sri');
    if (one) people.set('sri', { ...one, status: 'disabled' });
    await followPlace(deps, sri);
    expect((await champions.find(sri))?.ended).toBe('moved');
  });
});
