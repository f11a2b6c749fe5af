import type { AgencyId, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { memoryBoardStore } from '../testing/memory-board-store.ts';
import { principalOf } from '../testing/nudge-world.ts';
import { joinBoard, leaveBoard, readBoard, setBoard } from './boards.ts';

const agencyId = 'bkn' as AgencyId;
const boss = principalOf('supervisor', 'boss');
const at = (name: string) => principalOf('learner', name);

/** Six people in unit u1, six in u2; each has learned for ten minutes in a month, and finished one course. */
async function given() {
  const clock = fixedClock('2026-10-20T02:00:00.000Z');
  const boards = memoryBoardStore();
  const units = new Map([
    ['boss', 'u1'],
    ['boss2', 'u2'],
  ]);
  for (let n = 1; n <= 6; n += 1) units.set(`a${n}`, 'u1').set(`b${n}`, 'u2');
  const asked: string[] = [];
  const places = {
    unitOf: async (personId: PersonId) => {
      const unitId = units.get(personId);
      return unitId === undefined ? undefined : { agencyId, unitId };
    },
    nameOf: async ({ unitId }: { unitId: string }) => `Unit ${unitId}`,
    monthOf: async (personId: PersonId, month: string) => {
      asked.push(`${personId} ${month}`);
      return { minutes: 10, finished: 1, teachingMinutes: personId === 'a1' ? 60 : 0 };
    },
  };
  const deps = { boards, places, clock };
  const read = (name = 'a1') => readBoard(deps, { principal: at(name) });
  const join = async (...names: string[]) => {
    for (const name of names) await joinBoard(deps, { principal: at(name) });
  };
  const later = () => clock.advance(75 * 86_400_000);
  const openUp = { on: true, compares: true };
  return { deps, units, asked, read, join, later, openUp };
}

describe('the board of a unit', () => {
  it('is of those alone who have joined before the month, five at least, once somebody who leads has opened it', async () => {
    const { deps, asked, read, join, later, openUp } = await given();
    await join('a1', 'a2', 'a3', 'a4');
    await expect(setBoard(deps, { principal: at('a1'), ...openUp })).rejects.toMatchObject({
      code: 'adoption.forbidden',
    });
    await setBoard(deps, { principal: boss, ...openUp });
    later();
    expect(await read()).toMatchObject({ on: true, isMember: true, month: '2026-12', others: [] });
    expect(await read()).not.toHaveProperty('sums');
    expect(await read()).not.toHaveProperty('members');
    // Joins now: not counted for a month that has begun before.
    await join('a5');
    expect(await read()).not.toHaveProperty('sums');
    later();
    expect(await read('a6')).toMatchObject({
      ...{ isMember: false, members: 5, month: '2027-02' },
      sums: { members: 5, minutes: 50, finished: 5, teachingMinutes: 60 },
    });
    expect(asked.some((line) => line.startsWith('a6'))).toBe(false);
    const times = asked.length;
    await read();
    expect(asked).toHaveLength(times);
  });

  it('is closed until it is opened, and for whoever is in no unit', async () => {
    const { deps, read, join, later } = await given();
    await join('a1', 'a2', 'a3', 'a4', 'a5');
    later();
    expect(await read()).not.toHaveProperty('sums');
    expect(await readBoard(deps, { principal: at('nobody') })).toBeUndefined();
    await expect(joinBoard(deps, { principal: at('nobody') })).rejects.toMatchObject({
      code: 'adoption.no-unit',
    });
  });

  it('withdraws the month when somebody leaves or moves away, so that no difference tells what they did', async () => {
    const { deps, units, read, join, later, openUp } = await given();
    await join('a1', 'a2', 'a3', 'a4', 'a5', 'a6');
    await setBoard(deps, { principal: boss, ...openUp });
    later();
    expect(await read()).toMatchObject({ sums: { members: 6 } });
    await leaveBoard(deps, { personId: 'a6' as PersonId });
    expect(await read('a6')).toMatchObject({ isMember: false, members: 5 });
    expect(await read()).not.toHaveProperty('sums');
    later();
    expect(await read()).toMatchObject({ sums: { members: 5 } });
    units.set('a5', 'u2');
    await join('a5');
    expect(await read()).not.toHaveProperty('sums');
    later();
    expect(await read()).not.toHaveProperty('sums');
  });

  it('keeps somebody in whose leaving met a change, so that the month goes with them the next time', async () => {
    const { deps, read, join, later, openUp } = await given();
    await join('a1', 'a2', 'a3', 'a4', 'a5', 'a6');
    await setBoard(deps, { principal: boss, ...openUp });
    later();
    expect(await read()).toMatchObject({ sums: { members: 6 } });
    const personId = 'a6' as PersonId;
    const busy = { ...deps.boards, save: async () => 'conflict' as const };
    await expect(leaveBoard({ boards: busy }, { personId })).rejects.toMatchObject({
      code: 'adoption.habit-changed',
    });
    expect(await read('a6')).toMatchObject({ isMember: true, sums: { members: 6 } });
    await leaveBoard(deps, { personId });
    expect(await read('a6')).toMatchObject({ isMember: false, members: 5 });
    expect(await read()).not.toHaveProperty('sums');
  });

  it('withdraws it also when the board is set in that very moment, and counts nobody who leaves while it is summed', async () => {
    const { deps, read, join, later, openUp } = await given();
    await join('a1', 'a2', 'a3', 'a4', 'a5', 'a6');
    await setBoard(deps, { principal: boss, ...openUp });
    later();
    expect(await read()).toMatchObject({ sums: { members: 6 } });
    let isFirst = true;
    const meddled: typeof deps.boards = {
      ...deps.boards,
      async save(next) {
        if (isFirst) await setBoard(deps, { principal: boss, on: true, compares: false });
        isFirst = false;
        return deps.boards.save(next);
      },
    };
    await leaveBoard({ boards: meddled }, { personId: 'a6' as PersonId });
    expect(await read()).not.toHaveProperty('sums');
    later();
    await join('a6');
    later();
    const places: typeof deps.places = {
      ...deps.places,
      async monthOf(personId, month) {
        const sums = await deps.places.monthOf(personId, month);
        if (personId === 'a6') await leaveBoard(deps, { personId });
        return sums;
      },
    };
    expect(await readBoard({ ...deps, places }, { principal: at('a1') })).not.toHaveProperty('sums');
    expect(await read()).toMatchObject({ sums: { members: 5, minutes: 50 } });
  });

  it('does not count who has left, where the list of members lags', async () => {
    const { deps, join, later, openUp } = await given();
    await join('a1', 'a2', 'a3', 'a4', 'a5', 'a6');
    await setBoard(deps, { principal: boss, ...openUp });
    later();
    const before = await deps.boards.membersOf(agencyId, 'u1');
    await leaveBoard(deps, { personId: 'a6' as PersonId });
    const boards: typeof deps.boards = { ...deps.boards, membersOf: async () => before };
    expect(await readBoard({ ...deps, boards }, { principal: at('a1') })).toMatchObject({
      sums: { members: 5, minutes: 50 },
    });
  });

  it('stands beside another by name, and only when both want it', async () => {
    const { deps, read, join, later, openUp } = await given();
    for (const side of ['a', 'b']) await join(...[1, 2, 3, 4, 5].map((n) => `${side}${n}`));
    const boss2 = principalOf('supervisor', 'boss2');
    await setBoard(deps, { principal: boss, ...openUp });
    await setBoard(deps, { principal: boss2, on: true, compares: false });
    later();
    expect(await read('b1')).toMatchObject({ sums: { members: 5 }, others: [] });
    expect(await read('a1')).toMatchObject({ others: [] });
    await setBoard(deps, { principal: boss2, ...openUp });
    const [seen, back] = [await read('a1'), await read('b1')];
    expect([seen?.others, back?.others].map((all) => all?.map(({ name }) => name))).toEqual([
      ['Unit u2'],
      ['Unit u1'],
    ]);
    await setBoard(deps, { principal: boss, on: true, compares: false });
    expect([(await read('a1'))?.others, (await read('b1'))?.others]).toEqual([[], []]);
  });
});
