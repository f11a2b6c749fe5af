import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { courseEvaluationId, type Evaluation } from '../evaluation.ts';

/** Sri has completed a course of a provider. */
export const evaluationOf = (over: Partial<Evaluation> = {}): Evaluation => ({
  ...{ personId: 'sri' as PersonId, evaluationId: courseEvaluationId('r1') },
  ...{ subject: { kind: 'course', id: 'c1' }, title: { id: 'Keamanan informasi' } },
  owner: { kind: 'provider', providerId: 'prov' as ProviderId },
  ...{ agencyId: 'bkn' as AgencyId, completedAt: '2026-03-02T01:00:00.000Z', year: 2026 },
  ...{ state: 'standing', rev: 0 },
  ...over,
});
