import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Duty } from '../duty/duty.ts';
import type { Obligation, ObligationId } from '../obligation.ts';

const at = '2026-03-02T01:00:00.000Z';

export const dutyOf = (over: Partial<Duty> = {}): Duty => ({
  ...{ agencyId: 'bkn' as AgencyId, obligationId: 'o1' as ObligationId, period: '2026' },
  ...{ personId: 'sri' as PersonId, courseId: 'c1', state: 'required' },
  ...{ givenOn: '2026-03-02', dueOn: '2026-06-30', overAt: '2026-06-30T17:00:00.000Z' },
  edition: 1,
  ...{ since: at, changedAt: at, rev: 1 },
  ...over,
});

const maker = { kind: 'person', id: 'budi', name: 'Budi' } as const;

export const obligationOf = (over: Partial<Obligation> = {}): Obligation => ({
  ...{ agencyId: 'bkn' as AgencyId, obligationId: 'o1' as ObligationId, title: 'Antikorupsi' },
  ...{ courseIds: ['c1'], audience: {}, due: { kind: 'yearly', by: '06-30' }, state: 'active' },
  edition: 1,
  ...{ createdAt: at, createdBy: maker, changedAt: at, changedBy: maker, rev: 1 },
  ...over,
});
