import { describe, expect, it } from 'vitest';
import {
  catalogueOf,
  mergePackage,
  type RosterData,
  type RosterFile,
  type RosterRow,
  rosterOf,
  scoresOf,
} from './index.ts';
import type { SentFiles } from './merge.ts';

const rina = 'aa'.repeat(32);
const lukman = 'bb'.repeat(32);
const row = (sourcedId: string, given: object = {}): RosterRow => ({
  ...{ sourcedId, status: 'active', dateLastModified: '' },
  ...given,
});
const of = (sourcedId: string) => ({ sourcedId });
const sentAs = (mode: 'bulk' | 'delta', files: Readonly<Partial<Record<RosterFile, readonly RosterRow[]>>>) =>
  Object.fromEntries(
    Object.entries(files).map(([file, rows]) => [file, { mode, rows, lines: rows.map((_, n) => n + 2) }]),
  ) as SentFiles;
const classOf = (id: string, given: object = {}) =>
  row(id, { title: `Kelas ${id}`, course: of('course-1'), terms: [of('term-1')], metadata: {}, ...given });

const catalogue = {
  academicSessions: [row('term-1', { startDate: '2026-08-01', endDate: '2026-12-31' })],
  courses: [row('course-1', { title: 'Etika', courseCode: 'ADM310', metadata: { jp: '40' } })],
  classes: [classOf('class-1'), classOf('class-2')],
};
const people = {
  users: [
    row('user-1', { identifier: rina }),
    row('user-2'),
    row('user-3', { identifier: lukman, enabledUser: 'false' }),
  ],
  enrollments: [
    row('e1', { class: of('class-1'), user: of('user-1'), role: 'student' }),
    row('e2', { class: of('class-1'), user: of('user-2'), role: 'student' }),
    row('e3', { class: of('class-2'), user: of('user-3'), role: 'student' }),
    row('e4', { class: of('class-2'), user: of('user-1'), role: 'teacher' }),
  ],
  lineItems: [row('item-1', { title: 'Nilai akhir', class: of('class-1'), resultValueMax: '100' })],
  results: ['user-1', 'user-2', rina].map((id, n) =>
    row(`result-${n}`, {
      ...{ lineItem: of('item-1'), student: of(id), scoreStatus: 'fully graded' },
      ...{ score: `${80 + n}`, scoreDate: '2026-12-20' },
    }),
  ),
};

function merged(before: RosterData, sent: SentFiles): RosterData {
  const outcome = mergePackage(before, sent);
  if ('findings' in outcome) throw new Error(JSON.stringify(outcome.findings));
  return outcome.data;
}
const problems = (before: RosterData, sent: SentFiles) => {
  const outcome = mergePackage(before, sent);
  return 'findings' in outcome ? outcome.findings : [];
};
const shown = (data: RosterData) =>
  [...catalogueOf(data)].map(({ externalId, visible }) => (visible ? externalId : `(${externalId})`));
const whole = merged({}, sentAs('bulk', { ...catalogue, ...people }));

