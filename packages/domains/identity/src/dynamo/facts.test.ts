import { personInvitedSchema, standingChangedSchema } from '@sinau/domain-events';
import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { describe, expect, it } from 'vitest';
import { changedPerson, identityFacts } from './facts.ts';

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

  it('tells once that somebody has another status, post, zone or agency, from its day, and of no other change', () => {
    const station = { from: '2026-04-01', agencyId: 'a1' };
    const career = { employment: [], posts: [], stations: [station] };
    const before = { ...invited, status: 'active', career };
    const posted = {
      ...before,
      career: { ...career, posts: [{ from: '2026-05-01', title: 'Deputi', family: 'jpt-madya' }] },
      rev: 5,
    };
    const facts = identityFacts({ before, after: posted });
    expect(facts).toEqual([
      {
        ...{ eventId: 'standing-changed:p1:5', type: 'standing-changed', personId: 'p1' },
        occurredAt: '2026-05-01T00:00:00.000Z',
      },
    ]);
    expect(standingChangedSchema.parse(facts[0])).toEqual(facts[0]);
    const others = [
      { home: { kind: 'agency', agencyId: 'a2' } },
      { timeZone: 'Asia/Jayapura' },
      { employeeNumbers: [{ kind: 'NIP', value: '199005172015031999', validFrom: '2026-03-01' }] },
      { career: { ...career, stations: [{ ...station, timeZone: 'Asia/Jayapura' }] } },
    ];
    for (const other of others) {
      expect(identityFacts({ before, after: { ...before, ...other } })).toHaveLength(1);
    }
    expect(identityFacts({ before, after: { ...before, name: 'Sri', unitId: 'u1' } })).toEqual([]);
  });

  it('tells nothing of changes, first operators, removals and other rows', () => {
    expect(identityFacts({ before: invited, after: { ...invited, rev: 2 } })).toEqual([]);
    expect(identityFacts({ after: { ...invited, status: 'active' } })).toEqual([]);
    expect(identityFacts({ before: invited })).toEqual([]);
    expect(identityFacts({ after: { ...invited, kind: 'person-claim' } })).toEqual([]);
  });
});

describe('changedPerson', () => {
  it('names whoever came, moved, left or has another status, and nobody whose account alone changed', () => {
    const named = (after: Partial<Item>) =>
      changedPerson({ before: invited, after: { ...invited, ...after } });
    expect(changedPerson({ after: invited })).toBe('p1');
    expect(changedPerson({ before: invited })).toBe('p1');
    expect(named({ unitId: 'u1' })).toBe('p1');
    expect(named({ workingAgencyId: 'a2' })).toBe('p1');
    expect(named({ status: 'disabled', disabledAt: '2026-03-03T01:00:00.000Z' })).toBe('p1');
    expect(
      named({ career: { employment: [{ from: '2026-01-01', status: 'PPPK' }], posts: [], stations: [] } }),
    ).toBe('p1');
    expect(named({ status: 'active', sessionGeneration: 2, rev: 2 })).toBeUndefined();
    expect(changedPerson({ after: { ...invited, kind: 'person-claim' } })).toBeUndefined();
  });
});
