import type { Person } from '@sinau/identity';
import type { Provisioner } from '@sinau/identity/provisioning';
import type { PersonId } from '@sinau/kernel';
import type { ScimDeps } from './deps.ts';

/** Of supervisors, who is of the agency: others are not told. */
export async function oursAmong(
  deps: Pick<ScimDeps, 'people'>,
  given: {
    readonly people: readonly Person[];
    readonly provisioner: Provisioner;
    /** Everybody of the agency is among them. */
    readonly isAll?: boolean;
  },
): Promise<(personId: PersonId) => boolean> {
  const { people, provisioner, isAll } = given;
  const supervisors = [...new Set(people.flatMap(({ supervisorId }) => supervisorId ?? []))];
  const known = isAll ? people : await deps.people.findMany(supervisors);
  const ours = new Set(
    known
      .filter(({ home }) => home.kind === 'agency' && home.agencyId === provisioner.agencyId)
      .map(({ personId }) => personId),
  );
  return (personId) => ours.has(personId);
}
