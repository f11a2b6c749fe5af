import { describe, expect, it } from 'vitest';
import { grantsAccess } from './access.ts';
import { anonymous, type PersonId, type PersonPrincipal } from './principal.ts';

const learner: PersonPrincipal = {
  kind: 'person',
  personId: 'p1' as PersonId,
  name: 'Sri',
  roles: ['learner'],
};

describe('grantsAccess', () => {
  it('refuses the anonymous everywhere but where anyone may enter', () => {
    expect(grantsAccess(['person', 'role:operator', 'scope:state', 'au'], anonymous)).toBe(false);
    expect(grantsAccess(['anyone'], anonymous)).toBe(true);
  });

  it('lets a person in by role and never by a scope of the same name', () => {
    expect(grantsAccess(['role:learner'], learner)).toBe(true);
    expect(grantsAccess(['role:operator'], learner)).toBe(false);
    expect(grantsAccess(['scope:statements/read'], learner)).toBe(false);
  });
});
