import type { LearnerDisclosure } from '@sinau/connectors/enrolments';
import type { Sharing } from './shared-attributes.ts';

/** Agreements, as the way to providers asks them: what leaves is noted before it does. */
export function learnerDisclosureOf(sharing: Pick<Sharing, 'of' | 'note'>): LearnerDisclosure {
  return {
    async discloseForEnrolment(providerId, personId) {
      const shared = await sharing.of({ providerId, personId });
      await sharing.note({ providerId, channel: 'enrolment', people: [shared] });
      const { subject, name, givenName, familyName, email, employeeNumber } = shared;
      return {
        subject,
        ...(name !== undefined && { name }),
        ...(givenName !== undefined && { givenName }),
        ...(familyName !== undefined && { familyName }),
        ...(email !== undefined && { email }),
        ...(employeeNumber !== undefined && { employeeNumber }),
      };
    },
    subjectOf: async (providerId, personId) => (await sharing.of({ providerId, personId })).subject,
  };
}
