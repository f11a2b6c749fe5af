import type { DomainError } from '@sinau/kernel';
import type { AgencySeatHistory, PriorityDeskPorts, PriorityPorts } from '../priority/ports.ts';

const seat = (over: Partial<AgencySeatHistory> = {}): AgencySeatHistory => ({
  ...{ personId: 'p1', seatId: 'k1', name: 'Sri Contoh', ground: 'dedication', standing: 'granted' },
  ...{ minutes: { number: 'BA-7/2026', on: '2026-02-27' }, validUntil: '2027-12-31', takesBack: true },
  createdAt: '2026-03-02T01:00:00.000Z',
  steps: [{ to: 'granted', at: '2026-03-02T01:00:00.000Z', by: 'Adi Contoh' }],
  ...over,
});
const usedFor = { title: { id: 'Keamanan informasi' }, href: '/courses/antre' };
const seats: Readonly<Record<string, AgencySeatHistory>> = {
  k1: seat(),
  k2: seat({ ...{ seatId: 'k2', standing: 'redeemed', takesBack: false, usedFor } }),
  k3: seat({ seatId: 'k3', standing: 'spent', takesBack: false, ground: 'loyalty', usedFor }),
  k4: seat({ seatId: 'k4', standing: 'expired', ground: 'performance' }),
  k6: seat({
    ...{ seatId: 'k6', standing: 'redeemed', takesBack: false },
    usedFor: { title: { id: 'Seminar layanan' }, href: '/events/antre' },
    kept: { until: '2026-03-04T03:00:00.000Z', zone: 'Asia/Makassar' },
  }),
  k5: seat({
    ...{ seatId: 'k5', standing: 'taken-back', takesBack: false },
    steps: [
      ...seat().steps,
      { to: 'taken-back', at: '2026-03-03T01:00:00.000Z', by: 'Adi Contoh', reason: 'Salah orang' },
    ],
  }),
};

export function createPriorityFixtures(
  absent: () => DomainError,
  used: () => DomainError,
): { readonly priority: PriorityPorts; readonly priorityDesk: PriorityDeskPorts } {
  const find = (seatId: string): AgencySeatHistory => {
    const found = seats[seatId];
    if (!found) throw absent();
    return found;
  };
  return {
    priority: {
      ownOf: async ({ personId }) =>
        personId === 'kosong'
          ? { seats: [], waits: [] }
          : {
              seats: Object.values(seats),
              waits: [
                { target: { kind: 'course', registration: 'r1' }, title: { id: 'Keamanan informasi' } },
                { target: { kind: 'event', eventId: 'antre' }, title: { id: 'Seminar layanan' } },
                { target: { kind: 'cohort', cohortId: 'antre' }, title: { id: 'Angkatan I' } },
              ],
            },
      use: async (_person, seatId) => {
        if (find(seatId).standing !== 'granted') throw used();
      },
    },
    priorityDesk: {
      listOf: async (_person, { year = 2026 }) => ({
        ...{ year, years: [2026, 2025], counts: { granted: 2, redeemed: 1, spent: 1, 'taken-back': 1 } },
        ...(year === 2026 ? { stock: 10, seats: Object.values(seats), next: 'lanjut' } : { seats: [] }),
      }),
      seatOf: async (_person, { seatId }) => find(seatId),
      grant: async (_person, { who }) => (who.startsWith('tidak') ? 'nobody' : 'granted'),
      setStock: async (_person, stock) => {
        if (stock === 0) throw used();
      },
      takeBack: async (_person, { seatId }) => {
        if (!find(seatId).takesBack) throw used();
      },
    },
  };
}
