import type { AgencyId, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import type { OpenCourse } from './ports.ts';
import type { QuotaStanding } from './quota.ts';
import { termsOf } from './terms.ts';

const agencyId = 'a1' as AgencyId;
const providerId = 'p1' as ProviderId;
const open = { version: 1, admission: { mode: 'open' }, providerId, price: 900_000 } satisfies OpenCourse;
const quota = (over: Partial<QuotaStanding>): QuotaStanding => ({
  ...{ quotaId: 'provider.p1.2026-01-01' as QuotaStanding['quotaId'], agencyId },
  target: { kind: 'provider', providerId },
  ...{ from: '2026-01-01', to: '2026-12-31', seats: 5, payer: 'agency', whenFull: 'wait' },
  ...{ setBy: 'operator', updatedAt: '2026-01-01T00:00:00.000Z', rev: 1, used: 0, waiting: 0 },
  ...over,
});
const own = quota({
  target: { kind: 'course', providerId, courseId: 'c1' },
  ...{ setBy: 'agency', price: 0, payer: 'platform' },
});
const charged = async (...quotas: readonly QuotaStanding[]) => {
  const deps = {
    enrolments: { quotasFor: async () => quotas, lineOf: async () => undefined },
    clock: { now: () => new Date('2026-06-01T00:00:00.000Z') },
  };
  const { charge } = await termsOf(deps, { agencyId, courseId: 'c1', open });
  return charge && { price: charge.price, payer: charge.payer, counted: charge.quotas.length };
};

describe('what a seat costs', () => {
  it('is what operators agreed on, the course first, else what the course costs', async () => {
    const contract = quota({ price: 1_500_000, payer: 'provider' });
    const course = quota({ target: own.target, price: 700_000, payer: 'platform' });
    expect(await charged(contract)).toEqual({ price: 1_500_000, payer: 'provider', counted: 1 });
    expect(await charged(contract, course)).toEqual({ price: 700_000, payer: 'platform', counted: 2 });
    expect(await charged()).toEqual({ price: 900_000, payer: 'agency', counted: 0 });
  });

  it('is nothing that an agency says of itself, though its limit counts', async () => {
    const contract = quota({ price: 1_500_000 });
    expect(await charged(contract, own)).toEqual({ price: 1_500_000, payer: 'agency', counted: 2 });
    expect(await charged(own)).toEqual({ price: 900_000, payer: 'agency', counted: 1 });
  });
});