describe('what counts after packages', () => {
  it('is the catalogue as the REST services would tell it, open to learners before the term begins', () => {
    expect([...catalogueOf(whole)][0]).toEqual({
      ...{ externalId: 'class-1', code: 'ADM310', title: 'Kelas class-1', description: '', jp: 40 },
      ...{ languages: [], competencies: [], visible: true },
      ...{ classesFrom: '2026-08-01', endsAt: '2026-12-31T16:59:59.000Z' },
    });
  });

  it('after a bulk file is that file, and every other as it was', () => {
    const next = merged(whole, sentAs('bulk', { classes: [classOf('class-2'), classOf('class-3')] }));
    expect(shown(next)).toEqual(['class-2', 'class-3']);
    expect(next.courses).toEqual(whole.courses);
  });

  it('after a delta is what was there but for its lines; what is to be deleted is withdrawn', () => {
    const at = { dateLastModified: '2026-09-01T00:00:00.000Z' };
    const next = merged(
      whole,
      sentAs('delta', {
        classes: [
          classOf('class-1', { title: 'Judul baru', ...at }),
          row('class-2', { status: 'tobedeleted', course: of(''), terms: [], ...at }),
          classOf('class-9', at),
        ],
      }),
    );
    expect(shown(next)).toEqual(['class-1', '(class-2)', 'class-9']);
    expect([...catalogueOf(next)][0]?.title).toBe('Judul baru');
  });

  it('is the same when an older delta comes late, and when a package comes twice', () => {
    const newer = sentAs('delta', {
      classes: [
        row('class-2', {
          status: 'tobedeleted',
          dateLastModified: '2026-09-02T00:00:00.000Z',
          course: of(''),
        }),
      ],
    });
    const older = sentAs('delta', {
      classes: [classOf('class-2', { dateLastModified: '2026-09-01T00:00:00.000Z' })],
    });
    const next = merged(whole, newer);
    expect(merged(next, older)).toEqual(next);
    expect(merged(next, newer)).toEqual(next);
    expect(merged(whole, sentAs('bulk', { ...catalogue, ...people }))).toEqual(whole);
  });

  it('withdraws the classes of a course that is to go', () => {
    const gone = row('course-1', { status: 'tobedeleted', dateLastModified: '2026-09-02T00:00:00.000Z' });
    expect(shown(merged(whole, sentAs('delta', { courses: [gone] })))).toEqual(['(class-1)', '(class-2)']);
  });

  it('knows no changes of what was never there', () => {
    expect(problems({}, sentAs('delta', catalogue))).toEqual(
      ['academicSessions', 'courses', 'classes'].map((file) => ({
        problem: 'delta-first',
        file: `${file}.csv`,
      })),
    );
  });

  it('refers to nothing that is not there', () => {
    const lost = classOf('class-3', { course: of('course-9'), terms: [of('term-1'), of('term-9')] });
    expect(problems(whole, sentAs('bulk', { classes: [classOf('class-1'), lost] }))).toEqual([
      { problem: 'reference-unknown', file: 'classes.csv', line: 3, column: 'courseSourcedId' },
      { problem: 'reference-unknown', file: 'classes.csv', line: 3, column: 'termSourcedIds' },
    ]);
    expect(problems({}, sentAs('bulk', { classes: catalogue.classes }))).toEqual([
      { problem: 'file-needed', file: 'courses.csv' },
      { problem: 'file-needed', file: 'academicSessions.csv' },
    ]);
  });
});

describe('people of packages', () => {
  it('are kept only when they are called by a pseudonym, and so are enrolments and results', () => {
    expect(whole.users?.map(({ sourcedId }) => sourcedId)).toEqual(['user-1', 'user-3']);
    expect(whole.enrollments).toHaveLength(3);
    expect(whole.results).toHaveLength(2);
  });

  it('are the roster of a class: students alone, with their pseudonyms', () => {
    const roster = rosterOf(whole);
    expect(roster.of('class-1')).toEqual([
      { externalCourseId: 'class-1', externalLearnerId: 'user-1', subject: rina, state: 'active' },
    ]);
    expect(roster.of('class-2')).toMatchObject([{ externalLearnerId: 'user-3', state: 'ended' }]);
    expect(roster.of('class-9')).toEqual([]);
  });

  it('have scores, also where the pseudonym is the id itself', () => {
    const score = { externalCourseId: 'class-1', kind: 'score', maximum: 100, isFinal: true };
    const scores = [...scoresOf(whole)];
    expect(scores.map(({ rows }) => rows.map(({ student }) => student))).toEqual([
      [{ sourcedId: 'user-1' }],
      [{ sourcedId: rina }],
    ]);
    expect(scores.map(({ score: one }) => one)).toEqual([
      {
        ...score,
        externalLearnerId: 'user-1',
        subject: rina,
        given: 80,
        occurredAt: '2026-12-19T17:00:00.000Z',
      },
      { ...score, externalLearnerId: rina, subject: rina, given: 82, occurredAt: '2026-12-19T17:00:00.000Z' },
    ]);
  });
});
