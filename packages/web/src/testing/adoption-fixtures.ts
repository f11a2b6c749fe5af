import type { BoardsPorts } from '../adoption/board-ports.ts';
import type { HabitsPorts, HabitsView } from '../adoption/habit-ports.ts';
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
  waits: { course: 0, external: 2, plan: 1, event: 1, cohort: 1, coaching: 3 },
  ...{ evaluations: 1, action: 'decide' },
};

export const rhythm: HabitsView['rhythm'] = {
  weeks: (
    [
      ...['before', 'before', 'learned', 'learned', 'grace', 'learned'],
      ...['rest', 'learned', 'away', 'learned', 'learned', 'now'],
    ] as const
  ).map((state, n) => ({ monday: new Date(Date.UTC(2026, 8, 7 + n * 7)).toISOString().slice(0, 10), state })),
  ...{ inRhythm: 7, counted: 8 },
};
const pledge = { pledgeId: 'k1', until: '2026-12-20', audience: 'nobody', state: 'open' } as const;
const time = { days: [2, 4], minutes: 15, weeks: 4 };
const habitsView: HabitsView = {
  ...{ today: '2026-11-27', rhythm, hidden: false, away: [{ from: '2026-11-02', until: '2026-11-06' }] },
  pledges: [
    {
      ...{ ...pledge, what: { kind: 'time', ...time } },
      progress: { kind: 'time', minutes: 15, pledged: 30, weekUntil: '2026-12-01', weeksKept: 2, weeks: 3 },
    },
    {
      ...{ ...pledge, pledgeId: 'k2', audience: 'supervisor', progress: { kind: 'course' } },
      what: { kind: 'course', courseId: 'x', title: { id: 'Etika <b>pelayanan</b>' } },
    },
    {
      ...{ ...pledge, pledgeId: 'k3', audience: 'team', progress: { kind: 'given' } },
      what: { kind: 'team-time', days: [5], minutes: 60, weeks: 4 },
    },
    ...(['kept', 'over', 'let-go'] as const).map((state) => ({
      ...{ ...pledge, pledgeId: state, state, what: { kind: 'time' as const, ...time } },
      progress: { kind: 'time' as const, minutes: 0, pledged: 30, weeksKept: 2, weeks: 4 },
    })),
  ],
  courses: [{ courseId: 'x', title: { id: 'Etika <b>pelayanan</b>' } }],
  given: [
    { pledgeId: 'k9', until: '2026-12-20', what: { kind: 'team-time', days: [5], minutes: 60, weeks: 4 } },
  ],
};
const nothing = async () => undefined;
const habits: HabitsPorts = {
  habitsOf: async () => habitsView,
  teamPledgesOf: async () => [{ ...pledge, name: 'Sri', what: { kind: 'time', ...time } }],
  ...{ pledge: nothing, renew: nothing, letGo: nothing, share: nothing },
  ...{ hide: nothing, noteAway: nothing, forgetAway: nothing },
};

const sums = { members: 9, minutes: 1_260, finished: 7, teachingMinutes: 180 };
const boards: BoardsPorts = {
  boardOf: async () => ({
    ...{ unit: 'Bagian <b>Umum</b>', isMember: true, mayManage: true, on: true, compares: true },
    ...{ members: 9, month: '2026-10', sums, others: [{ name: 'Bagian Hukum', sums }] },
  }),
  ...{ join: nothing, leave: nothing, set: nothing },
};

export function createAdoptionFixtures(): {
  readonly nudges: NudgesPorts;
  readonly agencyAdoption: AgencyAdoptionPorts;
  readonly teamWeek: TeamWeekPorts;
  readonly habits: HabitsPorts;
  readonly boards: BoardsPorts;
} {
  return {
    nudges: { nudgesOf: async () => nudges, start: async () => undefined, stop: async () => undefined },
    agencyAdoption: {
      adoptionOf: async () => ({
        ...{ year: 2026, coverage: { people: 240, met: 171 }, pledgers: 30, nudges },
      }),
    },
    teamWeek: { weekOf: async () => teamWeek },
    habits,
    boards,
  };
}
