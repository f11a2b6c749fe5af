import type { Person } from '@sinau/identity';
import { findProvisioned, listProvisioned, type Provisioner } from '@sinau/identity/provisioning';
import { type Filter, filterTest, findPath, type Resource, ScimRefused, userKind } from '@sinau/scim';
import type { Listed } from './answers.ts';
import type { ScimDeps } from './deps.ts';
import { followCursor } from './follow-cursor.ts';
import type { ListQuery } from './list-query.ts';
import { oursAmong } from './ours-among.ts';
import { type Surroundings, userResource } from './user-resource.ts';

type Key = { readonly by: Parameters<typeof findProvisioned>[1]['by']; readonly value: string };

/** One read for what a key answers; otherwise everybody of the agency is looked at, up to a bound. */
export async function findUsers(
  deps: ScimDeps,
  query: ListQuery,
  around: Omit<Surroundings, 'isOurs'>,
): Promise<Listed> {
  const { filter, startIndex, count } = query;
  const { provisioner } = around;
  const test = filter && filterTest(userKind, filter);
  const key = filter && keyIn(filter);
  if (query.cursor !== undefined && count > 0 && !key) {
    return followCursor(deps, { query: { ...query, cursor: query.cursor }, test }, around);
  }
  const people = key
    ? await findProvisioned(deps, { provisioner, ...key })
    : await everybody(deps, provisioner);
  const isOurs = await oursAmong(deps, { people, provisioner, isAll: key === undefined });
  const shown = (person: Person): Resource => userResource(person, { ...around, isOurs });
  const page = <One>(all: readonly One[]) => all.slice(startIndex - 1, startIndex - 1 + count);
  if (!test) return { resources: page(people).map(shown), total: people.length, startIndex };
  const found = people.map(shown).filter(test);
  return { resources: page(found), total: found.length, startIndex };
}

async function everybody(deps: ScimDeps, provisioner: Provisioner): Promise<readonly Person[]> {
  const { mostListed: most = 20_000 } = deps;
  const { people, isCut } = await listProvisioned(deps, { provisioner, most });
  if (!isCut) return people;
  throw new ScimRefused(
    'scim.too-many',
    `The agency has more than ${most} people: follow a cursor (RFC 9865), or ask for single ones, by userName, externalId, emails or employeeNumber with eq.`,
  );
}

/** What of a filter everybody found fulfils, and a key answers. */
function keyIn(filter: Filter): Key | undefined {
  if (filter.kind === 'and') {
    for (const one of filter.filters) {
      const key = keyIn(one);
      if (key) return key;
    }
    return undefined;
  }
  if (filter.kind !== 'compare' || filter.op !== 'eq' || typeof filter.value !== 'string') return undefined;
  const { path, value } = filter;
  const by = keys[nameOf(path)];
  return by && { by, value };
}

function nameOf({ urn, attribute, sub }: Extract<Filter, { kind: 'compare' }>['path']): string {
  const text = `${urn === undefined ? '' : `${urn}:`}${attribute}${sub === undefined ? '' : `.${sub}`}`;
  const found = findPath(userKind, text);
  if (typeof found !== 'object') return '';
  return [found.attribute.name, found.sub?.name ?? ''].filter((name) => name !== '').join('.');
}

const keys: Readonly<Record<string, Key['by']>> = {
  id: 'id',
  userName: 'userName',
  externalId: 'externalId',
  emails: 'email',
  'emails.value': 'email',
  employeeNumber: 'employeeNumber',
};
