import {
  assess,
  type CompetencyId,
  moveItem,
  placePlan,
  proposeItem,
  recountPerson,
  setStandard,
} from '@sinau/competency';
import { agus, budi, competencyWorld, memberOf, sri } from '@sinau/competency/testing';
import type { AgencyId } from '@sinau/kernel';
import { hmacSigner } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { joinCompetency } from './join-competency.ts';
import { joinCompetencyDesk } from './join-competency-desk.ts';

const course = (courseId: string, status: 'published' | 'retired') => ({
  ...{ courseId, title: { id: `Kursus ${courseId}` }, status, jp: 400, publishedVersion: 1 },
  ...{ publishedAt: '2026-01-01T00:00:00.000Z', details: { price: 0 } },
});
const courses = new Map(
  [course('c1', 'published'), course('c2', 'retired')].map((one) => [one.courseId, one]),
);

/** Sri's plan has two courses; what she takes is said by the test. */
function world() {
  const domain = competencyWorld();
  let current: readonly object[] = [];
  const deps = {
    ...{ competency: async () => domain, clock: domain.clock, signer: hmacSigner('x'.repeat(32)) },
    courses: { find: async (courseId: string) => courses.get(courseId) },
    enrolments: { listCurrent: async () => current, listPast: async () => [] },
    organisations: { findAgency: async () => undefined },
  } as unknown as Parameters<typeof joinCompetency>[0];
  const propose = (courseId: string) =>
    proposeItem(domain, {
      ...{ principal: sri, personId: sri.personId },
      request: {
        ...{ competencyId: 'M7' as CompetencyId, form: 'NKL03', title: courseId, courseId, targetLevel: 3 },
        ...{ evidence: 'Satu proses diperbaiki', commitment: 'Saya menerapkannya; atasan memberi waktu.' },
        dueOn: '2026-12-05',
      },
    });
  const [person, desk] = [joinCompetency(deps), joinCompetencyDesk(deps)];
  const itemOf = async (courseId: string, reader = sri) =>
    (await person.personOf(reader, sri.personId)).items.find((item) => item.courseId === courseId);
  return { domain, desk, propose, itemOf, takes: (...rows: readonly object[]) => (current = rows) };
}

describe('courses of a plan', () => {
  it('are told beside what the person takes: open, asked for, taken, finished, or closed', async () => {
    const { propose, itemOf, takes } = world();
    await propose('c1');
    await propose('c2');
    expect((await itemOf('c1'))?.course).toEqual({
      courseId: 'c1',
      title: { id: 'Kursus c1' },
      state: 'open',
    });
    expect((await itemOf('c2'))?.course?.state).toBe('closed');
    takes({ courseId: 'c1', state: 'requested' });
    expect((await itemOf('c1'))?.course?.state).toBe('asked');
    takes({ courseId: 'c1', state: 'active' }, { courseId: 'c2', state: 'active' });
    expect([(await itemOf('c1'))?.course?.state, (await itemOf('c2'))?.course?.state]).toEqual([
      ...['taken', 'taken'],
    ]);
    takes({ courseId: 'c1', state: 'completed', completedAt: '2026-10-01T02:00:00.000Z' });
    expect((await itemOf('c1', budi))?.course).toMatchObject({
      ...{ state: 'completed', completedAt: '2026-10-01T02:00:00.000Z' },
    });
  });

  it('L14: finished, they are evidence and change no level', async () => {
    const { domain, propose, itemOf, takes } = world();
    const itemId = await propose('c1');
    const step = { personId: sri.personId, itemId } as const;
    await moveItem(domain, { ...step, principal: budi, rev: 1, move: 'agree' });
    takes({ courseId: 'c1', state: 'completed', completedAt: '2026-10-01T02:00:00.000Z' });
    expect((await itemOf('c1'))?.moves).toContain('finish');
    await moveItem(domain, { ...step, principal: sri, rev: 2, move: 'finish', note: 'Kursus selesai' });
    expect((await domain.persons.of(sri.personId)).assessments).toEqual([]);
  });
});

describe('plans that an agency follows up', () => {
  it('are counted and listed where nobody is the supervisor, and when they are overdue', async () => {
    const { domain, desk, propose } = world();
    const itemId = await propose('c1');
    await propose('c2');
    domain.people.set(sri.personId, memberOf('sri', { unitId: 'u1' }));
    domain.units.add({ unitId: 'u1', name: 'Biro' });
    await placePlan(domain, sri.personId);
    const waiting = await desk.followUps(agus, 'waiting', undefined);
    expect(waiting.counts).toEqual({
      ...{ waiting: { count: 2, isMore: false }, overdue: { count: 0, isMore: false } },
    });
    expect(waiting.rows.map(({ name, unit, title }) => [name, unit, title])).toEqual([
      ['sri', 'Biro', 'c1'],
      ['sri', 'Biro', 'c2'],
    ]);
    const { rev = 0 } = (await domain.persons.findItem(sri.personId, itemId)) ?? {};
    await moveItem(domain, { principal: agus, personId: sri.personId, itemId, rev, move: 'agree' });
    expect((await desk.followUps(agus, 'overdue', undefined)).rows).toEqual([]);
    domain.clock.advance(8 * 86_400_000);
    expect((await desk.followUps(agus, 'overdue', undefined)).rows).toMatchObject([{ itemId, name: 'sri' }]);
    expect((await desk.mapOf(agus, undefined)).followUps.overdue.count).toBe(1);
  });
});

describe('gaps that an agency has closed', () => {
  it('are listed with their people, of the year that is asked, and without the name of who is elsewhere now', async () => {
    const { domain, desk } = world();
    await setStandard(domain, {
      agencyId: agus.agencyId ?? ('' as AgencyId),
      request: {
        ...{ post: { title: 'Analis Keuangan' }, from: '2026-01-01', criticality: 1, verified: false },
        requirements: [{ competencyId: 'M1' as CompetencyId, level: 4 }],
      },
    });
    const record = async (assessedOn: string, level: 1 | 3) => {
      const request = {
        competencyId: 'M1' as CompetencyId,
        method: 'competency-test',
        level,
        assessedOn,
      } as const;
      await assess(domain, { principal: agus, personId: sri.personId, request });
      await recountPerson(domain, sri.personId);
    };
    await record('2026-03-01', 1);
    expect((await desk.closed(agus, undefined, undefined)).rows).toEqual([]);
    await record('2026-11-01', 3);
    const row = {
      ...{ competency: { id: 'Integritas', en: 'Integrity' }, required: 4, before: 1, after: 3, points: 2 },
      ...{ day: '2026-11-28', source: { method: 'competency-test', assessedOn: '2026-11-01' } },
    };
    expect(await desk.closed(agus, undefined, undefined)).toEqual({
      ...{ year: 2026, points: 2, changes: 1, rows: [{ ...row, person: { personId: 'sri', name: 'sri' } }] },
    });
    expect((await desk.closed(agus, 2025, undefined)).rows).toEqual([]);
    const other = { ...agus, agencyId: 'lain' as AgencyId };
    expect(await desk.closed(other, 2026, undefined)).toMatchObject({ points: 0, rows: [] });
    domain.people.set(sri.personId, memberOf('sri', { agencyId: 'lain' as AgencyId }));
    expect((await desk.closed(agus, 2026, undefined)).rows).toEqual([row]);
  });
});
