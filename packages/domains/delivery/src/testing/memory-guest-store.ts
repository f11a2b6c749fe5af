import type { GuestRegistration } from '../guest.ts';
import type { GuestStore } from '../ports.ts';

/** The port on a map, for unit tests of use cases. Passes the same contract suite as the DynamoDB adapter. */
export function memoryGuestStore(): GuestStore {
  const rows = new Map<string, GuestRegistration>();
  return {
    find: async (registration) => rows.get(registration),
    async add(guest) {
      if (rows.has(guest.registration)) return 'exists';
      rows.set(guest.registration, guest);
      return 'added';
    },
  };
}
