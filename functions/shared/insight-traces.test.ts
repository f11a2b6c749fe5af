import { nothingSatisfied } from '@sinau/cmi5';
import type { CourseContent, DeliveryRegistration } from '@sinau/delivery';
import { describe, expect, it } from 'vitest';
import { progressOf } from './insight-traces.ts';

const at = '2026-03-02T01:00:00.000Z';
const part = (moduleId: string) => ({ moduleId, kind: 'cmi5', originHash: 'o', after: [] }) as const;
const content = {
  structure: {
    aus: [
      { moveOn: 'Passed' },
      { moveOn: 'Completed' },
      { moveOn: 'NotApplicable' },
      { moveOn: 'Completed' },
    ],
  },
  parts: [part('m1'), part('m1'), part('m2'), part('m3')],
} as unknown as CourseContent;

const untouched = { completed: false, waived: false } as const;
const registration = (aus: DeliveryRegistration['aus'], over: object = {}): DeliveryRegistration => ({
  ...{ registration: 'r', courseId: 'c', version: 1, actor: { homePage: 'h', name: 'n' } },
  ...{ createdAt: at, aus, satisfaction: nothingSatisfied, rev: 3 },
  ...over,
});

describe('progressOf', () => {
  it('has begun a module with its first part and finished it with its last', () => {
    const passed = { ...untouched, launchedAt: at, judged: 'passed' } as const;
    const one = progressOf(registration({ 0: passed }), content);
    expect([one.started, one.finished]).toEqual([['m1'], []]);
    const both = progressOf(registration({ 0: passed, 1: { ...passed, completed: true } }), content);
    expect([both.started, both.finished]).toEqual([['m1'], ['m1']]);
  });

  it('has finished what asks for nothing once it was opened, and what was waived unopened', () => {
    expect(progressOf(registration({}), content).finished).toEqual([]);
    const found = progressOf(
      registration({ 2: { ...untouched, launchedAt: at }, 3: { ...untouched, waived: true } }),
      content,
    );
    expect([found.started, found.finished]).toEqual([['m2'], ['m2', 'm3']]);
  });

  it('has begun and finished what a provider told of without a launch, and was last active then', () => {
    const lastResultAt = '2026-03-04T02:00:00.000Z';
    const scored = { ...untouched, score: 0.4, result: 'x' };
    const interim = progressOf(registration({ 0: scored }, { lastResultAt }), content);
    expect(interim).toMatchObject({ started: ['m1'], finished: [], lastAt: lastResultAt });
    const done = progressOf(
      registration({ 3: { ...untouched, completed: true } }, { lastResultAt }),
      content,
    );
    expect(done).toMatchObject({ started: ['m3'], finished: ['m3'] });
    const session = { auIndex: 3, launchedAt: '2026-03-05T01:00:00.000Z' };
    const later = progressOf(registration({}, { lastResultAt, session }), content);
    expect(later.lastAt).toBe(session.launchedAt);
  });

  it('names the module that was open last, and when the course was satisfied', () => {
    const session = { auIndex: 3, launchedAt: at, lastStatementAt: '2026-03-02T02:00:00.000Z' };
    expect(progressOf(registration({}, { session, courseSatisfiedAt: at }), content)).toMatchObject({
      ...{ lastModule: 'm3', lastAt: session.lastStatementAt, completedAt: at, beganAt: at, rev: 3 },
    });
  });
});
