import { type AgencyId, InvalidInput, openPageToken, type Signer, sealPageToken } from '@sinau/kernel';
import * as z from 'zod';
import { IdentityNotFound } from '../errors.ts';
import { type UnitId, unitIdSchema } from '../ids.ts';
import type { OrganisationStore } from '../organisation/ports.ts';
import { subtree } from '../organisation/unit-tree.ts';
import { type Administrator, mayAdminister } from './authority.ts';
import { type ListedPeople, summaryOf } from './list-people.ts';
import type { Person } from './person.ts';
import type { PeopleStore } from './ports.ts';

interface Deps {
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  readonly signer: Signer;
}

const pageSize = 50;

/** The unit that a page goes on with, and behind whom in it. */
const placeSchema = z.object({ unitId: unitIdSchema.exactOptional(), after: z.string().exactOptional() });
type PlaceInList = z.infer<typeof placeSchema>;

/**
 * People of a unit and of all units below it, unit by unit, each by name; a page reads no more units than it shows people. With
 * `unitId` left out: those of the agency who have no unit.
 */
export async function listUnitPeople(
  deps: Deps,
  input: {
    readonly principal: Administrator;
    readonly agencyId: AgencyId;
    readonly unitId?: UnitId;
    readonly pageToken?: string;
  },
): Promise<ListedPeople> {
  const { principal, agencyId, unitId, pageToken } = input;
  if (!mayAdminister(principal, { kind: 'agency', agencyId })) throw new IdentityNotFound('agency');
  const purpose = `unit people ${agencyId} ${unitId ?? ''} ${principal.kind === 'client' ? principal.clientId : principal.personId}`;
  const begin = pageToken === undefined ? undefined : openPlace(deps, purpose, pageToken);
  const { people, next } = await collect(deps, { agencyId, unitId }, begin);
  return {
    people: people.map(summaryOf),
    ...(next && { nextPageToken: sealPageToken(deps.signer, purpose, next) }),
  };
}

async function collect(
  deps: Deps,
  list: { readonly agencyId: AgencyId; readonly unitId: UnitId | undefined },
  begin: PlaceInList | undefined,
): Promise<{ readonly people: readonly Person[]; readonly next?: PlaceInList }> {
  const units = await unitsFrom(deps, list, begin?.unitId);
  const people: Person[] = [];
  let after = begin?.after;
  for (const [n, unitId] of units.entries()) {
    const unit = unitId === undefined ? {} : { unitId };
    const page = await deps.people.listByUnit(
      { agencyId: list.agencyId, ...unit },
      { limit: pageSize - people.length, ...(after !== undefined && { after }) },
    );
    people.push(...page.people);
    after = page.next;
    if (after !== undefined) return { people, next: { ...unit, after } };
    const following = units[n + 1];
    if (people.length >= pageSize && following !== undefined) return { people, next: { unitId: following } };
  }
  return { people };
}

/** Units to read, from the one where the page before ended; those that nobody works in are passed over. */
async function unitsFrom(
  { people, organisations }: Deps,
  { agencyId, unitId }: { readonly agencyId: AgencyId; readonly unitId: UnitId | undefined },
  first: UnitId | undefined,
): Promise<readonly (UnitId | undefined)[]> {
  if (unitId === undefined) return [undefined];
  const [units, heads] = await Promise.all([organisations.listUnits(agencyId), people.countByUnit(agencyId)]);
  const under = subtree(units, unitId).map((unit) => unit.unitId);
  if (under.length === 0) throw new IdentityNotFound('unit');
  const start = first === undefined ? 0 : under.indexOf(first);
  if (start < 0) throw linkIsOver();
  return under.slice(start).filter((id) => heads.has(id));
}

function openPlace({ signer }: Deps, purpose: string, token: string): PlaceInList {
  const read = placeSchema.safeParse(openPageToken(signer, purpose, token));
  if (!read.success) throw linkIsOver();
  return read.data;
}

const linkIsOver = () => new InvalidInput('This page link is not valid any more. Start from the first page.');
