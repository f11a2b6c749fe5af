import { describe, expect, it } from 'vitest';
import type { InsightStore } from '../ports.ts';
import type { Signal } from '../signals.ts';
import type { EnrolmentTrace, ProgressTrace } from '../traces.ts';
import { randomRegistration } from './random-histories.ts';

const at = (day: number) => new Date(Date.UTC(2026, 2, day)).toISOString();
const digits = (text: string) => text.padEnd(100, '0');

/** What every adapter must do. `create` gives one with nothing of the courses named here. */
export function insightStoreContract(adapter: string, create: () => Promise<InsightStore>): void {
  let count = 0;
  const place = () => {
    count += 1;
    return {
      courseId: `course-${count}-${randomRegistration(count)}`,
      registration: randomRegistration(count),
    };
  };
  const enrolled = (over: Partial<EnrolmentTrace> & Pick<EnrolmentTrace, 'courseId' | 'registration'>) => ({
    ...{ version: 1, enrolledAt: at(1), over: false },
    ...over,
  });
  const made = (over: Partial<ProgressTrace> & Pick<ProgressTrace, 'courseId' | 'registration'>) => ({
    ...{ version: 1, rev: 1, beganAt: at(2), started: [], finished: [] },
    ...over,
  });

  describe(`insight store: ${adapter}`, () => {
    it('joins what enrolment and progress say of a learner, whichever came first', async () => {
      const insight = await create();
      const one = place();
      await insight.noteProgress(made({ ...one, started: ['m1'], lastModule: 'm1', lastAt: at(3) }));
      await insight.noteEnrolment(enrolled({ ...one, version: 2, movedAt: at(2) }));
      expect(await insight.sampleLearners({ courseId: one.courseId, most: 100 })).toEqual({
        share: 1,
        rows: [
          {
            ...{ registration: one.registration, version: 2, enrolledAt: at(1), over: false },
            ...{ started: ['m1'], finished: [], lastModule: 'm1', lastAt: at(3) },
          },
        ],
      });
    });

    it('knows a guest by the progress alone', async () => {
      const insight = await create();
      const one = place();
      await insight.noteProgress(made({ ...one, version: 3, completedAt: at(4), finished: ['m1'] }));
      const { rows } = await insight.sampleLearners({ courseId: one.courseId, most: 100 });
      expect(rows).toMatchObject([{ version: 3, enrolledAt: at(2), completedAt: at(4), finished: ['m1'] }]);
    });

    it('keeps what is further on, in whatever order it is told', async () => {
      const insight = await create();
      const one = place();
      const facts = [
        enrolled({ ...one, version: 1 }),
        enrolled({ ...one, version: 2, movedAt: at(5) }),
        enrolled({ ...one, version: 2, movedAt: at(5), completedAt: at(9) }),
      ];
      for (const fact of [...facts.toReversed(), ...facts]) await insight.noteEnrolment(fact);
      const progress = [
        made({ ...one, rev: 4, started: ['m1'] }),
        made({ ...one, rev: 11, started: ['m1', 'm2'] }),
      ];
      for (const step of [...progress.toReversed(), ...progress]) await insight.noteProgress(step);
      const { rows } = await insight.sampleLearners({ courseId: one.courseId, most: 100 });
      expect(rows).toMatchObject([{ version: 2, completedAt: at(9), started: ['m1', 'm2'] }]);
    });

    it('gathers a session from its signals, and keeps what was watched last', async () => {
      const insight = await create();
      const one = place();
      const watched = (position: string, coverage: string): Signal => ({
        ...{ kind: 'watched', sessionId: 's1', position },
        watched: { lengthSeconds: 60, coverage: digits(coverage) },
      });
      const signals: readonly Signal[] = [
        watched('p3', '12'),
        { kind: 'page', sessionId: 's1', page: 2 },
        { kind: 'ended', sessionId: 's1', end: { at: at(2), seconds: 9.5, by: 'content' } },
        watched('p2', '11'),
        { kind: 'page', sessionId: 's1', page: 1 },
        { kind: 'launched', sessionId: 's1', part: 'a'.repeat(32), at: at(1) },
      ];
      for (const signal of signals) await insight.noteSignals(one, [signal]);
      await insight.noteSignals(one, signals);
      const { rows } = await insight.sampleSessions({ courseId: one.courseId, most: 100 });
      expect(rows).toEqual([
        {
          ...{ registration: one.registration, sessionId: 's1', part: 'a'.repeat(32), launchedAt: at(1) },
          ...{ ended: { at: at(2), seconds: 9.5, by: 'content' }, pages: [1, 2] },
          watched: { lengthSeconds: 60, coverage: digits('12') },
        },
      ]);
    });

    it('keeps the earliest answer to each question, and each wording once', async () => {
      const insight = await create();
      const one = place();
      const answered = (position: string, question: string, response: string): Signal => ({
        ...{ kind: 'answered', sessionId: `s${position}`, position, at: at(1) },
        answer: { response, score: 1 },
        about: { question, activityId: `urn:${question}`, text: { id: 'Apa?' } },
      });
      const signals = [answered('p2', 'q1', 'b'), answered('p1', 'q1', 'a'), answered('p3', 'q2', 'c')];
      await insight.noteSignals(one, signals.slice(0, 1));
      await insight.noteSignals(one, signals);
      await insight.noteSignals(one, [answered('p9', 'q1', 'z')]);
      const { rows } = await insight.sampleAnswers({ courseId: one.courseId, most: 100 });
      const { registration } = one;
      const byQuestion = [...rows].sort((a, b) => (a.question < b.question ? -1 : 1));
      expect(byQuestion).toEqual([
        { registration, sessionId: 'sp1', question: 'q1', response: 'a', score: 1 },
        { registration, sessionId: 'sp3', question: 'q2', response: 'c', score: 1 },
      ]);
      const questions = await insight.listQuestions(one.courseId, 10);
      expect(questions.map(({ question }) => question).toSorted()).toEqual(['q1', 'q2']);
      expect(await insight.listQuestions(one.courseId, 1)).toHaveLength(1);
    });

    it('forgets sessions and answers of one registration until a moment, and no others', async () => {
      const insight = await create();
      const one = place();
      const other = { ...one, registration: randomRegistration(900) };
      const launched: Signal = { kind: 'launched', sessionId: 's1', part: 'b'.repeat(32), at: at(1) };
      const answered: Signal = {
        ...{
          kind: 'answered',
          sessionId: 's1',
          position: 'p1',
          at: at(1),
          answer: { response: 'nama saya' },
        },
        about: { question: 'q1', activityId: 'urn:q1' },
      };
      for (const whose of [one, other]) await insight.noteSignals(whose, [launched, answered]);
      await insight.noteEnrolment(enrolled(one));
      await insight.noteSignals(one, [
        { ...answered, at: at(3), about: { question: 'q2', activityId: 'urn:q2' } },
        { ...launched, sessionId: 's2', at: at(3) },
      ]);
      expect(await insight.countOf(one, at(2))).toBe(2);
      expect(await insight.forget(one, at(2))).toBe(2);
      expect([await insight.countOf(one, at(2)), await insight.countOf(one, at(3))]).toEqual([0, 2]);
      expect(await insight.countOf(other, at(2))).toBe(2);
      const { rows } = await insight.sampleLearners({ courseId: one.courseId, most: 100 });
      expect(rows).toHaveLength(1);
    });

    it('takes a random part of many learners, whole learners only, and says how large a part', async () => {
      const insight = await create();
      const { courseId } = place();
      const all = Array.from({ length: 240 }, (_, n) => randomRegistration(1_000 + n));
      await Promise.all(
        all.map((registration) =>
          insight.noteSignals(
            { courseId, registration },
            ['s1', 's2'].map(
              (sessionId): Signal => ({ kind: 'launched', sessionId, part: 'c'.repeat(32), at: at(1) }),
            ),
          ),
        ),
      );
      const whole = await insight.sampleSessions({ courseId, most: 10_000 });
      expect([whole.share, whole.rows.length]).toEqual([1, 480]);
      const part = await insight.sampleSessions({ courseId, most: 160 });
      const counts = new Map<string, number>();
      for (const { registration } of part.rows) counts.set(registration, (counts.get(registration) ?? 0) + 1);
      expect([...new Set(counts.values())]).toEqual([2]);
      expect(part.share).toBeLessThan(0.5);
      // Four standard deviations of so small a sample.
      expect(Math.abs(counts.size / part.share - 240)).toBeLessThan(
        (4 * Math.sqrt(counts.size)) / part.share,
      );
    });
  });
}
