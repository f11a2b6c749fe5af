import type { LearnerDisclosure } from '@sinau/connectors/enrolments';
import type { LearnerAttribute, LearnerFacts } from '@sinau/rostering';
import type { Sharing } from './shared-attributes.ts';

/** Agreements, as the way to providers asks them: what leaves is noted before it does. */
export function learnerDisclosureOf(sharing: Pick<Sharing, 'of' | 'note'>): LearnerDisclosure {
  return {
    async discloseForEnrolment(providerId, personId) {
      const person = await sharing.of({ providerId, personId });
      const note = (shared: typeof person.shared, goesOn: boolean) =>
        sharing.note({ providerId, channel: 'enrolment', people: [{ ...person, shared }], goesOn });
      await note([], false);
      return {
        subject: person.subject,
        async tell(attributes) {
          const told = person.shared.filter((attribute) => attributes.includes(attribute));
          if (told.length > 0) await note(told, true);
          return Object.assign({}, ...told.map((attribute) => facts[attribute](person)));
        },
      };
    },
    subjectOf: async (providerId, personId) => (await sharing.of({ providerId, personId })).subject,
  };
}

const facts: Readonly<Record<LearnerAttribute, (known: LearnerFacts) => LearnerFacts>> = {
  name: ({ name, givenName, familyName }) => ({
    ...(name !== undefined && { name }),
    ...(givenName !== undefined && { givenName }),
    ...(familyName !== undefined && { familyName }),
  }),
  email: ({ email }) => (email === undefined ? {} : { email }),
  'employee-number': ({ employeeNumber }) => (employeeNumber === undefined ? {} : { employeeNumber }),
  agency: ({ agency }) => (agency === undefined ? {} : { agency }),
  unit: ({ unit }) => (unit === undefined ? {} : { unit }),
  locale: ({ locale }) => (locale === undefined ? {} : { locale }),
};
