import { type Provisioner, pageProvisioned } from '@sinau/identity/provisioning';
import { openPageToken, sealPageToken } from '@sinau/kernel';
import { type Filter, printFilter, type Resource, ScimRefused, type Test } from '@sinau/scim';
import type { Listed } from './answers.ts';
import type { ScimDeps } from './deps.ts';
import { oursAmong } from './ours-among.ts';
import { type Surroundings, userResource } from './user-resource.ts';

interface Asked {
  readonly query: { readonly cursor: string; readonly count: number; readonly filter?: Filter };
  readonly test: Test | undefined;
}

/**
 * A page behind a cursor (RFC 9865), also of an agency that has too many people to count. It looks at a bounded number of people and may
 * therefore hold fewer than asked for, or none: what counts is whether there is a next cursor.
 */
export async function followCursor(
  deps: ScimDeps,
  { query, test }: Asked,
  around: Omit<Surroundings, 'isOurs'>,
): Promise<Listed> {
  const { mostLooked = 2_000 } = deps;
  const { provisioner } = around;
  const purpose = purposeOf(provisioner, query.filter);
  const resources: Resource[] = [];
  let after = query.cursor === '' ? undefined : openCursor(deps, purpose, query.cursor);
  let looked = 0;
  do {
    // Never more than fit, so that the cursor stands right behind the last one shown.
    const limit = query.count - resources.length;
    const page = await pageProvisioned(deps, { provisioner, limit, after });
    const isOurs = await oursAmong(deps, { people: page.people, provisioner });
    const shown = page.people.map((person) => userResource(person, { ...around, isOurs }));
    resources.push(...(test ? shown.filter(test) : shown));
    looked += Math.max(1, page.seen);
    after = page.next;
  } while (after !== undefined && looked < mostLooked && resources.length < query.count);
  if (after !== undefined) return { resources, nextCursor: sealPageToken(deps.signer, purpose, after) };
  return { resources, ...(query.cursor === '' && { total: resources.length }) };
}

/** A cursor is of one client and one question; what it may see is looked at anew each time. */
const purposeOf = ({ clientId, agencyId }: Provisioner, filter: Filter | undefined): string =>
  `scim users ${clientId} ${agencyId} ${filter ? printFilter(filter) : ''}`;

function openCursor({ signer }: ScimDeps, purpose: string, cursor: string): string {
  const after = openPageToken(signer, purpose, cursor);
  if (typeof after === 'string') return after;
  throw new ScimRefused(
    'scim.invalid-cursor',
    'This cursor is not of this question. Begin with an empty one.',
  );
}
