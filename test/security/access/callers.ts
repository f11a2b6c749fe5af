import { grantableScopes } from '@sinau/identity';
import {
  type Grant,
  type Role,
  roles,
  type Scope,
  type Tenant,
  type ToolScope,
  toolScopes,
} from '@sinau/kernel';
import type { World } from '../world/start-world.ts';
import { origin } from '../world/system.ts';
import { addTool } from '../world/tool.ts';

/** Whoever may come to a door, with what they hold. */
export interface Caller {
  readonly name: string;
  /** What this caller holds, told by hand: the kernel's own reading of grants is under test. */
  readonly holds: readonly Grant[];
  /** Whose client this is. */
  readonly owner?: Tenant['kind'];
  /** Doors that know these credentials; at the others they are nobody's. */
  readonly knownAt: readonly string[];
  /** Doors where another caller of the same kind, who holds more, stands for this one. @default nowhere */
  readonly notAskedAt?: readonly string[];
  headers(): Promise<Record<string, string>>;
}

/** Doors for machines that have a client's secret. */
const clientDoors = ['api', 'records', 'scim', 'xapi'];

/** Guests, every role, clients of every kind of owner with each scope alone, tools of LTI and running content. */
export async function makeCallers(world: World): Promise<readonly Caller[]> {
  const content = await world.launchedAu();
  return [
    { name: 'guest', holds: ['anyone'], knownAt: [], headers: async () => ({}) },
    ...roles.map((role) => person(world, role)),
    ...(await clients(world)),
    ...(await tools(world)),
    {
      name: 'running content',
      holds: ['anyone', 'au'],
      knownAt: ['quiz', 'scorm', 'xapi'],
      headers: async () => content,
    },
  ];
}

/** Each request in a session of its own: signing out is among the routes. */
function person(world: World, role: Role): Caller {
  return {
    name: role,
    holds: ['anyone', 'person', `role:${role}`],
    knownAt: ['portal'],
    headers: async () => ({ ...(await world.signedIn(role)), origin }),
  };
}

async function clients(world: World): Promise<readonly Caller[]> {
  const { agencyA, providerA, platform } = world.tenants;
  const made = [agencyA, providerA, platform].flatMap((tenant) => [
    // Pages know no clients, whatever these may do.
    client(world, tenant, grantableScopes(tenant)),
    ...grantableScopes(tenant).map(async (scope) => ({
      ...(await client(world, tenant, [scope])),
      notAskedAt: ['portal'],
    })),
  ]);
  return Promise.all(made);
}

async function client(world: World, tenant: Tenant, scopes: readonly Scope[]): Promise<Caller> {
  const { headers } = await world.client(tenant, ...scopes);
  const what = scopes.length === 1 ? scopes.join() : 'every scope';
  return {
    name: `client of ${tenant.kind} with ${what}`,
    holds: ['anyone', ...scopes.map((scope): Grant => `scope:${scope}`)],
    owner: tenant.kind,
    knownAt: clientDoors,
    // One with a single scope goes where that is asked for, and where it is not.
    ...(scopes.length > 1 && { notAskedAt: clientDoors }),
    headers: async () => headers,
  };
}

/** A tool of LTI, with a token for one thing at a time. */
async function tools(world: World): Promise<readonly Caller[]> {
  const { headersFor } = await addTool(
    { dynamo: world.parts.dynamo, ask: world.ask },
    world.tenants.providerA,
  );
  return Promise.all(
    toolScopes.map(async (scope: ToolScope): Promise<Caller> => {
      const headers = await headersFor(scope);
      return {
        name: `tool with ${scope}`,
        holds: ['anyone', `tool:${scope}`],
        knownAt: ['lti'],
        headers: async () => headers,
      };
    }),
  );
}
