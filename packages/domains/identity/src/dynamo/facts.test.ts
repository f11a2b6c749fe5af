import { personInvitedSchema } from '@sinau/domain-events';
import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { describe, expect, it } from 'vitest';
import { identityFacts } from './facts.ts';

const invited: Item = {
  pk: 'PERSON#p1',
  sk: 'PERSON',
  kind: 'person',
  personId: 'p1' as PersonId,
  name: 'Sri Contoh',
  email: 'sri@contoh.example',
  status: 'invited',
  roles: ['learner'],
  home: { kind: 'agency', agencyId: 'a1' as AgencyId },
  employeeNumbers: [],
  sessionGeneration: 1,
  invitedAt: '2026-03-02T01:00:00.000Z',
  rev: 1,
};

describe('identityFacts', () => {
  it('tells an invitation without name, address or number', () => {
    const facts = identityFacts({ after: invited });
    expect(facts).toEqual([
      {
        eventId: 'person-invited:p1',
        type: 'person-invited',
        occurredAt: '2026-03-02T01:00:00.000Z',
        personId: 'p1',
        home: { kind: 'agency', agencyId: 'a1' },
      },
    ]);
    expect(personInvitedSchema.parse(facts[0])).toEqual(facts[0]);
  });

  it('tells nothing of changes, first operators, removals and other rows', () => {
    expect(identityFacts({ before: invited, after: { ...invited, rev: 2 } })).toEqual([]);
    expect(identityFacts({ after: { ...invited, status: 'active' } })).toEqual([]);
    expect(identityFacts({ before: invited })).toEqual([]);
    expect(identityFacts({ after: { ...invited, kind: 'person-claim' } })).toEqual([]);
  });
});
