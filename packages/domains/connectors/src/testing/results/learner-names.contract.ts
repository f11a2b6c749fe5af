import { describe, expect, it } from 'vitest';
import type { PollRun } from '../../results/poll-run.ts';
import type { LearnerNames, PollMarks, PollRunStore } from '../../results/ports.ts';
import { at, registration } from './sample-result.ts';

/** Every adapter of `LearnerNames` passes this suite. */
export function learnerNamesContract(engine: string, open: () => Promise<LearnerNames>): void {
  const other = '00000000-0000-4000-8000-000000000001';
  const nameOf = (value: string) =>
    ({ connectionId: 'moodle-1', externalCourseId: '4', kind: 'learner', value }) as const;

  describe(`LearnerNames on ${engine}`, () => {
    it('knows a person by each name, in each course apart', async () => {
      const names = await open();
      await names.note(nameOf('17'), { registration, at: at(1) });
      expect(await names.find(nameOf('17'))).toBe(registration);
      expect(await names.find({ ...nameOf('17'), kind: 'subject' })).toBeUndefined();
      expect(await names.find({ ...nameOf('17'), externalCourseId: '5' })).toBeUndefined();
    });

    it('tells which of many are known', async () => {
      const names = await open();
      const [known, elsewhere] = [nameOf('27'), { ...nameOf('28'), externalCourseId: '5' }];
      for (const name of [known, elsewhere]) await names.note(name, { registration, at: at(1) });
      const many = Array.from({ length: 150 }, (_, n) => nameOf(`nobody ${n}`));
      expect(await names.knownAmong([...many, nameOf('28'), known])).toEqual([known]);
      expect(await names.knownAmong([])).toEqual([]);
    });

    it('knows all names of one registration', async () => {
      const names = await open();
      const one = '00000000-0000-4000-8000-000000000007';
      const subject = { ...nameOf('s-7'), kind: 'subject' } as const;
      await names.note(nameOf('7#7'), { registration: one, at: at(1) });
      await names.note(subject, { registration: one, at: at(1) });
      expect(await names.of(one)).toEqual(expect.arrayContaining([nameOf('7#7'), subject]));
      expect(await names.of('00000000-0000-4000-8000-000000000008')).toEqual([]);
    });

    it('names them in the order in which they were noted, whatever they are', async () => {
      const names = await open();
      const one = '00000000-0000-4000-8000-000000000009';
      await names.note(nameOf('9'), { registration: one, at: at(1) });
      await names.note(nameOf('10'), { registration: one, at: at(2) });
      expect((await names.of(one)).map(({ value }) => value)).toEqual(['9', '10']);
      await names.note(nameOf('9'), { registration: one, at: at(3) });
      expect((await names.of(one)).map(({ value }) => value)).toEqual(['10', '9']);
    });

    it('keeps the registration that was noted last, however late the earlier one is told', async () => {
      const names = await open();
      await names.note(nameOf('18'), { registration: other, at: at(5) });
      await names.note(nameOf('18'), { registration, at: at(4) });
      expect(await names.find(nameOf('18'))).toBe(other);
      await names.note(nameOf('18'), { registration, at: at(6) });
      expect(await names.find(nameOf('18'))).toBe(registration);
    });
  });
}

/** Every adapter of `PollMarks` passes this suite. */
export function pollMarksContract(engine: string, open: () => Promise<PollMarks>): void {
  it(`PollMarks on ${engine} keep what was answered last, a course and part of its learners apart`, async () => {
    const marks = await open();
    const place = { connectionId: 'moodle-2', externalCourseId: '4', bucket: 'a' };
    expect(await marks.read(place)).toEqual({});
    await marks.save(place, { '17': 'h1' });
    await marks.save(place, { '17': 'h2', '18': 'h1' });
    expect(await marks.read(place)).toEqual({ '17': 'h2', '18': 'h1' });
    expect(await marks.read({ ...place, bucket: 'b' })).toEqual({});
  });
}

/** Every adapter of `PollRunStore` passes this suite. */
export function pollRunStoreContract(engine: string, open: () => Promise<PollRunStore>): void {
  it(`PollRunStore on ${engine} keeps the last round, and of two who write the slower one learns it`, async () => {
    const polls = await open();
    const run: PollRun = {
      ...{ connectionId: 'moodle-3', runId: 'r1', startedAt: at(1), startedBy: 'siti', state: 'running' },
      cursor: { after: '3', within: { externalCourseId: '4', bucket: 'a', learner: '17' } },
      ...{ courses: 3, learners: 40, taken: 2, refused: 1, updatedAt: at(2), rev: 1 },
    };
    expect(await polls.last('moodle-3')).toBeUndefined();
    expect(await polls.write(run, undefined)).toBe('written');
    expect(await polls.write({ ...run, runId: 'r2' }, undefined)).toBe('lost');
    expect(await polls.last('moodle-3')).toEqual(run);
    expect(await polls.write({ ...run, state: 'failed', reason: 'timeout', rev: 2 }, 1)).toBe('written');
    expect(await polls.write({ ...run, runId: 'r2', rev: 2 }, 1)).toBe('lost');
    expect(await polls.last('moodle-3')).toMatchObject({ runId: 'r1', reason: 'timeout', rev: 2 });
    expect(await polls.last('moodle-4')).toBeUndefined();
  });
}
