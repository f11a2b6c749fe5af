import { type AgencyId, InvalidInput, type PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { changeObligation } from './change-obligation.ts';
import { refreshDuties } from './duty/refresh-duty.ts';
import { ObligationChanged, ObligationNotFound } from './errors.ts';
import { followPerson } from './follow-person.ts';
import { listObligations, showObligation } from './list-obligations.ts';
import { makeObligation } from './make-obligation.ts';
import type { ObligationRequest } from './obligation.ts';
import { previewAudience } from './preview-audience.ts';
import { runSpread } from './spread/run-spread.ts';
import { sweepSpreads } from './spread/sweep-spreads.ts';
import { bkn, budi, memberOf, obligationsWorld } from './testing/obligations-world.ts';

const request: ObligationRequest = {
  ...{ title: 'Antikorupsi', courseIds: ['c1'], audience: {}, due: { kind: 'yearly', by: '06-30' } },
};
const [sri, adi] = ['sri' as PersonId, 'adi' as PersonId];

async function made(over: Partial<ObligationRequest> = {}, people = ['adi', 'sri']) {
  const world = obligationsWorld();
  for (const id of people) world.people.set(id, memberOf(id));
  const obligation = await makeObligation(world.deps, { principal: budi, request: { ...request, ...over } });
  return { world, obligation, own: { principal: budi, obligationId: obligation.obligationId } };
}

describe('an obligation', () => {
  it('gives everybody of its audience the courses, and tells how far it is', async () => {
    const { world, own } = await made({ courseIds: ['c1', 'c2'] });
    world.courses.complete('adi', 'c1', true);
    await world.spread();
    const { counts, spread } = await showObligation(world.deps, own);
    expect(counts).toEqual({ 2026: { enrolled: 3, recognised: 1 } });
    expect(spread).toMatchObject({ state: 'done', heads: 2, seen: 2, given: 4, failed: 0 });
    const given = world.courses.givenFor.get('sri c1');
    expect(given).toMatchObject({ dueOn: '2026-06-30', reason: 'Antikorupsi' });
  });

  it('L3: by many workers at once and after a break gives nothing twice', async () => {
    const people = Array.from({ length: 120 }, (_, n) => `p${String(n).padStart(3, '0')}`);
    const { world, obligation, own } = await made({}, people);
    const message = { agencyId: bkn, obligationId: obligation.obligationId };
    const now = world.clock.now().getTime();
    expect(await runSpread(world.deps, { ...message, deadlineMs: now })).toBe('more');
    const work = () => runSpread(world.deps, { ...message, deadlineMs: now + 1 });
    expect((await Promise.all([work(), work(), work()])).toSorted()).toContain('done');
    const { counts, spread } = await showObligation(world.deps, own);
    expect(counts).toEqual({ 2026: { enrolled: 120 } });
    expect(spread?.given).toBeLessThanOrEqual(120);
  });

  it('that nobody works on any more is taken up by the sweep', async () => {
    const { world, own } = await made();
    world.sent.length = 0;
    expect(await sweepSpreads(world.deps)).toEqual({ resumed: 0, started: 0 });
    world.clock.advance(11 * 60_000);
    expect(await sweepSpreads(world.deps)).toEqual({ resumed: 1, started: 0 });
    await world.spread();
    expect((await showObligation(world.deps, own)).counts).toEqual({ 2026: { enrolled: 2 } });
  });

  it('begins each year on 1 January, asks for the course again, and leaves the year before as it was', async () => {
    const { world, own } = await made();
    await world.spread();
    world.courses.complete('sri', 'c1');
    await refreshDuties(world.deps, { personId: sri });
    for (let year = 2027; year <= 2028; year += 1) {
      world.clock.advance(Date.parse(`${year}-01-01T00:00:00.000Z`) - world.clock.now().getTime());
      expect(await sweepSpreads(world.deps)).toMatchObject({ started: 1 });
      await world.spread();
    }
    expect((await showObligation(world.deps, own)).counts).toEqual({
      2026: { enrolled: 1, finished: 1, overdue: 1 },
      2027: { enrolled: 2, overdue: 2 },
      2028: { enrolled: 2 },
    });
    // Late, and for every year that is still open.
    world.courses.complete('adi', 'c1');
    await refreshDuties(world.deps, { personId: adi, courseId: 'c1' });
    expect((await showObligation(world.deps, own)).counts['2026']).toEqual({ finished: 2 });
  });

  it('is paused with nothing lost, and ended with what is open released and what is finished kept', async () => {
    const { world, own } = await made();
    await world.spread();
    world.courses.complete('sri', 'c1');
    await refreshDuties(world.deps, { personId: sri });
    await changeObligation(world.deps, { ...own, step: 'pause' });
    world.people.set('eka', memberOf('eka'));
    await followPerson(world.deps, 'eka' as PersonId);
    await world.spread();
    const [paused] = await world.store.dutiesOf(adi);
    expect(paused).toMatchObject({ state: 'enrolled' });
    expect(paused?.remind).toBeUndefined();
    await changeObligation(world.deps, { ...own, step: 'resume' });
    await world.spread();
    expect((await world.store.dutiesOf(adi))[0]?.remind).toMatchObject({ step: '30' });
    expect(await world.owed()).toContain(`eka ${own.obligationId} 2026 c1 enrolled`);
    const { rev } = await changeObligation(world.deps, { ...own, step: 'end' });
    await world.spread();
    expect((await showObligation(world.deps, own)).counts).toEqual({ 2026: { finished: 1, released: 2 } });
    expect(world.courses.givenFor.has('adi c1')).toBe(false);
    await expect(changeObligation(world.deps, { ...own, step: 'resume', rev })).rejects.toThrow(
      ObligationChanged,
    );
  });

  it('is not made of courses that nobody can be given, or of a day that is over', async () => {
    const world = obligationsWorld();
    world.shelf.set('inv', 'invitation');
    const wrong: Partial<ObligationRequest>[] = [
      { courseIds: ['inv'] },
      { courseIds: ['gone'] },
      { courseIds: ['c1', 'c1'] },
      { due: { kind: 'once', on: '2026-03-01' } },
    ];
    for (const over of wrong) {
      const input = { principal: budi, request: { ...request, ...over } };
      await expect(makeObligation(world.deps, input)).rejects.toThrow(InvalidInput);
    }
    expect(await listObligations(world.deps, { principal: budi })).toEqual([]);
  });

  it('C2: is nobody’s matter in another agency', async () => {
    const { world, own } = await made();
    const foreign = { ...own, principal: { ...budi, agencyId: 'lan' as AgencyId } };
    await expect(showObligation(world.deps, foreign)).rejects.toThrow(ObligationNotFound);
    await expect(changeObligation(world.deps, { ...foreign, step: 'end' })).rejects.toThrow(
      ObligationNotFound,
    );
    expect(await listObligations(world.deps, foreign)).toEqual([]);
    const learner = { ...budi, roles: ['learner' as const] };
    await expect(listObligations(world.deps, { principal: learner })).rejects.toThrow(ObligationNotFound);
  });

  it('shows before it is made whom it will be for, and who has done it', async () => {
    const world = obligationsWorld();
    for (let n = 0; n < 250; n += 1)
      world.people.set(`p${n}`, memberOf(`p${n}`, n < 3 ? { status: 'PPPK' } : {}));
    world.courses.complete('p1', 'c1');
    const of = (audience: ObligationRequest['audience']) =>
      previewAudience(world.deps, { principal: budi, request: { ...request, audience } });
    expect(await of({})).toMatchObject({ people: 250, isComplete: true, lookedAt: 200, finished: ['p1'] });
    expect(await of({ statuses: ['PPPK'] })).toMatchObject({
      people: 3,
      lookedAt: 3,
      finished: ['p1'],
      dueOn: '2026-06-30',
    });
    const past = { ...request, due: { kind: 'yearly', by: '02-01' } } as const;
    expect(await previewAudience(world.deps, { principal: budi, request: past })).toMatchObject({
      ...{ period: '2027', dueOn: '2027-02-01', beginsOn: '2027-01-01', finished: [] },
    });
  });
});

describe('a duty', () => {
  it('follows its course by what is true, in whatever order it is told', async () => {
    const { world } = await made();
    await world.spread();
    world.courses.set('sri', 'c1', { current: { state: 'active', hasBegun: true }, completions: [] });
    expect(await refreshDuties(world.deps, { personId: sri, courseId: 'c1' })).toBe(1);
    expect(await refreshDuties(world.deps, { personId: sri, courseId: 'c2' })).toBe(0);
    world.courses.complete('sri', 'c1', true);
    await Promise.all([1, 2, 3].map(() => refreshDuties(world.deps, { personId: sri })));
    expect(await refreshDuties(world.deps, { personId: sri })).toBe(0);
    const [duty] = await world.store.dutiesOf(sri);
    expect(duty).toMatchObject({ state: 'recognised', finishedAt: world.clock.now().toISOString() });
    expect(duty?.remind).toBeUndefined();
  });

  it('opens again while the provider takes the completion back, without a second seat, and closes with it', async () => {
    const { world, own } = await made();
    await world.spread();
    world.courses.complete('sri', 'c1', true);
    await refreshDuties(world.deps, { personId: sri });
    const finished = (await world.store.dutiesOf(sri))[0];
    world.courses.judge('sri', 'c1', 'taken-back');
    await refreshDuties(world.deps, { personId: sri });
    await followPerson(world.deps, sri);
    const [open] = await world.store.dutiesOf(sri);
    expect(open).toMatchObject({ state: 'started', dueOn: '2026-06-30', remind: { step: '30' } });
    expect(open).not.toHaveProperty('finishedAt');
    expect(await world.deps.desk.standingOf({ personId: sri, courseId: 'c1' })).toMatchObject({
      current: { state: 'completed' },
    });
    expect((await showObligation(world.deps, own)).counts).toEqual({ 2026: { enrolled: 1, started: 1 } });
    world.courses.judge('sri', 'c1', 'given-again');
    await refreshDuties(world.deps, { personId: sri });
    const [again] = await world.store.dutiesOf(sri);
    expect(again).toMatchObject({ state: 'recognised', finishedAt: finished?.finishedAt });
    expect(again?.remind).toBeUndefined();
    expect((await showObligation(world.deps, own)).counts).toEqual({ 2026: { enrolled: 1, recognised: 1 } });
  });

  it('is met in the year in which the course was learned, though that was told after New Year, and is owed and given in the next', async () => {
    const { world, own } = await made({}, ['sri']);
    await world.spread();
    world.courses.set('sri', 'c1', { current: { state: 'active', hasBegun: true }, completions: [] });
    await refreshDuties(world.deps, { personId: sri });
    world.clock.advance(Date.parse('2027-01-02T02:00:00.000Z') - world.clock.now().getTime());
    await followPerson(world.deps, sri);
    const told = { registration: 'r1', completedAt: world.clock.now().toISOString(), isRecognised: false };
    const current = { state: 'completed', hasBegun: true } as const;
    world.courses.set('sri', 'c1', { current, completions: [told] });
    await refreshDuties(world.deps, { personId: sri });
    // The ledger follows, and tells on which day it was.
    const line = { ...told, isRecognised: true, learnedOn: '2026-12-30' };
    world.courses.set('sri', 'c1', { current, completions: [line] });
    for (const _ of [1, 2]) await refreshDuties(world.deps, { personId: sri });
    expect((await showObligation(world.deps, own)).counts).toEqual({
      2026: { recognised: 1 },
      2027: { enrolled: 1 },
    });
    expect((await world.deps.desk.standingOf({ personId: sri, courseId: 'c1' })).current).toEqual({
      ...{ state: 'active', hasBegun: false },
    });
  });

  it.each([
    [
      'the obligation has ended',
      async ({ world, own }: Pick<Awaited<ReturnType<typeof made>>, 'world' | 'own'>) => {
        await changeObligation(world.deps, { ...own, step: 'end' });
      },
    ],
    [
      'the person has gone to another agency',
      async ({ world }: Pick<Awaited<ReturnType<typeof made>>, 'world' | 'own'>) => {
        world.people.set(sri, memberOf(sri, { agencyId: 'lan' as AgencyId }));
      },
    ],
  ])('that was met stays so when its day turns out to be of the year before, but %s', async (_, leave) => {
    const { world, own } = await made({}, ['sri']);
    await world.spread();
    world.clock.advance(Date.parse('2027-01-02T02:00:00.000Z') - world.clock.now().getTime());
    await followPerson(world.deps, sri);
    const told = { registration: 'r1', completedAt: world.clock.now().toISOString(), isRecognised: true };
    const current = { state: 'completed', hasBegun: true } as const;
    world.courses.set('sri', 'c1', { current, completions: [told] });
    await refreshDuties(world.deps, { personId: sri });
    await leave({ world, own });
    await world.spread();
    world.courses.set('sri', 'c1', { current, completions: [{ ...told, learnedOn: '2026-12-30' }] });
    await refreshDuties(world.deps, { personId: sri });
    const duties = await world.store.dutiesOf(sri);
    expect(duties.map(({ period, state }) => [period, state]).toSorted()).toEqual([
      ['2026', 'recognised'],
      ['2027', 'recognised'],
    ]);
  });

  it('of the next year is given anew also while the completion of the year before is taken back', async () => {
    const { world, own } = await made({}, ['sri']);
    await world.spread();
    world.courses.complete('sri', 'c1');
    world.courses.judge('sri', 'c1', 'taken-back');
    world.clock.advance(Date.parse('2027-01-01T00:00:00.000Z') - world.clock.now().getTime());
    await sweepSpreads(world.deps);
    await world.spread();
    expect((await showObligation(world.deps, own)).counts['2027']).toEqual({ enrolled: 1 });
  });

  it('waits where there is no seat, and says so', async () => {
    const { world } = await made();
    world.courses.set('sri', 'c1', { current: { state: 'waiting', hasBegun: false }, completions: [] });
    world.courses.closed.add('c1');
    await world.spread();
    expect((await world.store.dutiesOf(sri))[0]).toMatchObject({ state: 'required', obstacle: 'waiting' });
    expect((await world.store.dutiesOf(adi))[0]).toMatchObject({
      state: 'required',
      obstacle: 'course-closed',
    });
    world.courses.closed.clear();
    await followPerson(world.deps, adi);
    expect((await world.store.dutiesOf(adi))[0]).toMatchObject({ state: 'enrolled' });
  });

  it('is released of who leaves, with the reason, and what was finished stays', async () => {
    const { world, obligation } = await made({ courseIds: ['c1', 'c2'], audience: { unitIds: ['u1'] } });
    await world.spread();
    world.courses.complete('sri', 'c1');
    await refreshDuties(world.deps, { personId: sri });
    world.people.set('sri', memberOf('sri', { units: ['u2', 'top'] }));
    world.people.delete('adi');
    for (const id of [sri, adi]) await followPerson(world.deps, id);
    const stands = async (id: PersonId) =>
      (await world.store.dutiesOf(id)).map(({ courseId, state, released }) => [courseId, state, released]);
    expect(await stands(sri)).toEqual([
      ['c1', 'finished', undefined],
      ['c2', 'released', 'left-audience'],
    ]);
    expect(await stands(adi)).toEqual([
      ['c1', 'released', 'left-agency'],
      ['c2', 'released', 'left-agency'],
    ]);
    expect(await world.store.countsOf(obligation.obligationId, world.clock.now().toISOString())).toEqual({
      2026: { finished: 1, released: 3 },
    });
  });

  it('goes to another obligation that requires the same course when the first is released', async () => {
    const { world } = await made({ title: 'Semua' });
    await world.spread();
    const second = { ...request, title: 'Unit', audience: { unitIds: ['u1'] } };
    const { obligationId } = await makeObligation(world.deps, { principal: budi, request: second });
    await world.spread();
    const [first] = await listObligations(world.deps, { principal: budi }).then((all) =>
      all.filter(({ obligation }) => obligation.obligationId !== obligationId),
    );
    if (!first) throw new Error('none');
    await changeObligation(world.deps, {
      principal: budi,
      obligationId: first.obligation.obligationId,
      step: 'end',
    });
    await world.spread();
    expect(world.courses.givenFor.get('sri c1')).toMatchObject({ obligationId, reason: 'Unit' });
  });
});
