import { type AgencyId, InvalidInput, type PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { refreshDuties } from '../duty/refresh-duty.ts';
import { ObligationChanged, ObligationNotFound, OwnException } from '../errors.ts';
import { followPerson } from '../follow-person.ts';
import { showObligation } from '../list-obligations.ts';
import { makeObligation } from '../make-obligation.ts';
import { remindDue } from '../reminders/remind-due.ts';
import { startSpread } from '../spread/start-spread.ts';
import { budi, memberOf, obligationsWorld } from '../testing/obligations-world.ts';
import { endExceptions } from './end-exceptions.ts';
import { exceptPerson, undoException } from './except-person.ts';
import { showPerson } from './read-exceptions.ts';

const [sri, adi] = ['sri' as PersonId, 'adi' as PersonId];
const leave = { kind: 'exempt', reason: 'Cuti di luar tanggungan negara' } as const;

async function given(courseIds: readonly string[] = ['c1']) {
  const world = obligationsWorld();
  for (const id of ['adi', 'sri', 'budi']) world.people.set(id, memberOf(id));
  const due = { kind: 'once', on: '2026-06-30' } as const;
  const request = { title: 'Antikorupsi', courseIds, audience: {}, due };
  const obligation = await makeObligation(world.deps, { principal: budi, request });
  await world.spread();
  const { obligationId } = obligation;
  const of = (personId: PersonId) => ({ principal: budi, obligationId, personId });
  const dutyOf = async (personId: PersonId) =>
    (await world.store.dutiesOf(personId)).toSorted((a, b) => a.courseId.localeCompare(b.courseId))[0];
  const at = (moment: string) => world.clock.advance(Date.parse(moment) - world.clock.now().getTime());
  const countNow = async () =>
    (await showObligation(world.deps, { principal: budi, obligationId })).counts.once;
  const spread = async () => {
    await startSpread(world.deps, obligation);
    await world.spread();
  };
  return { ...{ world, obligation, of, dutyOf, at, countNow, spread } };
}

describe('somebody who is excepted', () => {
  it('owes nothing from then on, whatever looks at them, and has the course taken back unless they have begun', async () => {
    const { world, of, dutyOf, countNow, spread } = await given();
    world.courses.set('adi', 'c1', { current: { state: 'active', hasBegun: true }, completions: [] });
    for (const personId of [sri, adi]) {
      await exceptPerson(world.deps, { ...of(personId), request: leave });
    }
    expect(await dutyOf(sri)).toMatchObject({ state: 'released', released: 'exempted' });
    expect((await world.deps.desk.standingOf({ personId: sri, courseId: 'c1' })).current).toBeUndefined();
    expect((await world.deps.desk.standingOf({ personId: adi, courseId: 'c1' })).current).toBeDefined();
    await spread();
    await followPerson(world.deps, sri);
    await refreshDuties(world.deps, { personId: sri });
    expect(await countNow()).toEqual({ released: 2, enrolled: 1 });
  });

  it('owes it again when that is taken back or its time is over, with the days of whoever comes late, and what they finished stays', async () => {
    const { world, of, dutyOf, at, countNow } = await given(['c1', 'c2']);
    world.courses.complete('sri', 'c1');
    await refreshDuties(world.deps, { personId: sri });
    await exceptPerson(world.deps, { ...of(sri), request: { ...leave, until: '2026-06-15' } });
    await exceptPerson(world.deps, { ...of(adi), request: leave });
    expect(await countNow()).toEqual({ finished: 1, released: 3, enrolled: 2 });
    at('2026-06-15T16:59:59.999Z');
    expect(await endExceptions(world.deps)).toBe(0);
    at('2026-06-15T17:00:00.000Z');
    expect(await endExceptions(world.deps)).toBe(1);
    expect(await endExceptions(world.deps)).toBe(0);
    await undoException(world.deps, of(adi));
    expect(await countNow()).toEqual({ finished: 1, enrolled: 5 });
    expect(await dutyOf(adi)).toMatchObject({ dueOn: '2026-07-16', givenOn: '2026-06-16' });
    const { past } = await showPerson(world.deps, of(sri));
    expect(past.map(({ state, reason }) => `${state}: ${reason}`)).toEqual([
      'over: Cuti di luar tanggungan negara',
      'open: Cuti di luar tanggungan negara',
    ]);
  });

  it('has finished what they completed meanwhile, however late that is heard, and owes no more than the rest', async () => {
    const { world, of, dutyOf, countNow } = await given();
    world.courses.set('adi', 'c1', { current: { state: 'active', hasBegun: true }, completions: [] });
    await exceptPerson(world.deps, { ...of(adi), request: leave });
    world.courses.complete('adi', 'c1', true);
    await refreshDuties(world.deps, { personId: adi });
    expect(await dutyOf(adi)).toMatchObject({ state: 'released', released: 'exempted' });
    await undoException(world.deps, of(adi));
    await refreshDuties(world.deps, { personId: adi });
    expect(await dutyOf(adi)).toMatchObject({ state: 'recognised' });
    expect(await dutyOf(adi)).not.toHaveProperty('released');
    expect(await countNow()).toEqual({ enrolled: 2, recognised: 1 });
  });

  it('who has taken a request back, or lost their place, is given the course by the next round', async () => {
    const { world, dutyOf, spread } = await given();
    world.courses.set('sri', 'c1', { completions: [] });
    await refreshDuties(world.deps, { personId: sri });
    expect(await dutyOf(sri)).toMatchObject({ state: 'required' });
    await spread();
    expect(await dutyOf(sri)).toMatchObject({ state: 'enrolled', dueOn: '2026-06-30' });
  });

  it('is decided by another administrator of the agency, with a reason, on a day that is to come', async () => {
    const { world, of } = await given();
    const decide = (over: Partial<Parameters<typeof exceptPerson>[1]>) =>
      exceptPerson(world.deps, { ...of(sri), request: leave, ...over });
    await expect(decide({ personId: budi.personId })).rejects.toThrow(OwnException);
    await expect(decide({ personId: 'nobody' as PersonId })).rejects.toThrow(ObligationNotFound);
    world.people.set('ani', memberOf('ani', { agencyId: 'lan' as AgencyId }));
    await expect(decide({ personId: 'ani' as PersonId })).rejects.toThrow(ObligationNotFound);
    const lan = { ...budi, agencyId: 'lan' as AgencyId };
    await expect(decide({ principal: lan })).rejects.toThrow(ObligationNotFound);
    await expect(decide({ request: { ...leave, until: '2026-03-01' } })).rejects.toThrow(InvalidInput);
    await expect(undoException(world.deps, of(sri))).rejects.toThrow(ObligationChanged);
    expect((await showPerson(world.deps, of(sri))).past).toEqual([]);
  });

  it('of two decisions at once has one', async () => {
    const { world, of } = await given();
    const later = { kind: 'later-day', reason: 'Tugas di lapangan', dueOn: '2026-08-31' } as const;
    const tries = await Promise.allSettled(
      [leave, later].map((request) => exceptPerson(world.deps, { ...of(sri), request })),
    );
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await showPerson(world.deps, of(sri))).past).toHaveLength(1);
  });
});

