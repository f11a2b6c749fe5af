import type { AgencyId, LocalDate, PersonId } from '@sinau/kernel';
import { addDays, localDateOf, weekdayOf } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { memoryHabitStore } from '../testing/memory-habit-store.ts';
import { principalOf } from '../testing/nudge-world.ts';
import { type PledgeId, pledgeRequestSchema } from './pledge.ts';
import { letPledgeGo, makePledge, renewPledge, sharePledge } from './pledges.ts';
import type { FinishedCourse, HabitCourse, HabitDirectory } from './ports.ts';
import {
  forgetAway,
  hideRhythm,
  noteAway,
  pledgesForTeam,
  pledgesInTeam,
  readHabits,
  readRhythm,
} from './read-habits.ts';
import { rhythmOf } from './rhythm.ts';

const sri = principalOf('learner', 'sri');
const boss = principalOf('supervisor', 'boss');
// A Monday.
const monday = '2026-03-02';

function world() {
  const clock = fixedClock(`${monday}T02:00:00.000Z`);
  const habits = memoryHabitStore();
  const seconds = new Map<LocalDate, number>();
  const courses: HabitCourse[] = [{ courseId: 'c1', title: { id: 'Etika' } }];
  const finished: FinishedCourse[] = [];
  const directory: HabitDirectory = {
    personOf: async (personId: PersonId) => ({
      ...{ timeZone: 'Asia/Jakarta' as const, agencyId: 'bkn' as AgencyId },
      ...(personId === 'sri' && { supervisorId: 'boss' as PersonId }),
    }),
    teamOf: async (personId: PersonId) =>
      personId === 'boss' ? [{ personId: 'sri' as PersonId, name: 'Sri' }] : [],
    secondsOf: async () => seconds,
    openCoursesOf: async () => courses,
    finishedOf: async () => finished,
  };
  const deps = { habits, directory, clock, ids: countedIds() };
  const own = async () => (await readHabits(deps, { principal: sri })).pledges;
  const first = async () => ({ principal: sri, pledgeId: (await own())[0]?.pledge.pledgeId as PledgeId });
  return { deps, clock, habits, seconds, finished, own, first };
}
const time = { kind: 'time', days: [4, 2, 2], minutes: 15, weeks: 2, share: 'nobody' } as const;

