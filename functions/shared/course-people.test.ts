import { randomUUID } from 'node:crypto';
import type { Enrolment, EnrolmentId, Registration } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { createCoursePeople } from './course-people.ts';

const [early, late] = ['2026-03-02T01:00:00.000Z', '2026-03-03T01:00:00.000Z'];

function world() {
  const enrolments = memoryEnrolmentStore();
  const people = createCoursePeople({ enrolments });
  const enrol = async (personId: string, over: Partial<Enrolment> = {}) => {
    const row: Enrolment = {
      ...{ enrolmentId: randomUUID() as EnrolmentId, personId: personId as PersonId, courseId: 'c1' },
      ...{
        version: 1,
        registration: randomUUID() as Registration,
        state: 'active',
        enrolledAt: early,
        ...over,
      },
    };
    expect(await enrolments.move({ after: row })).toBe('done');
    return row;
  };
  const cancel = (before: Enrolment) =>
    enrolments.move({ before, after: { ...before, state: 'cancelled', cancelledAt: late } });
  const all = async (leftSince?: string) => {
    const found = [];
    let after: string | undefined;
    do {
      const since = leftSince === undefined ? {} : { leftSince };
      const piece = await people.list({
        courseId: 'c1',
        limit: 3,
        ...(after !== undefined && { after }),
        ...since,
      });
      expect(piece.people.length).toBeLessThanOrEqual(3);
      found.push(...piece.people);
      after = piece.next;
    } while (after !== undefined);
    return found;
  };
  return { enrolments, people, enrol, cancel, all };
}

describe('people of a course, for tools', () => {
  it('are those who take it and those who have completed it, each once, in pieces', async () => {
    const { enrolments, enrol, cancel, all } = world();
    const names = Array.from({ length: 10 }, (_, n) => `p${n}`);
    const rows = [];
    for (const name of names) rows.push(await enrol(name));
    await enrol('elsewhere', { courseId: 'c2' });
    await enrol('asks', { state: 'requested', requestedAt: early });
    const [done, gone] = rows as [Enrolment, Enrolment];
    await enrolments.complete(done, { at: late });
    await cancel(gone);
    const found = await all();
    expect(found.map(({ personId }) => personId).toSorted()).toEqual(names.filter((name) => name !== 'p1'));
    expect(found.every(({ hasLeft }) => !hasLeft)).toBe(true);
  });

  it('who have left since are told, unless they came back', async () => {
    const { enrol, cancel, all } = world();
    await cancel(await enrol('gone'));
    await cancel(await enrol('back'));
    await enrol('back', { enrolledAt: late });
    expect(await all('2026-03-03T00:00:00.000Z')).toEqual([
      { personId: 'back', version: 1, changedAt: late, hasLeft: false },
      { personId: 'gone', version: 1, changedAt: late, hasLeft: true },
    ]);
    expect(await all('2026-03-04T00:00:00.000Z')).toMatchObject([{ personId: 'back' }]);
  });

  it('say when they went over to another version', async () => {
    const { enrol, all } = world();
    await enrol('moved', { version: 2, movedAt: late });
    expect(await all()).toEqual([
      { personId: 'moved', version: 2, changedAt: late, movedAt: late, hasLeft: false },
    ]);
  });

  it('may be graded while the course is open to them', async () => {
    const { enrolments, people, enrol, cancel } = world();
    const row = await enrol('sri');
    const of = (name: string) => people.registrationOf(name as PersonId, 'c1');
    expect(await of('sri')).toBe(row.registration);
    await enrolments.complete(row, { at: late });
    expect(await of('sri')).toBe(row.registration);
    await enrol('asks', { state: 'requested', requestedAt: early });
    await cancel(await enrol('gone'));
    expect([await of('asks'), await of('gone'), await of('nobody')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
