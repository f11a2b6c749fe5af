import type { DomainError, Jp } from '@sinau/kernel';
import type { CreditLineView, CreditPorts, CreditReason, CreditYearView, HoldView } from '../credit/ports.ts';

const jp = (hours: number) => (hours * 100) as Jp;
const at = '2026-03-02T01:00:00.000Z';
const ground = { legalBasis: 'PerLAN 10/2018', verified: true };

const hold: HoldView = {
  ...{ personId: 'p1', about: 'r1', title: { id: 'Etika pelayanan' }, stated: jp(2), heldAt: at },
  reasons: [
    { code: 'too-short', seconds: 20, leastSeconds: 1080 },
    { code: 'impossible-duration', claimed: 18_000, seconds: 60 },
    { code: 'too-short', seconds: 20, leastSeconds: 540, measured: { parts: 1, all: 2 } },
    {
      ...{ code: 'too-fast', seconds: 20, leastSeconds: 1080, unmeasured: { parts: 1, all: 2 } },
      ...{ since: 'opened', until: 'told' },
    },
  ],
  ...{ state: 'open', rev: 1, learner: 'Yohanis' },
};
const answered: HoldView = { ...hold, answer: { words: 'Saya membaca materi secara luring.', at } };
const decided: HoldView = {
  ...answered,
  ...{ state: 'rejected', decision: { words: 'Jurnal belajar tidak ada.', at } },
  reasons: [{ code: 'parallel', seconds: 60, leastSeconds: 1080 }],
};

const day = (date: string, hours: number) => ({ date, computed: jp(5), recognised: jp(hours) });

function lineOf(about: string, reason: CreditReason | undefined, more: Partial<CreditLineView> = {}) {
  return {
    ...{ about, title: { id: `Kursus ${about}` }, courseId: 'c1', endsOn: '2026-03-03' },
    form: { id: 'E-learning', en: 'E-learning' },
    ...{ stated: jp(10), computed: jp(10), recognised: jp(reason ? 6 : 10), ground },
    reasons: reason ? [reason] : [],
    days: [day('2026-03-02', 3), day('2026-03-03', 3)],
    ...more,
  } satisfies CreditLineView;
}

const year: CreditYearView = {
  ...{
    year: 2026,
    years: [2026, 2025],
    status: 'PNS',
    countsBy: 'last-day',
    assumed: ['status', 'time-zone'],
  },
  ...{ stated: jp(22), computed: jp(22), recognised: jp(19.5), held: jp(2) },
  minimum: { jp: jp(20), met: false, ...ground },
  lines: [
    lineOf('r1', 'held', { hold, seconds: 20 }),
    lineOf('r2', 'cap_day', { cap: { amount: 300, period: 'day', measure: 'jp' }, seconds: 7200 }),
    lineOf('r3', 'cap_month', {
      ...{ cap: { amount: 200, period: 'month', measure: 'count' }, days: [day('2026-03-03', 2)] },
      ground: { ...ground, verified: false },
    }),
    lineOf('r4', 'rejected', { hold: decided }),
    lineOf('r5', undefined, { hold: { ...decided, state: 'released' } }),
  ],
};

/** A year of a PPPK in which nothing was learned. */
const empty: CreditYearView = {
  ...{ year: 2025, years: [2025], status: 'PPPK', countsBy: 'certificate-day', assumed: [], lines: [] },
  ...{ stated: jp(0), computed: jp(0), recognised: jp(0), held: jp(0) },
  maximum: { jp: jp(24), recognised: jp(0), from: '2025-01-01', to: '2025-12-31', ...ground },
};

/** A PPPK who leads an agency. */
const { maximum: _, ...free } = empty;
const unbound: CreditYearView = {
  ...free,
  ...{ year: 2024, years: [2024], unbound: { jp: jp(24), ...ground } },
};

export function createCreditFixtures(refusal: () => DomainError): CreditPorts {
  const find = async (about: string) => {
    if (about === 'tidak-ada') throw refusal();
    return about === 'r4' ? decided : answered;
  };
  return {
    yearOf: async (_reader, { year: asked, show }) => {
      const shown = asked === 2025 ? empty : asked === 2024 ? unbound : year;
      if (!show) return shown;
      const isAhead = show === 'running' || show === 'planned';
      const course = { courseId: 'c1', title: { id: 'Etika' }, jp: jp(4), percent: 20 };
      const courses = isAhead ? { courses: show === 'planned' ? [] : [course] } : {};
      return { ...shown, part: { show, sum: isAhead ? jp(4) : jp(2), ...courses } };
    },
    ownHoldOf: async (_reader, about) => find(about),
    answer: async () => undefined,
    heldOf: async (_reader, token) => ({ holds: token === 'kosong' ? [] : [hold, answered] }),
    holdOf: async (_reader, { about }) => find(about),
    decide: async () => undefined,
  };
}
