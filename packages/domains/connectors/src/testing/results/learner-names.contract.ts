import { describe, expect, it } from 'vitest';
import type { LearnerNames } from '../../results/ports.ts';
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
