import { dutyChangedSchema } from '@sinau/domain-events';
import { expect, it } from 'vitest';
import { dutyOf } from '../testing/samples.ts';
import { changedDuty, obligationFacts } from './facts.ts';
import { toDutyRow } from './rows.ts';

it('a duty that is given or goes on is told with what was before, under one id, and a reminder is not', () => {
  const given = toDutyRow(dutyOf({ unitId: 'u1' }));
  const [first] = obligationFacts({ after: given });
  expect(first).toEqual(dutyChangedSchema.parse(first));
  expect(first).toMatchObject({ eventId: 'duty-changed:sri:o1:2026:c1:1', after: { unitId: 'u1' } });
  const begun = dutyOf({ unitId: 'u1', state: 'started', rev: 2 });
  const facts = obligationFacts({ before: given, after: toDutyRow(begun) });
  expect(facts).toMatchObject([{ before: { state: 'required' }, after: { state: 'started', rev: 2 } }]);
  const reminded = toDutyRow({ ...begun, remind: { step: '7', at: '2026-06-23T00:00:00.000Z' }, rev: 3 });
  expect(obligationFacts({ before: toDutyRow(begun), after: reminded })).toEqual([]);
  expect(obligationFacts({ before: given })).toEqual([]);
  expect(changedDuty({ before: given, after: toDutyRow(begun) })).toBe('sri');
  expect(changedDuty({ before: toDutyRow(begun), after: reminded })).toBeUndefined();
  expect(obligationFacts({ after: { pk: 'p', sk: 's', kind: 'obligation' } })).toEqual([]);
});
