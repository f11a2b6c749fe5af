import { ChangedMeanwhile, ChangedSince } from '../errors.ts';
import type { Person } from '../people/person.ts';
import { applyProvision, type ProvisionDeps, takenBy } from './apply-provision.ts';
import { getProvisioned } from './find-provisioned.ts';
import type { Provisioner, ProvisionRequest } from './provision-request.ts';

const tries = 4;

/**
 * What the machine says of somebody comes into force. `requestOf` is asked again when somebody else was faster. `isSeen`: whether the
 * caller has seen this version; otherwise it is refused.
 */
export async function updateProvisioned(
  deps: ProvisionDeps,
  input: {
    readonly provisioner: Provisioner;
    readonly personId: string;
    readonly isSeen: (person: Person) => boolean;
    readonly requestOf: (person: Person) => Promise<ProvisionRequest>;
  },
): Promise<Person> {
  const { provisioner } = input;
  return alterProvisioned(deps, input, async (person) =>
    applyProvision(deps, person, { provisioner, request: await input.requestOf(person) }),
  );
}

/** Reads, checks and changes; again from the start when somebody else was faster. */
export async function alterProvisioned(
  deps: Pick<ProvisionDeps, 'people'>,
  input: {
    readonly provisioner: Provisioner;
    readonly personId: string;
    readonly isSeen: (person: Person) => boolean;
  },
  change: (person: Person) => Promise<Person>,
): Promise<Person> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const before = await getProvisioned(deps, input);
    if (!input.isSeen(before)) throw new ChangedSince();
    const after = await change(before);
    if (after === before) return before;
    const result = await deps.people.replace(before, after);
    if (result.outcome === 'stored') return result.person;
    if (result.outcome === 'taken') throw takenBy(result.claim);
  }
  throw new ChangedMeanwhile();
}
