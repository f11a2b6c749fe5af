import type { PersonId } from '@sinau/kernel';
import type { Cohort, CohortId, CohortTerms } from '../cohorts/cohort.ts';
import { someAgency } from './samples.ts';

export const cohortTerms: CohortTerms = {
  ...{ name: 'Angkatan I', startsOn: '2026-12-01', endsOn: '2026-12-31', applyUntil: '2026-12-05' },
  ...{ zone: 'Asia/Jakarta', capacity: 2, admission: 'open', audience: 'agency', unitIds: [] },
  ...{ confirmHours: 24, dueDays: [{ stepId: 'course', on: '2026-12-15' }] },
};

export const cohortOf = (over: Partial<Cohort> = {}): Cohort => ({
  ...cohortTerms,
  ...{ cohortId: 'k-1' as CohortId, agencyId: someAgency, state: 'open' },
  subject: { kind: 'course', courseId: 'etika', title: { id: 'Etika' } },
  ...{ createdBy: 'rina' as PersonId, createdAt: '2026-11-01T00:00:00.000Z' },
  ...{ updatedAt: '2026-11-01T00:00:00.000Z', rev: 0 },
  ...over,
});
