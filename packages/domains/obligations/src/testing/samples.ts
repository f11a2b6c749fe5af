import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Duty } from '../duty/duty.ts';
import type { ObligationId } from '../obligation.ts';

const at = '2026-03-02T01:00:00.000Z';

export const dutyOf = (over: Partial<Duty> = {}): Duty => ({
  ...{ agencyId: 'bkn' as AgencyId, obligationId: 'o1' as ObligationId, period: '2026' },
  ...{ personId: 'sri' as PersonId, courseId: 'c1', dueOn: '2026-06-30', state: 'required' },
  ...{ since: at, changedAt: at, rev: 1 },
  ...over,
});
