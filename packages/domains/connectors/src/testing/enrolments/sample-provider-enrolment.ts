import type { PersonId, ProviderId } from '@sinau/kernel';
import type { ConnectionId } from '../../connection.ts';
import type { ProviderEnrolment } from '../../enrolments/provider-enrolment.ts';

export const sampleProviderEnrolment = (given: Partial<ProviderEnrolment> = {}): ProviderEnrolment => ({
  registration: '00000000-0000-4000-8000-00000000e001',
  personId: 'sri' as PersonId,
  courseId: 'c1',
  providerId: 'provider-a' as ProviderId,
  connectionId: '00000000-0000-4000-8000-00000000c001' as ConnectionId,
  externalCourseId: '4',
  state: 'requested',
  createdAt: '2026-03-02T01:00:00.000Z',
  deadlineAt: '2026-03-05T01:00:00.000Z',
  dueAt: '2026-03-02T01:00:00.000Z',
  tries: 0,
  updatedAt: '2026-03-02T01:00:00.000Z',
  rev: 1,
  ...given,
});
