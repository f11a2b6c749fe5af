import type { Clock } from '@sinau/kernel';
import type { Connection } from './connection.ts';
import {
  addressesOf,
  type ChangeConnectionRequest,
  changeConnectionSchema,
  checkKind,
  parseRequest,
  refusal,
} from './connection-request.ts';
import { checkAddresses, checkBeside, checkStart } from './create-connection.ts';
import { ConnectionChanged, ConnectionNotFound } from './errors.ts';
import { kindTraits } from './kinds.ts';
import { actorOf, type ConnectionInput, ownConnection } from './own-connection.ts';
import { planRuns } from './plan-runs.ts';
import type { AddressPort, ConnectionStore, StartToolPort } from './ports.ts';
import { type SecretBox, sealSecrets } from './secrets.ts';

/** Changes everything that people set; what is under way ends as it began. Throws `ConnectionChanged`. */
export async function changeConnection(
  deps: {
    readonly connections: ConnectionStore;
    readonly addresses: AddressPort;
    readonly startTools: StartToolPort;
    readonly box: SecretBox;
    readonly clock: Clock;
  },
  input: ConnectionInput & { readonly request: ChangeConnectionRequest },
): Promise<void> {
  const before = await ownConnection(deps, input);
  const request = parseRequest(changeConnectionSchema, input.request);
  const { rev, secret, ...settings } = request;
  checkKind(before.kind, request);
  if (rev !== before.rev) throw new ConnectionChanged();
  await checkAddresses(deps.addresses, addressesOf(settings));
  await checkBeside(deps.connections, { providerId: before.providerId, ...settings });
  await checkStart(deps.startTools, { providerId: before.providerId, ...settings });
  const isSecretGiven = kindTraits[before.kind].secret === 'given';
  if (isSecretGiven && secret === undefined && namesAnotherHost(before, settings)) throw secretNeeded();
  const sealedSecrets =
    secret === undefined ? before.sealedSecrets : await sealSecrets(deps.box, before, { current: secret });
  await changeOwn(deps, { connection: before, rev }, (found) => {
    const now = deps.clock.now();
    const {
      baseUrl: _,
      moodle: __,
      oneRoster: ___,
      openedx: ____,
      xapi: _____,
      start: ______,
      completion: _______,
      reconciliation: ________,
      ...rest
    } = found;
    const after: Connection = {
      ...rest,
      ...settings,
      ...(sealedSecrets !== undefined && { sealedSecrets }),
      changedBy: actorOf(input.principal),
      updatedAt: now.toISOString(),
    };
    return { ...after, runs: planRuns(after, now) };
  });
}

/** A change of what was read; throws when somebody else changed or removed it since. */
export async function changeOwn(
  { connections }: { readonly connections: Pick<ConnectionStore, 'update'> },
  { connection, rev }: { readonly connection: Connection; readonly rev: number },
  change: (found: Connection) => Connection,
): Promise<Connection> {
  const changed = await connections.update(connection.connectionId, (found) => {
    if (found.rev !== rev) throw new ConnectionChanged();
    return { ...change(found), rev: rev + 1 };
  });
  if (!changed) throw new ConnectionNotFound();
  return changed;
}

function namesAnotherHost(
  before: Parameters<typeof addressesOf>[0],
  after: Parameters<typeof addressesOf>[0],
): boolean {
  const known = new Set(addressesOf(before).map((url) => new URL(url).origin));
  return addressesOf(after).some((url) => !known.has(new URL(url).origin));
}

/** A token was given for one host: another one must not be shown it. */
function secretNeeded() {
  return refusal('/secret', 'Another host needs a token of its own.');
}
