import { InvalidInput, type PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { refreshDuties } from '../duty/refresh-duty.ts';
import { ObligationChanged } from '../errors.ts';
import { followPerson } from '../follow-person.ts';
import { makeObligation } from '../make-obligation.ts';
import { myObligations } from '../my-obligations.ts';
import type { ObligationRequest } from '../obligation.ts';
import { budi, memberOf, obligationsWorld } from '../testing/obligations-world.ts';
import { changeCourse, previewCourseChange, undoCourseChange } from './change-courses.ts';
import { coursesAfter, isLast, standInsOf } from './course-change.ts';

const reason = 'Kursus ini ditutup penyelenggaranya.';

async function made(over: Partial<ObligationRequest> = {}) {
  const world = obligationsWorld();
  world.shelf.set('c3', 'open').set('c4', 'open').set('c5', 'invitation');
  for (const id of ['adi', 'sri', 'tia']) world.people.set(id, memberOf(id));
  const request: ObligationRequest = {
    ...{ title: 'Dasar ASN', courseIds: ['c1', 'c2'], audience: {} },
    ...{ due: { kind: 'yearly', by: '06-30' }, ...over },
  };
  const { obligationId } = await makeObligation(world.deps, { principal: budi, request });
  await world.spread();
  const place = { principal: budi, obligationId };
  const change = async (courseId: string, to?: string) => {
    const asked = { courseId, reason, ...(to !== undefined && { to }) };
    const obligation = await changeCourse(world.deps, { ...place, request: asked });
    await world.spread();
    return obligation;
  };
  const undo = async (n: number) => {
    const obligation = await undoCourseChange(world.deps, { ...place, change: n });
    await world.spread();
    return obligation;
  };
  const owed = async (personId: string) => {
    const duties = await world.store.dutiesOf(personId as PersonId);
    const told = duties.map((duty) => `${duty.courseId} ${duty.released ?? duty.state}`);
    return told.toSorted();
  };
  const begin = (personId: string, courseId: string) =>
    world.courses.set(personId, courseId, { current: { state: 'active', hasBegun: true }, completions: [] });
  const look = (personId: string) => refreshDuties(world.deps, { personId: personId as PersonId });
  return { ...world, place, change, undo, owed, begin, look };
}

describe('a course of an obligation', () => {
  it('that is left out is owed by nobody any more, and what is finished stays finished', async () => {
    const { change, undo, owed, courses, look, begin, deps } = await made();
    courses.complete('adi', 'c1');
    begin('tia', 'c1');
    for (const id of ['adi', 'tia']) await look(id);
    expect((await change('c1')).courseIds).toEqual(['c2']);
    expect(await owed('adi')).toEqual(['c1 finished', 'c2 enrolled']);
    expect(await owed('sri')).toEqual(['c1 course-skipped', 'c2 enrolled']);
    // Who has begun goes on without the duty.
    expect(await owed('tia')).toEqual(['c1 course-skipped', 'c2 enrolled']);
    expect(courses.givenFor.has('sri c1')).toBe(false);
    const [own] = await myObligations(deps, 'sri' as PersonId);
    expect(own?.duties.map(({ courseId }) => courseId)).toEqual(['c2']);
    expect((await undo(0)).courseIds).toEqual(['c1', 'c2']);
    expect(await owed('sri')).toEqual(['c1 enrolled', 'c2 enrolled']);
    expect(await owed('adi')).toEqual(['c1 finished', 'c2 enrolled']);
  });

  it('that is replaced is finished first by whoever has begun it, and stands for the other one where it is done', async () => {
    const { change, undo, owed, courses, look, begin, people, deps } = await made();
    courses.complete('adi', 'c1');
    begin('tia', 'c1');
    for (const id of ['adi', 'tia']) await look(id);
    await change('c1', 'c3');
    expect(await owed('adi')).toEqual(['c1 finished', 'c2 enrolled']);
    expect(await owed('sri')).toEqual(['c1 course-replaced', 'c2 enrolled', 'c3 enrolled']);
    expect(await owed('tia')).toEqual(['c1 started', 'c2 enrolled']);
    // Whoever comes later with the first one done owes the same.
    people.set('eka', memberOf('eka'));
    courses.complete('eka', 'c1');
    await followPerson(deps, 'eka' as PersonId);
    expect(await owed('eka')).toEqual(['c2 enrolled']);
    begin('sri', 'c3');
    await look('sri');
    await undo(0);
    expect(await owed('sri')).toEqual(['c1 course-replaced', 'c2 enrolled', 'c3 started']);
    expect(await owed('tia')).toEqual(['c1 started', 'c2 enrolled']);
  });

  it('in order lets the next one begin once it, or what stands for it, is done', async () => {
    const programme = { title: 'Program dasar', inOrder: true };
    const { change, owed, courses, look, begin } = await made({ programme });
    begin('tia', 'c1');
    await look('tia');
    await change('c1', 'c3');
    expect(await owed('sri')).toEqual(['c1 course-replaced', 'c2 required', 'c3 enrolled']);
    courses.complete('sri', 'c3');
    courses.complete('tia', 'c1');
    for (const id of ['sri', 'tia']) await look(id);
    expect(await owed('sri')).toEqual(['c1 course-replaced', 'c2 enrolled', 'c3 finished']);
    expect(await owed('tia')).toEqual(['c1 finished', 'c2 enrolled']);
  });

  it('that has closed is counted in the preview, and replaced for those who could not get it', async () => {
    const { deps, place, courses, people, change, owed } = await made();
    courses.closed.add('c1');
    people.set('eka', memberOf('eka'));
    await followPerson(deps, 'eka' as PersonId);
    const request = { courseId: 'c1', to: 'c3', reason };
    expect(await previewCourseChange(deps, { ...place, request })).toMatchObject({
      ...{ waiting: 4, closed: 1, begun: 0, isComplete: true },
    });
    expect(await owed('eka')).toEqual(['c1 required', 'c2 enrolled']);
    await change('c1', 'c3');
    expect(await owed('eka')).toEqual(['c1 course-replaced', 'c2 enrolled', 'c3 enrolled']);
  });

  it('is changed as it was shown alone, and only to what people can be given', async () => {
    const { deps, place, change } = await made();
    const ask = (courseId: string, to?: string) =>
      changeCourse(deps, { ...place, request: { courseId, reason, ...(to !== undefined && { to }) } });
    for (const [courseId, to] of [['c9'], ['c1', 'c2'], ['c1', 'c5'], ['c1', 'c9'], ['c1', 'c1']] as const) {
      await expect(ask(courseId, to), `${courseId} ${to}`).rejects.toThrow(InvalidInput);
    }
    await change('c1');
    // The last one: then the obligation has ended.
    await expect(ask('c2')).rejects.toThrow(InvalidInput);
    // What was there comes back by undoing.
    await expect(ask('c2', 'c1')).rejects.toThrow(InvalidInput);
    const stale = { ...place, rev: 1, request: { courseId: 'c2', to: 'c3', reason } };
    await expect(changeCourse(deps, stale)).rejects.toThrow(ObligationChanged);
  });

  it('is undone while nothing was decided of its place since', async () => {
    const { change, undo } = await made();
    await change('c1', 'c3');
    await change('c3', 'c4');
    await change('c2');
    await expect(undo(0)).rejects.toThrow(ObligationChanged);
    expect((await undo(1)).courseIds).toEqual(['c3']);
    await expect(undo(1)).rejects.toThrow(ObligationChanged);
    expect((await undo(0)).courseIds).toEqual(['c1']);
    expect((await undo(2)).courseIds).toEqual(['c1', 'c2']);
  });
});

it('what holds follows the first list and what was decided since', () => {
  const of = {
    at: '2026-03-02T01:00:00.000Z',
    by: { kind: 'person', id: 'budi', name: 'Budi' },
    reason,
  } as const;
  const changes = [
    { ...of, courseId: 'a', to: 'd' },
    { ...of, courseId: 'b' },
    { ...of, courseId: 'd', to: 'e', undone: of },
  ];
  const history = { first: ['a', 'b', 'c'], changes };
  expect(coursesAfter(history)).toEqual(['d', 'c']);
  expect(standInsOf({ courseIds: ['d', 'c'], courseHistory: history }, 'd')).toEqual(['a', 'e']);
  expect(standInsOf({ courseIds: ['d', 'c'], courseHistory: history }, 'c')).toEqual([]);
  expect([0, 1, 2, 3].map((n) => isLast(history, n))).toEqual([true, true, false, false]);
});