describe('the weeks of somebody', () => {
  const today = '2026-03-25';
  const weeksAgo = (...weeks: number[]) => new Set(weeks.map((n) => addDays('2026-03-24', -7 * n)));
  const states = (learned: ReadonlySet<string>, away: { from: string; until: string }[] = []) =>
    rhythmOf(learned, { away, today }).weeks.map(({ state }) => state);

  it('begin with the first one of learning, and this week is never judged', () => {
    expect(new Set(states(new Set()).slice(0, 11))).toEqual(new Set(['before']));
    expect(states(new Set()).at(-1)).toBe('now');
    expect(states(weeksAgo(1)).slice(-2)).toEqual(['learned', 'now']);
    expect(states(weeksAgo(1, 0)).slice(-2)).toEqual(['learned', 'learned']);
    expect(rhythmOf(weeksAgo(1), { away: [], today })).toMatchObject({ inRhythm: 1, counted: 1 });
  });

  it('give one week of grace in four, and take nothing away after a rest', () => {
    expect(states(weeksAgo(6, 4, 3, 2)).slice(-7)).toEqual([
      ...['learned', 'grace', 'learned', 'learned', 'learned', 'grace', 'now'],
    ]);
    expect(states(weeksAgo(6, 4, 2)).slice(-7)).toEqual([
      ...['learned', 'grace', 'learned', 'rest', 'learned', 'grace', 'now'],
    ]);
    const rested = rhythmOf(weeksAgo(8, 7, 6), { away: [], today });
    expect(rested).toMatchObject({ inRhythm: 5, counted: 8 });
    // A week more of learning never makes it less.
    expect(rhythmOf(weeksAgo(8, 7, 6, 3), { away: [], today }).inRhythm).toBeGreaterThanOrEqual(5);
  });

  it('do not count weeks away, from three working days on, unless somebody learned all the same', () => {
    const gone = [{ from: '2026-03-16', until: '2026-03-18' }];
    expect(states(weeksAgo(3, 2), gone).slice(-4)).toEqual(['learned', 'learned', 'away', 'now']);
    expect(states(weeksAgo(3, 2, 1), gone).at(-2)).toBe('learned');
    const short = [{ from: '2026-03-17', until: '2026-03-18' }];
    expect(states(weeksAgo(3, 2), short).at(-2)).toBe('grace');
  });

  it('are hidden, and days away noted and taken back, by their own person', async () => {
    const { deps } = world();
    await hideRhythm(deps, { principal: sri, hidden: true });
    const away = { from: '2026-03-16', until: '2026-03-18' };
    await noteAway(deps, { principal: sri, away });
    await noteAway(deps, { principal: sri, away });
    expect((await readHabits(deps, { principal: sri })).settings).toMatchObject({
      hidden: true,
      away: [away],
    });
    expect((await readHabits(deps, { principal: boss })).settings).toEqual({
      personId: 'boss',
      away: [],
      rev: 0,
    });
    for (const [from, until] of [
      ['2026-03-18', '2026-03-16'],
      ['2026-03-16', '2026-07-15'],
      ['0001-01-01', '0001-01-05'],
      ['9999-12-27', '9999-12-31'],
    ] as const) {
      await expect(noteAway(deps, { principal: sri, away: { from, until } })).rejects.toMatchObject({
        code: 'adoption.unfit-pledge',
      });
    }
    await forgetAway(deps, { principal: sri, from: away.from });
    await hideRhythm(deps, { principal: sri, hidden: false });
    const { settings } = await readHabits(deps, { principal: sri });
    expect([settings.away, settings.hidden]).toEqual([[], undefined]);
  });
});

