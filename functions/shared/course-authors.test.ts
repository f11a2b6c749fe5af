import type { Person } from '@sinau/identity';
import type { PersonId, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { createCourseAuthors } from './course-authors.ts';

const personId = 'rina' as PersonId;
const providerId = 'p1' as ProviderId;
const author = {
  ...{ personId, status: 'active', roles: ['learner', 'provider-author'] },
  home: { kind: 'provider', providerId },
} as unknown as Person;

const mayChoose = (person: Partial<Person> | undefined, byMachine = false) => {
  const found = person && { ...author, ...person };
  const people = { find: async (id: PersonId) => (id === personId ? found : undefined) };
  return createCourseAuthors({ people }).mayChoose({ personId, providerId, byMachine });
};

describe('authors of the courses of a provider', () => {
  it('are people of it with that role and an open account', async () => {
    expect(await mayChoose({})).toBe(true);
  });

  it.each([
    ['closed', { status: 'disabled' }],
    ['without the role', { roles: ['learner', 'provider-viewer'] }],
    ['of another provider', { home: { kind: 'provider', providerId: 'p2' } }],
    ['of an agency', { home: { kind: 'agency', agencyId: 'p1' } }],
  ] as unknown as readonly (readonly [string, Partial<Person>])[])(
    'C11: are none any more: %s',
    async (_, over) => {
      expect(await mayChoose(over)).toBe(false);
    },
  );

  it('are none who are not there', async () => {
    expect([await mayChoose(undefined), await mayChoose(undefined, true)]).toEqual([false, false]);
  });

  it('are not asked of whom a machine of the platform leads there, unless their account is closed', async () => {
    expect(await mayChoose({ roles: ['learner'] }, true)).toBe(true);
    expect(await mayChoose({ status: 'invited' }, true)).toBe(true);
    expect(await mayChoose({ status: 'disabled' }, true)).toBe(false);
  });
});
