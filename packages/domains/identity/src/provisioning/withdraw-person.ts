import type { Clock } from '@sinau/kernel';
import { NotAllowed } from '../errors.ts';
import { withStatus } from '../people/account.ts';
import type { Person } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import { machineAt } from './apply-provision.ts';
import type { Provisioner } from './provision-request.ts';
import { alterProvisioned } from './update-provisioned.ts';

/**
 * The identity provider has deleted the account: it is closed here, with every session, and gone for every machine. The person and
 * their records stay, and so does what the account is called, so that it is known again when it comes back (case E13).
 */
export async function withdrawPerson(
  deps: { readonly people: PeopleStore; readonly clock: Clock },
  input: {
    readonly provisioner: Provisioner;
    readonly personId: string;
    readonly isSeen: (person: Person) => boolean;
  },
): Promise<void> {
  await alterProvisioned(deps, input, async (person) => {
    if (person.roles.some((role) => role === 'operator' || role === 'auditor' || role === 'reviewer')) {
      throw new NotAllowed('Who works for the platform itself is taken away by its operators alone.');
    }
    const closed = withStatus(person, false, machineAt(input.provisioner, deps.clock.now()));
    return {
      ...closed,
      ...(closed.disabledAt !== undefined && { withdrawnAt: closed.disabledAt }),
      provisioned: (closed.provisioned ?? []).map(({ externalId: _, ...name }) => name),
    };
  });
}
