import type {
  AgencyAdoptionPorts,
  NudgesPorts,
  NudgeView,
  TeamWeekPorts,
  TeamWeekView,
} from '../adoption/ports.ts';

const version = { version: 1, share: 20, startedAt: '2026-09-01T02:00:00.000Z' };

/** One that runs and has a result, one that was stopped, one that never ran. */
const nudges: readonly NudgeView[] = [
  {
    kind: 'begin',
    versions: [
      {
        ...{ ...version, version: 2, fromDays: 5, untilDays: 30, isRunning: true, met: 1_240 },
        result: {
          ...{ told: 800, toldReturned: 312, heldOut: 200, heldOutReturned: 60, reading: 'more' },
          difference: { estimate: 0.09, low: 0.014, high: 0.159 },
          at: '2026-11-20T02:00:00.000Z',
        },
      },
      {
        ...{ ...version, fromDays: 5, untilDays: 30, isRunning: false, met: 44 },
        stoppedAt: '2026-09-20T02:00:00.000Z',
        result: {
          ...{ told: 30, toldReturned: 10, heldOut: 11, heldOutReturned: 4, reading: 'unclear' },
          difference: { estimate: -0.03, low: -0.344, high: 0.241 },
          at: '2026-10-20T02:00:00.000Z',
        },
      },
    ],
  },
  { kind: 'continue', versions: [{ ...version, fromDays: 7, untilDays: 14, isRunning: true }] },
  { kind: 'plan-week', versions: [] },
];

const line = { name: 'Sri <b>Wahyuni</b>', title: { id: 'Keamanan informasi' }, dueOn: '2026-11-27' };
const teamWeek: TeamWeekView = {
  duties: [
    { ...line, isOverdue: true },
    { ...line, name: 'Adi', dueOn: '2026-11-29', isOverdue: false },
  ],
  planItems: [{ ...line, title: { id: 'Membaca <i>laporan</i>' }, isOverdue: false }],
  finished: [{ name: 'Tia', title: { id: 'Etika', en: 'Ethics' } }],
  recognised: [{ name: 'Budi', value: 'competent' }],
  ...{ requests: 2, evaluations: 1, action: 'decide' },
};

export function createAdoptionFixtures(): {
  readonly nudges: NudgesPorts;
  readonly agencyAdoption: AgencyAdoptionPorts;
  readonly teamWeek: TeamWeekPorts;
} {
  return {
    nudges: { nudgesOf: async () => nudges, start: async () => undefined, stop: async () => undefined },
    agencyAdoption: { adoptionOf: async () => ({ nudges }) },
    teamWeek: { weekOf: async () => teamWeek },
  };
}
