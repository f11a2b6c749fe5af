import type { ConnectionEnrolmentsPorts, ProviderEnrolmentRow } from '../connections/enrolments/ports.ts';

const row: ProviderEnrolmentRow = {
  registration: '00000000-0000-4000-8000-00000000e001',
  course: { id: 'Statistika <b>terapan</b>' },
  externalCourseId: '4',
  state: 'requested',
  reason: 'unreachable',
  tries: 3,
  createdAt: '2026-11-24T01:00:00.000Z',
  updatedAt: '2026-11-24T02:00:00.000Z',
  nextAt: '2026-11-24T02:10:00.000Z',
  until: '2026-11-27T01:00:00.000Z',
  retryable: true,
};
const { reason: _, nextAt: __, until: ___, ...done } = row;

/** One that waits, some that are there, none that is over. */
export function createConnectionEnrolmentFixtures(): ConnectionEnrolmentsPorts {
  return {
    enrolmentsOf: async (_person, { group }) => ({
      settings: { enrols: true, giveUpAfterHours: 72, whenFull: 'wait' },
      rows:
        group === 'open'
          ? [
              row,
              {
                ...{ ...row, registration: '00000000-0000-4000-8000-00000000e002' },
                ...{ reason: 'account-unconfirmed', account: { by: 'name', proposed: 'sri_contoh<b>' } },
              },
            ]
          : group === 'over'
            ? []
            : [{ ...done, state: 'confirmed', externalLearnerId: '1207', retryable: false }],
      ...(group === 'confirmed' && { next: 'page-2' }),
    }),
    retryEnrolment: async () => 'queued',
    confirmAccount: async () => 'queued',
    saveEnrolmentSettings: async () => {},
  };
}
