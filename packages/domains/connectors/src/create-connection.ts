import type { Clock, Ids, Principal, ProviderId } from '@sinau/kernel';
import type { Connection, ConnectionId } from './connection.ts';
import {
  addressesOf,
  type CreateConnectionRequest,
  checkKind,
  createConnectionSchema,
  mostConnections,
  parseRequest,
  refusal,
} from './connection-request.ts';
import { AddressNotAllowed, ConnectionNotFound, TooManyConnections } from './errors.ts';
import { kindTraits } from './kinds.ts';
import { actorOf, looksAfterAll, ownProvider } from './own-connection.ts';
import { planRuns } from './plan-runs.ts';
import type { AddressPort, ConnectionStore, StartToolPort } from './ports.ts';
import { newSecret, type SecretBox, sealSecrets } from './secrets.ts';

export interface CreateConnectionDeps {
  readonly connections: ConnectionStore;
  readonly addresses: AddressPort;
  readonly startTools: StartToolPort;
  readonly box: SecretBox;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * A new connection of the caller's own provider, or of the one an operator names. `secret`: of a kind whose secret is made
 * here, to be shown once. Throws `AddressNotAllowed` for an address that nothing may be sent to.
 */
export async function createConnection(
  deps: CreateConnectionDeps,
  input: { readonly principal: Principal; readonly request: CreateConnectionRequest },
): Promise<{ readonly connection: Connection; readonly secret?: string }> {
  const { principal } = input;
  const request = parseRequest(createConnectionSchema, input.request);
  const { providerId: named, secret: given, kind, ...settings } = request;
  const providerId = providerOf(principal, named);
  checkKind(kind, request);
  const traits = kindTraits[kind];
  if (traits.secret === 'given' && given === undefined) throw refusal('/secret', 'Give the token.');
  await checkAddresses(deps.addresses, addressesOf(settings));
  await checkBeside(deps.connections, { providerId, ...settings });
  await checkStart(deps.startTools, { providerId, ...settings });
  if ((await deps.connections.listOfProvider(providerId)).length >= mostConnections) {
    throw new TooManyConnections(mostConnections);
  }
  const connectionId = deps.ids.uuid() as ConnectionId;
  const secret = traits.secret === 'made' ? newSecret(deps.ids) : given;
  const now = deps.clock.now();
  const unplanned: Connection = {
    ...{ connectionId, providerId, kind, ...settings },
    state: 'active',
    ...(secret !== undefined && {
      sealedSecrets: await sealSecrets(deps.box, { connectionId, providerId }, { current: secret }),
    }),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    changedBy: actorOf(principal),
    rev: 1,
    runs: {},
  };
  const connection = { ...unplanned, runs: planRuns(unplanned, now) };
  await deps.connections.create(connection);
  return { connection, ...(traits.secret === 'made' && secret !== undefined && { secret }) };
}

function providerOf(principal: Principal, named: ProviderId | undefined): ProviderId {
  const own = ownProvider(principal);
  if (own !== undefined && (named === undefined || named === own)) return own;
  if (!looksAfterAll(principal)) throw new ConnectionNotFound();
  if (named === undefined) throw refusal('/providerId', 'Name the provider.');
  return named;
}

/** Looked at when it is saved, and again at each use by whoever sends (case F3). */
export async function checkAddresses(addresses: AddressPort, urls: readonly string[]): Promise<void> {
  for (const url of urls) if (!(await addresses.mayUse(url))) throw new AddressNotAllowed();
}

/** Learners are led there: a tool of the same provider, that is in use. */
export async function checkStart(
  tools: StartToolPort,
  { providerId, start }: Pick<Connection, 'providerId' | 'start'>,
): Promise<void> {
  if (!start || (await tools.mayStart(providerId, start))) return;
  throw refusal('/start', 'Name a tool of this provider that is in use, and one of its deployments.');
}

/** Names and courses of another connection count for one of the same provider alone. */
export async function checkBeside(
  connections: Pick<ConnectionStore, 'find'>,
  { providerId, xapi }: Pick<Connection, 'providerId' | 'xapi'>,
): Promise<void> {
  if (xapi?.beside === undefined) return;
  const beside = await connections.find(xapi.beside);
  if (beside?.providerId === providerId && kindTraits[beside.kind].learners) return;
  throw refusal('/xapi/beside', 'Name a connection of yours to the same LMS.');
}
