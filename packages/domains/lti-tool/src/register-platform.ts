import type { Clock, Digest, Ids } from '@sinau/kernel';
import {
  clientMetadata,
  type PlatformConfiguration,
  type RegisteredHere,
  readPlatformConfiguration,
  readRegistrationAnswer,
  type ToolAddresses,
  wantedScopes,
} from '@sinau/lti/tool';
import { wrongAddress } from './check-addresses.ts';
import { RegistrationEnded, RegistrationFailed } from './errors.ts';
import { newPlatform, refuseTooMany } from './new-platform.ts';
import type { ForeignPlatform } from './platform.ts';
import type {
  AddressCheck,
  ForeignPlatformStore,
  RegistrationDoor,
  RegistrationTicketStore,
} from './ports.ts';
import type { RegistrationTicket } from './registration-ticket.ts';

export interface RegisterDeps {
  readonly platforms: Pick<ForeignPlatformStore, 'listOf'>;
  readonly tickets: RegistrationTicketStore;
  readonly door: RegistrationDoor;
  readonly addressCheck: AddressCheck;
  readonly addresses: ToolAddresses;
  /** What we are called over there. */
  readonly toolName: string;
  /** Our own name as a platform, which no client of others may have. */
  readonly ownIssuer: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
}

interface RegisterInput {
  readonly ticket: string;
  /** Both as the learning system gave them to the browser. */
  readonly openidConfiguration: string;
  readonly registrationToken?: string;
}

/** The ticket while it may be used. Rejects with `RegistrationEnded`. */
export async function openTicket(
  { tickets, clock, digest }: Pick<RegisterDeps, 'tickets' | 'clock' | 'digest'>,
  ticket: string,
): Promise<RegistrationTicket> {
  const found = await tickets.find(digest.sha256(ticket));
  const isOpen = found && !found.platformId && Date.parse(found.validUntil) > clock.now().getTime();
  if (!isOpen) throw new RegistrationEnded();
  return found;
}

/**
 * Registers us at a learning system (Dynamic Registration 1.0), which then waits for its owner. The ticket is taken before anybody is asked, so
 * that of two tries at once one goes out; one that comes to nothing gives it back.
 */
export async function registerPlatform(deps: RegisterDeps, input: RegisterInput): Promise<ForeignPlatform> {
  const ticket = await openTicket(deps, input.ticket);
  if (!fitsHeader(input.registrationToken)) throw new RegistrationFailed('registration_token: is none.');
  await refuseTooMany(deps, ticket.owner);
  if ((await deps.tickets.take(ticket.ticketHash)) === 'spent') throw new RegistrationEnded();
  try {
    const configuration = await readConfiguration(deps, input.openidConfiguration);
    const registered = await register(deps, { configuration, token: input.registrationToken });
    const platform = platformOf(deps, { ticket, configuration, registered });
    const outcome = await deps.tickets.spend(ticket.ticketHash, platform);
    if (outcome === 'taken') throw new RegistrationFailed('client_id: is registered here already.');
    return platform;
  } catch (error) {
    await deps.tickets.giveBack(ticket.ticketHash);
    throw error;
  }
}

/** It goes into one; nothing is sent for what would break the line. */
const fitsHeader = (token = ''): boolean => /^[\x21-\x7e]*$/.test(token);

async function readConfiguration(deps: RegisterDeps, address: string): Promise<PlatformConfiguration> {
  const document = await deps.door.read(address);
  const read = readPlatformConfiguration(document, address);
  if ('wrong' in read) throw new RegistrationFailed(`openid_configuration: ${read.wrong}`);
  const wrong = await wrongAddress(deps, {
    authorization_endpoint: read.authorizationUrl,
    token_endpoint: read.tokenUrl,
    jwks_uri: read.jwksUri,
    registration_endpoint: read.registrationUrl,
  });
  if (wrong) throw new RegistrationFailed(`openid_configuration: ${wrong.field} ${wrong.because}`);
  return read;
}

async function register(
  deps: RegisterDeps,
  given: { readonly configuration: PlatformConfiguration; readonly token: string | undefined },
): Promise<RegisteredHere> {
  const { configuration, token } = given;
  const { takesDeepLinking, registrationUrl } = configuration;
  const metadata = clientMetadata(deps.addresses, { name: deps.toolName, takesDeepLinking });
  const answer = await deps.door.register(registrationUrl, { metadata, ...(token && { token }) });
  const registered = readRegistrationAnswer(answer, wantedScopes);
  if ('wrong' in registered) throw new RegistrationFailed(registered.wrong);
  if (registered.clientId === deps.ownIssuer) {
    throw new RegistrationFailed('client_id: is our own name, which nobody else may give us.');
  }
  return registered;
}

function platformOf(
  deps: RegisterDeps,
  given: {
    readonly ticket: RegistrationTicket;
    readonly configuration: PlatformConfiguration;
    readonly registered: RegisteredHere;
  },
): ForeignPlatform {
  const { takesDeepLinking: _asked, registrationUrl: _used, ...configuration } = given.configuration;
  const { clientId, deploymentId, scopes } = given.registered;
  const { owner, madeBy: registeredBy } = given.ticket;
  return newPlatform(deps, {
    ...{ ...configuration, clientId, scopes, owner, registeredBy, status: 'waiting' },
    name: hostOf(configuration.issuer),
    deployments: deploymentId === undefined ? [] : [deploymentId],
  });
}

const hostOf = (issuer: string): string => /^https?:\/\/([^/?#]+)/i.exec(issuer)?.[1] ?? issuer;