describe('a pledge', () => {
  it('of time is kept by the sum of a week, and told to nobody else', async () => {
    const { deps, clock, seconds, own } = world();
    await makePledge(deps, { principal: sri, request: time });
    expect(await own()).toMatchObject([
      {
        pledge: { what: { days: [2, 4] }, from: monday, until: '2026-03-15', audience: 'nobody' },
        ...{ state: 'open', progress: { minutes: 0, pledged: 30, weeksKept: 0, weeks: 1 } },
      },
    ]);
    // On another day than those that were pledged.
    seconds.set('2026-03-08', 1_800);
    clock.advance(8 * 86_400_000);
    expect(await own()).toMatchObject([{ state: 'open', progress: { minutes: 0, weeksKept: 1, weeks: 2 } }]);
    seconds.set('2026-03-10', 1_799);
    clock.advance(6 * 86_400_000);
    expect(await own()).toMatchObject([{ state: 'over', progress: { weeksKept: 1, weeks: 2 } }]);
    seconds.set('2026-03-10', 1_800);
    expect(await own()).toMatchObject([{ state: 'kept' }]);
    expect(await pledgesInTeam(deps, { principal: boss })).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])(
    'of time counts weeks from its first day, and no part of one: begun %i days after a Monday',
    async (later) => {
      const { deps, clock, seconds, own } = world();
      clock.advance(later * 86_400_000);
      const from = addDays(monday, later);
      await makePledge(deps, { principal: sri, request: { ...time, weeks: 4 } });
      const days = Array.from({ length: 28 }, (_, n) => addDays(from, n));
      const pledged = days.filter((day) => [2, 4].includes(weekdayOf(day)));
      // The days around it bring nothing.
      for (const day of [...pledged.slice(1), addDays(from, -1), addDays(from, 28)]) seconds.set(day, 900);
      expect(await own()).toMatchObject([
        { state: 'open', progress: { pledged: 30, weekUntil: addDays(from, 6), weeks: 1 } },
      ]);
      clock.advance(27 * 86_400_000);
      expect(await own()).toMatchObject([{ state: 'open', progress: { weeksKept: 3, weeks: 4 } }]);
      clock.advance(86_400_000);
      const [missed] = await own();
      expect(missed).toMatchObject({ state: 'over', progress: { minutes: 0, weeksKept: 3, weeks: 4 } });
      expect(missed?.progress).not.toHaveProperty('weekUntil');
      seconds.set(pledged[0] ?? '', 900);
      expect(await own()).toMatchObject([{ state: 'kept', progress: { weeksKept: 4, weeks: 4 } }]);
    },
  );

  it('of eight weeks is looked at in whole for weeks after it, and stays kept when what showed it is gone', async () => {
    const { deps, clock, seconds, own, first } = world();
    clock.advance(4 * 86_400_000);
    await makePledge(deps, { principal: sri, request: { ...time, weeks: 8 } });
    const from = addDays(monday, 4);
    for (let n = 0; n < 8; n += 1) seconds.set(addDays(from, n * 7 + 4), 1_800);
    const today = () => localDateOf(clock.now().getTime(), 'Asia/Jakarta');
    // As sessions are kept: for a hundred days, and read from the day that was asked for.
    deps.directory.secondsOf = async (_personId, { day }) =>
      new Map([...seconds].filter(([on]) => on >= day && on > addDays(today(), -100)));
    const [before] = await deps.habits.pledgesOf(sri.personId);
    clock.advance(98 * 86_400_000);
    expect(await own()).toMatchObject([{ state: 'kept', progress: { weeksKept: 8 } }]);
    const [noted] = await deps.habits.pledgesOf(sri.personId);
    expect(noted).toEqual({ ...before, kept: true, rev: 2 });
    clock.advance(100 * 86_400_000);
    expect(await own()).toMatchObject([{ state: 'kept', progress: { weeksKept: 0 } }]);
    // Written once, and begun anew without it.
    expect(await deps.habits.pledgesOf(sri.personId)).toEqual([noted]);
    await renewPledge(deps, await first());
    expect(await own()).toMatchObject([{ state: 'open', progress: { weeksKept: 0, weeks: 1 } }]);
    expect((await own())[0]?.pledge).not.toHaveProperty('kept');
  });

  it('that is seen to be kept from the home page alone stays so', async () => {
    const { deps, clock, seconds, own } = world();
    await makePledge(deps, { principal: sri, request: time });
    for (const day of ['2026-03-03', '2026-03-12']) seconds.set(day, 1_800);
    const look = { personId: sri.personId, zone: 'Asia/Jakarta' } as const;
    const home = (isOwn = true) => readRhythm(deps, { ...look, isOwn });
    clock.advance(13 * 86_400_000);
    expect(await home()).toMatchObject({ open: 1 });
    expect((await deps.habits.pledgesOf(sri.personId))[0]).not.toHaveProperty('kept');
    clock.advance(86_400_000);
    // A look as somebody else changes nothing.
    expect(await home(false)).toMatchObject({ open: 0 });
    expect((await deps.habits.pledgesOf(sri.personId))[0]).not.toHaveProperty('kept');
    expect(await home()).toMatchObject({ open: 0 });
    seconds.clear();
    expect(await own()).toMatchObject([{ state: 'kept' }]);
  });

  it('of a course is kept once it is finished, and renewed or let go without a word', async () => {
    const { deps, clock, finished, own, first } = world();
    const request = { kind: 'course', courseId: 'c1', until: '2026-03-06', share: 'supervisor' } as const;
    await makePledge(deps, { principal: sri, request });
    clock.advance(7 * 86_400_000);
    expect(await own()).toMatchObject([{ state: 'over' }]);
    await renewPledge(deps, await first());
    expect(await own()).toMatchObject([
      { state: 'open', pledge: { from: '2026-03-09', until: '2026-04-05' } },
    ]);
    await letPledgeGo(deps, await first());
    expect(await own()).toMatchObject([{ state: 'let-go' }]);
    await renewPledge(deps, await first());
    finished.push({ courseId: 'c1', completedAt: '2026-03-09T03:00:00.000Z' });
    expect(await own()).toMatchObject([{ state: 'kept', progress: { finishedOn: '2026-03-09' } }]);
  });

  it('is shown to the supervisor when its person says so, what and not how, and to nobody once it is not', async () => {
    const { deps, first } = world();
    await makePledge(deps, { principal: sri, request: time });
    await sharePledge(deps, { ...(await first()), share: 'supervisor' });
    const [shown] = await pledgesInTeam(deps, { principal: boss });
    expect(Object.keys(shown?.pledge ?? {}).toSorted()).toEqual(['pledgeId', 'until', 'what']);
    expect(shown?.name).toBe('Sri');
    expect(await pledgesInTeam(deps, { principal: sri })).toEqual([]);
    await sharePledge(deps, { ...(await first()), share: 'nobody' });
    expect(await pledgesInTeam(deps, { principal: boss })).toEqual([]);
  });

  it('of a supervisor to the team is seen by the team alone, while it goes on', async () => {
    const { deps, clock } = world();
    const request = { kind: 'team-time', days: [5], minutes: 60, weeks: 4 } as const;
    await expect(makePledge(deps, { principal: sri, request })).rejects.toMatchObject({
      code: 'adoption.unfit-pledge',
    });
    await makePledge(deps, { principal: boss, request });
    expect(await pledgesForTeam(deps, { principal: sri })).toMatchObject([{ what: { minutes: 60 } }]);
    expect(await pledgesForTeam(deps, { principal: boss })).toEqual([]);
    const { pledges } = await readHabits(deps, { principal: boss });
    expect(pledges[0]?.progress).toEqual({ kind: 'given' });
    const pledgeId = pledges[0]?.pledge.pledgeId as PledgeId;
    await expect(sharePledge(deps, { principal: boss, pledgeId, share: 'nobody' })).rejects.toMatchObject({
      code: 'adoption.unfit-pledge',
    });
    await expect(letPledgeGo(deps, { principal: sri, pledgeId })).rejects.toMatchObject({
      code: 'adoption.not-found',
    });
    clock.advance(28 * 86_400_000);
    expect(await pledgesForTeam(deps, { principal: sri })).toEqual([]);
  });

  it('is of a course that is open, by a day to come, and one of five', async () => {
    const { deps, first } = world();
    const course = { kind: 'course', share: 'nobody' } as const;
    for (const [courseId, until] of [
      ['c2', '2026-03-06'],
      ['c1', '2026-03-01'],
      ['c1', '2027-06-01'],
    ] as const) {
      const request = { ...course, courseId, until };
      await expect(makePledge(deps, { principal: sri, request })).rejects.toMatchObject({
        code: 'adoption.unfit-pledge',
      });
    }
    for (let n = 0; n < 5; n += 1) await makePledge(deps, { principal: sri, request: time });
    await expect(makePledge(deps, { principal: sri, request: time })).rejects.toMatchObject({
      code: 'adoption.too-many-pledges',
    });
    const place = await first();
    await letPledgeGo(deps, place);
    await makePledge(deps, { principal: sri, request: time });
    await expect(renewPledge(deps, place)).rejects.toMatchObject({ code: 'adoption.too-many-pledges' });
    expect(await deps.habits.pledgers('bkn' as AgencyId, 2026)).toBe(1);
    // Renewing in another year is pledging something in it; a second one is not another person.
    deps.clock.advance(366 * 86_400_000);
    await renewPledge(deps, place);
    await makePledge(deps, { principal: sri, request: time });
    expect(await deps.habits.pledgers('bkn' as AgencyId, 2027)).toBe(1);
    for (const wrong of [
      { minutes: 4 },
      { weeks: 3 },
      { days: [] },
      { days: [8] },
      { share: 'team' },
      { extra: 1 },
    ]) {
      expect(pledgeRequestSchema.safeParse({ ...time, ...wrong }).success).toBe(false);
    }
  });
});