describe('another last day of one person', () => {
  const later = { kind: 'later-day', reason: 'Tugas di lapangan', dueOn: '2026-08-31' } as const;

  it('moves reminders, the course and what is overdue, and goes back when it is taken back', async () => {
    const { world, of, dutyOf, at, countNow, spread } = await given();
    await exceptPerson(world.deps, { ...of(sri), request: later });
    expect(await dutyOf(sri)).toMatchObject({ dueOn: '2026-08-31', extendedFrom: '2026-06-30' });
    expect(world.courses.givenFor.get('sri c1')).toMatchObject({ dueOn: '2026-08-31' });
    at('2026-07-01T06:00:00.000Z');
    await spread();
    expect(await countNow()).toEqual({ enrolled: 3, overdue: 2 });
    await remindDue(world.deps, { untilMs: Number.POSITIVE_INFINITY });
    expect(world.told).not.toContain('sri:overdue');
    at('2026-08-24T06:00:00.000Z');
    await remindDue(world.deps, { untilMs: Number.POSITIVE_INFINITY });
    expect(world.told).toContain('sri:7');
    await undoException(world.deps, of(sri));
    expect(await dutyOf(sri)).toMatchObject({ dueOn: '2026-06-30' });
    expect(await dutyOf(sri)).not.toHaveProperty('extendedFrom');
    expect(await countNow()).toEqual({ enrolled: 3, overdue: 3 });
    expect(world.courses.givenFor.get('sri c1')).toMatchObject({ dueOn: '2026-06-30' });
  });

  it('is later than the one that holds, and for what is owed', async () => {
    const { world, of } = await given();
    const to = (dueOn: string) => exceptPerson(world.deps, { ...of(sri), request: { ...later, dueOn } });
    await expect(to('2026-06-30')).rejects.toThrow(InvalidInput);
    world.courses.complete('sri', 'c1');
    await refreshDuties(world.deps, { personId: sri });
    await expect(to('2026-08-31')).rejects.toThrow(InvalidInput);
  });

  it('gives the course to another obligation that is due before it', async () => {
    const { world, of } = await given();
    const due = { kind: 'once', on: '2026-07-31' } as const;
    const second = { title: 'Unit', courseIds: ['c1'], audience: {}, due };
    const { obligationId } = await makeObligation(world.deps, { principal: budi, request: second });
    await world.spread();
    await exceptPerson(world.deps, { ...of(sri), request: later });
    expect(world.courses.givenFor.get('sri c1')).toMatchObject({ obligationId, dueOn: '2026-07-31' });
  });
});
