import type { Person } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import { isThere } from './find-provisioned.ts';
import type { Provisioner } from './provision-request.ts';

export interface ProvisionedPage {
  /** By name. */
  readonly people: readonly Person[];
  /** The agency has more people than were looked at. */
  readonly isCut: boolean;
}

const pageSize = 1_000;

/** Everybody of the agency, up to a bound. May lag by about a second behind a change. */
export async function listProvisioned(
  deps: { readonly people: Pick<PeopleStore, 'listByHome'> },
  input: { readonly provisioner: Provisioner; readonly most: number },
): Promise<ProvisionedPage> {
  const { provisioner, most } = input;
  const people: Person[] = [];
  let seen = 0;
  let after: string | undefined;
  do {
    const page = await deps.people.listByHome(
      { kind: 'agency', agencyId: provisioner.agencyId },
      { limit: Math.min(pageSize, most - seen), ...(after !== undefined && { after }) },
    );
    seen += page.people.length;
    people.push(...page.people.filter((person) => isThere(person, provisioner)));
    after = page.next;
  } while (after !== undefined && seen < most);
  return { people, isCut: after !== undefined };
}
