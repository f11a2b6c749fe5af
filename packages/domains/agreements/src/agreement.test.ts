import type { AgencyId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { overlap, standingOf, termsFor } from './agreement.ts';
import { sampleAgreement } from './testing/samples.ts';

const [a, b] = ['agency-a' as AgencyId, 'agency-b' as AgencyId];
const year = (from: string, until: string) => ({ validFrom: `${from}-01-01`, validUntil: `${until}-01-01` });

describe('overlap', () => {
  const could = [
    ['all agencies and all', {}, {}],
    ['all agencies and one', {}, { agencyIds: [a] }],
    ['one agency and the same among others', { agencyIds: [a] }, { agencyIds: [b, a] }],
    ['one year and a longer one', year('2026', '2028'), year('2027', '2028')],
  ] as const;
  const never = [
    ['one agency and another', { agencyIds: [a] }, { agencyIds: [b] }],
    ['one year and the next', year('2026', '2027'), year('2027', '2028')],
  ] as const;
  const both = (one: object, other: object) => {
    const pair = [sampleAgreement(one), sampleAgreement(other)] as const;
    return [overlap(...pair), overlap(pair[1], pair[0])];
  };

  it.each(could)('is of %s', (_, one, other) => expect(both(one, other)).toEqual([true, true]));
  it.each(never)('is not of %s', (_, one, other) => expect(both(one, other)).toEqual([false, false]));
});

describe('standingOf', () => {
  const times = { validFrom: '2026-03-02T00:00:00.000Z', validUntil: '2026-03-03T00:00:00.000Z' };
  it.each([
    ['2026-03-01T23:59:59.999Z', 'upcoming'],
    ['2026-03-02T00:00:00.000Z', 'in-force'],
    ['2026-03-02T23:59:59.999Z', 'in-force'],
    ['2026-03-03T00:00:00.000Z', 'expired'],
  ])('at %s an active one is %s, and holds if it is in force', (now, standing) => {
    const agreement = sampleAgreement(times);
    expect(standingOf(agreement, new Date(now))).toBe(standing);
    const holds = termsFor([agreement], { agencyId: a, now: new Date(now) }) !== undefined;
    expect(holds).toBe(standing === 'in-force');
  });

  it.each(['draft', 'ended', 'revoked'] as const)('of a %s one does not ask the clock', (state) => {
    expect(standingOf(sampleAgreement({ ...times, state }), new Date(times.validFrom))).toBe(state);
  });
});
