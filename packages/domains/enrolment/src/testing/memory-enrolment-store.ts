import type { Enrolment, Registration } from '../enrolment.ts';
import type { EnrolmentStore } from '../ports.ts';

/** The port on a map, for unit tests of use cases. Passes the same contract suite as the DynamoDB adapter. */
export function memoryEnrolmentStore(): EnrolmentStore {
  const rows = new Map<Registration, Enrolment>();
  const current = (personId: string) =>
    [...rows.values()].filter((row) => row.personId === personId && row.state !== 'cancelled');

  return {
    async create(enrolment) {
      if (current(enrolment.personId).some((row) => row.courseId === enrolment.courseId)) {
        return 'already-enrolled';
      }
      rows.set(enrolment.registration, enrolment);
      return 'created';
    },
    async findCurrent(personId, courseId) {
      return current(personId).find((row) => row.courseId === courseId);
    },
    async findByRegistration(registration) {
      return rows.get(registration);
    },
    async listCurrent(personId) {
      return current(personId);
    },
    async complete(registration, completedAt) {
      const row = rows.get(registration);
      if (!row) return 'absent';
      if (row.state !== 'active') return `was-${row.state}`;
      rows.set(registration, { ...row, state: 'completed', completedAt });
      return 'completed';
    },
    async cancel({ registration }, cancelledAt) {
      const row = rows.get(registration);
      if (row?.state !== 'active') return 'not-active';
      rows.set(registration, { ...row, state: 'cancelled', cancelledAt });
      return 'cancelled';
    },
    async noteActivity({ registration, personId, at }) {
      const row = rows.get(registration);
      if (row?.personId !== personId || (row.lastActivityAt ?? '') >= at) return;
      rows.set(registration, { ...row, lastActivityAt: at });
    },
  };
}
