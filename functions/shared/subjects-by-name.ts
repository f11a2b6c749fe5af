import type { SubjectsByName } from '@sinau/connectors/tables';
import { emailClaim, employeeNumberClaim, type PeopleStore } from '@sinau/identity';
import type { Sharing } from './shared-attributes.ts';

/**
 * Whom a provider means by an address or a number. It is answered only while the data agreement lets the provider know that
 * very name of the person: a table is no way to find out who is here.
 */
export function createSubjectsByName(deps: {
  readonly people: Pick<PeopleStore, 'findByClaim'>;
  readonly sharing: Pick<Sharing, 'of' | 'personOf'>;
}): SubjectsByName {
  return {
    async subjectOf(providerId, { by, value }) {
      if (by === 'subject') {
        const personId = await deps.sharing.personOf(providerId, value);
        return personId === undefined ? undefined : value;
      }
      const claim = by === 'email' ? emailClaim(value) : employeeNumberClaim(value);
      const person = await deps.people.findByClaim(claim);
      if (!person) return undefined;
      const { subject, email, employeeNumber } = await deps.sharing.of({
        providerId,
        personId: person.personId,
      });
      const known = by === 'email' ? email?.toLowerCase() : employeeNumber;
      return known === value ? subject : undefined;
    },
  };
}
