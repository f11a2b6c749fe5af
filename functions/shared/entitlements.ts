import type { EntitlementPort, GuestStore } from '@sinau/delivery';
import { type EnrolmentStore, isTaken, type Registration } from '@sinau/enrolment';

/** Who may take what: people by their enrolment, guests by the registration that another system began for them. */
export function createEntitlements(deps: {
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
  readonly guests: Pick<GuestStore, 'find'>;
}): EntitlementPort {
  return {
    find: async (registration) => {
      const enrolment = await deps.enrolments.findByRegistration(registration as Registration);
      if (enrolment) {
        const { personId, courseId, version } = enrolment;
        return { personId, courseId, version, open: isTaken(enrolment) };
      }
      const guest = await deps.guests.find(registration);
      if (!guest) return undefined;
      const { actor, courseId, version, trial } = guest;
      return { actor, courseId, version, open: true, ...(trial && { trial }) };
    },
  };
}
