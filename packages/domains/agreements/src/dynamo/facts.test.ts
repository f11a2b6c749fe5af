import { agreementActivatedSchema, agreementClosedSchema, sharingDecidedSchema } from '@sinau/domain-events';
import { describe, expect, it } from 'vitest';
import { sampleAgreement } from '../testing/samples.ts';
import { agreementFacts } from './facts.ts';

const key = { pk: 'p', sk: 's' };
const row = (over: object) => ({ ...key, kind: 'agreement', ...sampleAgreement(), ...over });
const at = '2026-03-02T01:00:00.000Z';

describe('agreementFacts', () => {
  it('tells an activation, with what may leave of whom', () => {
    const before = row({ state: 'draft' });
    const after = row({ activatedAt: at, agencyIds: ['agency-a'] });
    const [fact, ...more] = agreementFacts({ before, after });
    expect(agreementActivatedSchema.parse(fact)).toEqual(fact);
    expect(fact).toMatchObject({ attributes: ['name', 'email'], agencyIds: ['agency-a'], occurredAt: at });
    expect(more).toEqual([]);
  });

  it.each([
    ['revoked', { state: 'revoked', closedBecause: 'Kebocoran' }],
    ['ended', { state: 'ended', closedBecause: 'Selesai' }],
    ['replaced', { state: 'ended' }],
  ])('tells that one was %s', (as, over) => {
    const [fact] = agreementFacts({ before: row({}), after: row({ ...over, closedAt: at }) });
    expect(agreementClosedSchema.parse(fact)).toMatchObject({ as, eventId: 'agreement-closed:a1:1' });
  });

  it('tells each decision of an agency', () => {
    const decision = { agencyId: 'agency-a', providerId: 'p1', stopped: true, at, rev: 2 };
    const [fact] = agreementFacts({ after: { ...key, kind: 'sharing-decision', ...decision } });
    expect(sharingDecidedSchema.parse(fact)).toEqual(fact);
    expect(fact?.eventId).toBe('sharing-decided:agency-a:p1:2');
  });

  it.each([
    ['a draft', { after: row({ state: 'draft' }) }],
    ['the same again', { before: row({}), after: row({}) }],
    ['a draft that was removed', { before: row({ state: 'draft' }) }],
    ['a row of others', { after: { ...key, kind: 'person' } }],
    ['the history', { after: { ...key, kind: 'sharing-history', rev: 1 } }],
  ])('says nothing of %s', (_, change) => {
    expect(agreementFacts(change)).toEqual([]);
  });
});
