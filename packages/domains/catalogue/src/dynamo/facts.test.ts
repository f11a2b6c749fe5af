import {
  courseAdmissionChangedSchema,
  coursePublishedSchema,
  packageImportFinishedSchema,
  reviewDecidedSchema,
  reviewSubmittedSchema,
} from '@sinau/domain-events';
import type { Jp, PersonId, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { Course } from '../course.ts';
import type { ImportJob, JobId } from '../import-job.ts';
import type { Review } from '../review.ts';
import { courseOf } from '../testing/index.ts';
import { catalogueFacts } from './facts.ts';
import { toCourseRow, toJobRow, toReviewRow } from './rows.ts';

const draft = courseOf({ latestVersion: 2 });
const published: Course = {
  ...draft,
  status: 'published',
  jp: 250 as Jp,
  publishedVersion: 2,
  publishedAt: '2026-03-02T02:00:00.000Z',
};

describe('catalogueFacts', () => {
  it('tells publication with version, title and JP, the same however often the stream repeats', () => {
    const change = { before: toCourseRow(draft), after: toCourseRow(published) };
    const facts = catalogueFacts(change);
    expect(facts).toEqual([
      {
        eventId: 'course-published:c1:2:2026-03-02T02:00:00.000Z',
        occurredAt: '2026-03-02T02:00:00.000Z',
        type: 'course-published',
        courseId: 'c1',
        providerId: 'p1',
        courseVersion: 2,
        title: { id: 'Etika' },
        jpHundredths: 250,
      },
    ]);
    expect(coursePublishedSchema.parse(facts[0])).toEqual(facts[0]);
    expect(catalogueFacts(change)).toEqual(facts);
  });

  it('tells a second publication, and nothing of imports, retirement and rows of others', () => {
    const again: Course = { ...published, publishedAt: '2026-03-02T03:00:00.000Z' };
    const imported: Course = { ...published, latestVersion: 3 };
    const retired: Course = { ...published, status: 'retired' };
    const before = toCourseRow(published);
    expect(catalogueFacts({ before, after: toCourseRow(again) })).toHaveLength(1);
    expect(catalogueFacts({ before, after: toCourseRow(imported) })).toEqual([]);
    expect(catalogueFacts({ before, after: toCourseRow(retired) })).toEqual([]);
    expect(catalogueFacts({ before })).toEqual([]);
    expect(catalogueFacts({ after: { pk: 'PERSON#1', sk: 'PERSON', kind: 'person' } })).toEqual([]);
  });

  it('tells each submission and each decision of a review once, and neither words nor withdrawals', () => {
    const submitted: Review = {
      ...{ courseId: draft.courseId, version: 2, providerId: draft.providerId, title: { id: 'Etika' } },
      ...{ state: 'submitted', submittedBy: { id: 'rina', name: 'Rina Contoh' } },
      ...{ submittedAt: '2026-03-02T02:00:00.000Z', checked: [], comments: [], rev: 1 },
    };
    const row = toReviewRow;
    const facts = catalogueFacts({ after: row(submitted) });
    expect(facts).toEqual([reviewSubmittedSchema.parse(facts[0])]);
    expect(facts[0]).toMatchObject({
      ...{ eventId: 'review-submitted:c1:2:2026-03-02T02:00:00.000Z', courseVersion: 2 },
      submittedBy: { id: 'rina', name: 'Rina Contoh' },
    });
    const by = { id: 'wati', name: 'Wati Contoh' };
    const comment = { by, side: 'reviewer' as const, at: '2026-03-02T03:00:00.000Z', text: 'Perbaiki' };
    const talked: Review = { ...submitted, comments: [comment], rev: 2 };
    expect(catalogueFacts({ before: row(submitted), after: row(talked) })).toEqual([]);
    const returned: Review = { ...talked, state: 'returned', decidedBy: by, decidedAt: comment.at, rev: 3 };
    const decided = catalogueFacts({ before: row(talked), after: row(returned) });
    expect(decided).toEqual([reviewDecidedSchema.parse(decided[0])]);
    expect(decided[0]).toMatchObject({
      ...{ eventId: 'review-decided:c1:2:2026-03-02T03:00:00.000Z', outcome: 'returned' },
    });
    const again: Review = { ...returned, state: 'submitted', submittedAt: '2026-03-03T02:00:00.000Z' };
    expect(catalogueFacts({ before: row(returned), after: row(again) })).toMatchObject([
      { type: 'review-submitted', eventId: 'review-submitted:c1:2:2026-03-03T02:00:00.000Z' },
    ]);
    const withdrawn: Review = { ...submitted, state: 'withdrawn', decidedAt: comment.at };
    expect(catalogueFacts({ before: row(submitted), after: row(withdrawn) })).toEqual([]);
  });

  it('tells that a course admits people otherwise, and that it came back', () => {
    const limited: Course = { ...published, admission: { mode: 'open', seats: 30 }, rev: 7 };
    const facts = catalogueFacts({ before: toCourseRow(published), after: toCourseRow(limited) });
    expect(facts).toEqual([courseAdmissionChangedSchema.parse(facts[0])]);
    expect(facts[0]).toMatchObject({ eventId: 'course-admission-changed:c1:7' });
    const back = { before: toCourseRow({ ...limited, status: 'retired' }), after: toCourseRow(limited) };
    expect(catalogueFacts(back).map(({ type }) => type)).toContain('course-admission-changed');
  });

  const running: ImportJob = {
    jobId: 'j1' as JobId,
    providerId: 'p1' as ProviderId,
    startedBy: 'maya' as PersonId,
    uploadKey: 'uploads/p1/j1',
    fileName: 'etika.zip',
    sizeBytes: 9,
    state: 'running',
    progress: { done: 1, total: 2 },
    tries: 1,
    abandonedOrigins: [],
    createdAt: '2026-03-02T01:00:00.000Z',
    updatedAt: '2026-03-02T01:05:00.000Z',
    rev: 3,
  };

  it.each(['passed', 'refused', 'failed'] as const)(
    'R8: tells once that an import has %s, and who waits for it',
    (state) => {
      const ended: ImportJob = {
        ...running,
        state,
        report: { errorCount: 2, warningCount: 0, findings: [] },
      };
      const change = { before: toJobRow(running), after: toJobRow(ended) };
      const facts = catalogueFacts(change);
      expect(facts).toEqual([
        {
          eventId: `package-import-finished:j1:${state}`,
          occurredAt: running.updatedAt,
          type: 'package-import-finished',
          jobId: 'j1',
          providerId: 'p1',
          personId: 'maya',
          fileName: 'etika.zip',
          outcome: state,
          errorCount: 2,
        },
      ]);
      expect(packageImportFinishedSchema.parse(facts[0])).toEqual(facts[0]);
      expect(catalogueFacts({ before: change.after, after: change.after })).toEqual([]);
      const { startedBy: _, ...ofMachine } = ended;
      expect(catalogueFacts({ ...change, after: toJobRow(ofMachine) })[0]).not.toHaveProperty('personId');
    },
  );

  it('tells nothing of an import that goes on', () => {
    const queued: ImportJob = { ...running, state: 'queued' };
    expect(catalogueFacts({ before: toJobRow(queued), after: toJobRow(running) })).toEqual([]);
    expect(catalogueFacts({ after: toJobRow(queued) })).toEqual([]);
  });
});
