import type { Person } from '@sinau/identity';
import {
  getProvisioned,
  type Provisioner,
  provisionPerson,
  updateProvisioned,
  withdrawPerson,
} from '@sinau/identity/provisioning';
import type { Principal } from '@sinau/kernel';
import type { HttpApp } from '@sinau/platform/http';
import {
  applyPatch,
  projectResource,
  type Resource,
  readPatchRequest,
  readResource,
  ScimRefused,
  userKind,
} from '@sinau/scim';
import type { Context } from 'hono';
import { answer, listAnswer } from './answers.ts';
import { access, callerOf, root } from './caller.ts';
import type { ScimDeps } from './deps.ts';
import { findUsers } from './find-users.ts';
import { type ListQuery, readListQuery, readProjection, readSearch } from './list-query.ts';
import { oursAmong } from './ours-among.ts';
import { readBody } from './read-body.ts';
import { readUser } from './read-user.ts';
import { readUnitWords, type UnitWords } from './unit-words.ts';
import { userResource, versionOf } from './user-resource.ts';

const path = `${root}/Users`;
const one = `${path}/:personId`;
const reads = { what: 'person', of: 'personId' } as const;

/** People of the agency as its identity provider sees and says them. */
export function addUserRoutes(app: HttpApp, deps: ScimDeps): void {
  const list = { access, reads: { what: 'people' } } as const;
  app.route({ method: 'GET', path, ...list }, async (c) => listed(c, deps, readListQuery(c.req.query())));
  app.route({ method: 'POST', path: `${path}/.search`, ...list }, async (c) =>
    listed(c, deps, readSearch(await readBody(c.req))),
  );
  app.route({ method: 'POST', path, access, reads: { what: 'person', of: 'told' } }, async (c) => {
    const next = readResource(userKind, await readBody(c.req));
    const around = await aroundOf(c, deps);
    const said = new Set(Object.keys(next));
    const { userName, ...request } = readUser({ next, said, isPatch: false, units: around.units });
    if (userName === undefined) throw new ScimRefused('scim.invalid-value', '"userName" is required.');
    const given = { provisioner: around.provisioner, request: { ...request, userName } };
    const person = await provisionPerson(deps, given);
    c.set('readOf', person.personId);
    return shown(c, deps, { person, around, status: 201 });
  });
  app.route({ method: 'GET', path: one, access, reads }, async (c) => {
    const around = await aroundOf(c, deps);
    const person = await getProvisioned(deps, at(c, around));
    if (isKnown(c.req.header('if-none-match'), person)) {
      return c.body(null, 304, { etag: versionOf(person) });
    }
    return shown(c, deps, { person, around });
  });
  app.route({ method: 'PUT', path: one, access, reads }, async (c) => {
    const next = readResource(userKind, await readBody(c.req));
    return changed(c, deps, () => ({ next, said: new Set(Object.keys(next)), isPatch: false }));
  });
  app.route({ method: 'PATCH', path: one, access, reads }, async (c) => {
    const operations = readPatchRequest(await readBody(c.req));
    return changed(c, deps, (before) => {
      const { resource, touched } = applyPatch(userKind, before, operations);
      return { next: resource, said: touched, isPatch: true };
    });
  });
  app.route({ method: 'DELETE', path: one, access }, async (c) => {
    const provisioner = callerOf(c.get('principal'));
    await withdrawPerson(deps, { ...at(c, { provisioner }), isSeen: isSeenBy(c) });
    return c.body(null, 204);
  });
}

interface Around {
  readonly provisioner: Provisioner;
  readonly units: UnitWords;
  readonly portalOrigin: string;
}

// biome-ignore lint/suspicious/noExplicitAny: any path, of which `Context` would want to know the parameters
type Asked = Context<any>;

async function aroundOf(c: Asked, deps: ScimDeps): Promise<Around> {
  const provisioner = callerOf(c.get('principal') as Principal);
  const units = await readUnitWords(deps, provisioner.agencyId);
  return { provisioner, units, portalOrigin: deps.portalOrigin };
}

const at = (c: Asked, { provisioner }: Pick<Around, 'provisioner'>) => ({
  provisioner,
  personId: c.req.param('personId') ?? '',
});

async function listed(c: Asked, deps: ScimDeps, query: ListQuery): Promise<Response> {
  const found = await findUsers(deps, query, await aroundOf(c, deps));
  const resources = found.resources.map((user) => projectResource(userKind, user, query.projection));
  return answer(c, listAnswer({ ...found, resources }));
}

async function shown(
  c: Asked,
  deps: ScimDeps,
  given: { readonly person: Person; readonly around: Around; readonly status?: 200 | 201 },
): Promise<Response> {
  const { person, around, status = 200 } = given;
  const resource = await resourceOf(deps, person, around);
  const headers = { etag: versionOf(person) };
  const location = `${deps.portalOrigin}${path}/${person.personId}`;
  return answer(c, projectResource(userKind, resource, readProjection(c.req.query())), {
    status,
    headers: status === 201 ? { ...headers, location } : headers,
  });
}

async function resourceOf(deps: ScimDeps, person: Person, around: Around): Promise<Resource> {
  const isOurs = await oursAmong(deps, { people: [person], provisioner: around.provisioner });
  return userResource(person, { ...around, isOurs });
}

/** The resource that is to be, against the one that there is at that moment. */
async function changed(
  c: Asked,
  deps: ScimDeps,
  nextOf: (before: Resource) => Omit<Parameters<typeof readUser>[0], 'before' | 'units'>,
): Promise<Response> {
  const around = await aroundOf(c, deps);
  const person = await updateProvisioned(deps, {
    ...at(c, around),
    isSeen: isSeenBy(c),
    requestOf: async (held) => {
      const before = await resourceOf(deps, held, around);
      return readUser({ ...nextOf(before), before, units: around.units });
    },
  });
  return shown(c, deps, { person, around });
}

/** Section 3.14: a change is for the version that its sender has seen, if they say which. */
const isSeenBy = (c: Asked) => (person: Person) => {
  const wanted = c.req.header('if-match');
  return wanted === undefined || isKnown(wanted, person);
};

/** Weak or not: our versions are counted. */
function isKnown(header: string | undefined, person: Person): boolean {
  if (header === undefined) return false;
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim() === '*' || plain(tag) === plain(versionOf(person)));
}
