import type { PlanItem } from '@sinau/competency';
import { expect, it } from 'vitest';
import { servedBy } from './realised-ledger.ts';

const moved = (...steps: readonly (readonly [move: string, at: string])[]) =>
  steps.map(([move, at]) => ({ move, at }));
const itemOf = (over: object = {}) =>
  ({
    ...{ itemId: 'd1', competencyId: 'M7', courseId: 'c1', state: 'agreed' },
    ...{ steps: moved(['propose', '2027-01-05'], ['agree', '2027-02-01']), ...over },
  }) as unknown as PlanItem;
const serves = (own: readonly PlanItem[], at: string) => servedBy(own, { courseId: 'c1', at })?.itemId;

it('a course serves the item that named it and was agreed first, if that was before it was earned', () => {
  const second = itemOf({ itemId: 'd2', steps: moved(['agree', '2027-03-01']) });
  expect(serves([second, itemOf()], '2027-04-01')).toBe('d1');
  expect(serves([itemOf()], '2027-01-31')).toBeUndefined();
  expect(serves([itemOf({ courseId: 'c2' })], '2027-04-01')).toBeUndefined();
  expect(serves([itemOf({ state: 'proposed' })], '2027-04-01')).toBeUndefined();
});

it('what was earned between an agreement that was taken back and the next one was not agreed before', () => {
  const again = itemOf({
    steps: moved(
      ['agree', '2027-02-01'],
      ['undo', '2027-02-02'],
      ['change', '2027-04-01'],
      ['agree', '2027-05-01'],
    ),
  });
  expect(serves([again], '2027-03-01')).toBeUndefined();
  expect(serves([again], '2027-05-02')).toBe('d1');
});
