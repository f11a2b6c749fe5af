import type { DomainError } from '@sinau/kernel';
import type { PoolPorts, PoolRow } from '../quotas/pool-ports.ts';
import type { QuotaRow, QuotasPorts, QuotasView } from '../quotas/ports.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
const course = { courseId: 'c1', title: { id: 'Statistika <b>terapan</b>', en: 'Applied statistics' } };
const quotas: readonly QuotaRow[] = [
  {
    ...{ quotaId: 'provider.univ.2026-01-01', providerId: 'univ', provider: 'Universitas Contoh', ...year },
    ...{ seats: 100, used: 37, waiting: 0, payer: 'platform', whenFull: 'wait', contract: 'K-7/2026' },
    ...{ rev: 2, kept: 0, changeable: false },
  },
  {
    ...{
      quotaId: 'course.c1.2026-01-01',
      providerId: 'univ',
      provider: 'Universitas Contoh',
      course,
      ...year,
    },
    ...{ seats: 10, used: 10, waiting: 3, price: 250_000, payer: 'agency', whenFull: 'refuse' },
    ...{ releaseAfterDays: 30, noShowDays: 60 },
    ...{ rev: 1, kept: 6, changeable: true },
  },
];

const view: QuotasView = {
  ...{ agencyId: 'badan', agency: 'Badan Contoh', year: 2026, quotas },
  costs: [
    {
      ...{ providerId: 'univ', provider: 'Universitas Contoh', courseId: 'c1', course: course.title },
      ...{ payer: 'agency', reserved: 500_000, committed: 1_500_000, spent: 0 },
    },
  ],
  changes: [
    {
      ...{ at: '2026-11-20T02:00:00.000Z', by: 'Operator <i>', provider: 'Universitas Contoh' },
      ...{ before: { seats: 80, to: '2026-12-31' }, after: { seats: 100, to: '2026-12-31' } },
    },
    {
      ...{ at: '2026-11-21T02:00:00.000Z', by: 'Agus', provider: 'Universitas Contoh', pools: true },
      ...{ before: { seats: 100, to: '2026-12-31' }, after: { seats: 100, to: '2026-12-31' } },
    },
  ],
};

const pools: readonly PoolRow[] = [
  {
    ...{
      poolId: 'unit',
      group: { kind: 'unit', unitId: 'u1', name: 'Biro <b>Umum</b>' },
      seats: 4,
      taken: 4,
    },
    ...{ waiting: 2, asked: 0, openFrom: '2026-11-01', opened: true },
  },
  {
    ...{ poolId: 'list', group: { kind: 'list', name: 'Kursi khusus' }, seats: 2, taken: 0 },
    ...{ waiting: 0, asked: 1, opened: false },
  },
];

type PoolRefusal = 'enrolment.quota-conflict' | 'enrolment.pool-taken' | 'enrolment.quota-not-found';

function poolFixtures(refusal: (code: PoolRefusal) => DomainError): PoolPorts {
  const quotaOf = (quotaId: string) => {
    const quota = quotas.find((one) => one.quotaId === quotaId);
    if (!quota) throw refusal('enrolment.quota-not-found');
    return quota;
  };
  return {
    poolsOf: async (_person, quotaId) => {
      const quota = quotaOf(quotaId);
      return {
        ...{
          quota,
          pools: quota.kept > 0 ? pools : [],
          everybody: { seats: quota.seats - quota.kept, taken: 6 },
        },
        units: [{ unitId: 'u1', name: 'Biro Umum' }],
      };
    },
    setPools: async (_person, _quotaId, { pools: asked }) => {
      if (asked.some(({ poolId, seats }) => poolId === 'unit' && seats < 4))
        throw refusal('enrolment.pool-taken');
    },
    poolOf: async (_person, { quotaId, poolId }, { after }) => {
      const pool = pools.find((one) => one.poolId === poolId);
      if (!pool) throw refusal('enrolment.quota-not-found');
      const seat = { course: course.title, state: 'active' as const, at: '2026-11-20T02:00:00.000Z' };
      return {
        ...{ quota: quotaOf(quotaId), pool },
        seats: pool.taken === 0 ? [] : [{ ...seat, person: '=HYPERLINK("http://jahat")' }],
        ...(pool.taken > 0 && after === undefined && { next: 'next' }),
        listed:
          pool.group.kind === 'list'
            ? [
                { personId: 'p1', name: 'Yohanis', state: 'listed' },
                { personId: 'p2', name: 'Sri <i>', state: 'asked' },
              ]
            : [],
      };
    },
    putOnList: async (_person, _at, who) => (who === 'tidak@ada.example' ? 'unknown' : 'listed'),
    takeOffList: async () => undefined,
  };
}

/** Quotas of an agency; changing the one of operators is refused. */
export function createQuotaFixtures(refusal: (code: PoolRefusal) => DomainError): QuotasPorts {
  return {
    ...poolFixtures(refusal),
    agencies: async () => [{ agencyId: 'badan', name: 'Badan Contoh' }],
    viewOf: async (person, { year: asked }) => ({
      ...{ ...view, year: asked ?? view.year },
      ...(asked === 2020 && { quotas: [], costs: [], changes: [] }),
      quotas:
        asked === 2020
          ? []
          : quotas.map((row) => ({
              ...row,
              changeable: row.changeable || person.roles.includes('operator'),
            })),
    }),
    targetsFor: async () => ({
      providers: [{ providerId: 'univ', name: 'Universitas Contoh' }],
      courses: [course],
    }),
    create: async (_person, _agency, { from }) => {
      if (from === '2026-01-01') throw refusal('enrolment.quota-conflict');
    },
    change: async () => {},
    chargesOf: async (_person, { state }) => ({
      charges:
        state === 'spent'
          ? []
          : [
              {
                ...{
                  registration: 'r1',
                  learner: '=HYPERLINK("http://jahat")',
                  provider: 'Universitas Contoh',
                },
                ...{ course: course.title, state: 'reserved', amount: 250_000, payer: 'agency' },
                at: '2026-11-20T02:00:00.000Z',
              },
            ],
      partial: false,
    }),
  };
}
