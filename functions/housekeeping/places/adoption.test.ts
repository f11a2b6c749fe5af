import {
  memoryBoardStore,
  memoryChampionStore,
  memoryHabitStore,
  memoryNudgeStore,
} from '@sinau/adoption/testing';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { habitsPlace } from './habits.ts';
import { nudgesPlace } from './nudges.ts';

const [sri, adi] = ['sri', 'adi'] as PersonId[] as [PersonId, PersonId];
const agencyId = 'bkn' as AgencyId;
const at = '2026-11-04T02:00:00.000Z';
type Subject = Parameters<ReturnType<typeof nudgesPlace>['count']>[0];
const subject = { personId: sri } as Subject;
/** A retention rule, which ends statements alone. */
const byRule = { personId: sri, keepVerbs: [] } as unknown as Subject;

it('the copy says which nudges met somebody and in which group; an erasure takes that, and sums keep nobody', async () => {
  const nudges = memoryNudgeStore();
  const met = { kind: 'begin', version: 1, group: 'held-out', agencyId, at, turnAt: at } as const;
  for (const personId of [sri, adi]) await nudges.meet({ ...met, personId });
  const place = nudgesPlace({ nudges }, 0);
  expect((await place.copy?.(subject as never, undefined))?.records).toEqual([
    { nudge: { ...met, personId: sri } },
  ]);
  expect(await place.erase?.(byRule as never, undefined)).toEqual({ counts: { nudges: 0 } });
  expect(await place.erase?.(subject as never, undefined)).toEqual({ counts: { nudges: 1 } });
  expect(await place.count(subject, undefined)).toEqual({ counts: { nudges: 0 } });
  expect(await nudges.metBy(adi)).toHaveLength(1);
  const { sums } = await nudges.effectOf({ kind: 'begin', version: 1 }, { kind: 'nation' });
  expect(sums.heldOut).toBe(2);
});

it('pledges, days away and the board go with somebody, and the month of the board with them', async () => {
  const [habits, boards] = [memoryHabitStore(), memoryBoardStore()];
  await habits.saveSettings({ personId: sri, away: [], rev: 0 });
  await boards.join({ personId: sri, agencyId, unitId: 'u1', since: '2026-10-01' });
  const sums = { members: 6, minutes: 60, finished: 1, teachingMinutes: 0 };
  const board = { agencyId, unitId: 'u1', on: true, compares: false, rev: 0 };
  await boards.save({ ...board, told: { month: '2026-10', sums } });
  const champions = memoryChampionStore();
  const role = {
    ...{ personId: sri, agencyId, unitId: 'u1', state: 'active' as const, namedBy: adi, namedAt: at },
    ...{ since: at, offer: 'Membuka kursus', showsEmail: true, rev: 0 },
  };
  await champions.save(role);
  const place = habitsPlace({ habits, boards, champions }, 0);
  const copied = (await place.copy?.(subject as never, undefined))?.records;
  expect(copied).toMatchObject([
    ...[{ habitSettings: { personId: sri } }, { teamBoard: { unitId: 'u1' } }],
    { learningChampion: { offer: 'Membuka kursus' } },
  ]);
  expect(await place.erase?.(byRule as never, undefined)).toEqual({ counts: { habits: 0 } });
  expect(await place.erase?.(subject as never, undefined)).toEqual({ counts: { habits: 3 } });
  expect(await place.count(subject, undefined)).toEqual({ counts: { habits: 0 } });
  expect((await boards.find(agencyId, 'u1'))?.told).toEqual({ month: '2026-10' });
});
