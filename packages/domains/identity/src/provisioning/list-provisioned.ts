import type { Person } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';
import { isThere } from './find-provisioned.ts';
import type { Provisioner } from './provision-request.ts';

interface Deps {
  readonly people: Pick<PeopleStore, 'listByHome'>;
}

export interface ProvisionedPage {
  /** By name; those who were taken away are left out, so that there may be fewer than asked for. */
  readonly people: readonly Person[];
  /** How many were looked at. */
  readonly seen: number;
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

/** People of the agency, page by page. May lag by about a second behind a change. */
export async function pageProvisioned(
  deps: Deps,
  input: { readonly provisioner: Provisioner; readonly limit: number; readonly after?: string | undefined },
): Promise<ProvisionedPage> {
  const { provisioner, limit, after } = input;
  const page = await deps.people.listByHome(
    { kind: 'agency', agencyId: provisioner.agencyId },
    { limit, ...(after !== undefined && { after }) },
  );
  return {
    people: page.people.filter((person) => isThere(person, provisioner)),
    seen: page.people.length,
    ...(page.next !== undefined && { next: page.next }),
  };
}

const pageSize = 1_000;

/** Everybody of the agency, up to a bound. `isCut`: it has more people than were looked at. */
export async function listProvisioned(
  deps: Deps,
  input: { readonly provisioner: Provisioner; readonly most: number },
): Promise<{ readonly people: readonly Person[]; readonly isCut: boolean }> {
  const { provisioner, most } = input;
  const people: Person[] = [];
  let seen = 0;
  let after: string | undefined;
  do {
    const page = await pageProvisioned(deps, { provisioner, limit: Math.min(pageSize, most - seen), after });
    seen += page.seen;
    people.push(...page.people);
    after = page.next;
  } while (after !== undefined && seen < most);
  return { people, isCut: after !== undefined };
}
