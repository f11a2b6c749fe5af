import type { AuthorsPort } from '@sinau/delivery/lti';
import type { Person } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';

/** Whether people may still change courses of a provider; asked anew each time, since hours may lie between (case C11). */
export function createCourseAuthors(deps: {
  readonly people: { find(personId: PersonId): Promise<Person | undefined> };
}): AuthorsPort {
  return {
    async mayChoose({ personId, providerId, byMachine }) {
      const person = await deps.people.find(personId);
      if (person?.status !== 'active') return byMachine && person?.status === 'invited';
      if (byMachine) return true;
      const { home, roles } = person;
      return home.kind === 'provider' && home.providerId === providerId && roles.includes('provider-author');
    },
  };
}
