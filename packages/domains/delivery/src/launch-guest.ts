import { InvalidInput, type PersonId } from '@sinau/kernel';
import type { Account } from '@sinau/xapi';
import { RegistrationTaken } from './errors.ts';
import type { GuestRegistration } from './guest.ts';
import { type Launch, type LaunchDeps, type LaunchOptions, launchEntitled } from './launch-au.ts';
import type { GuestStore } from './ports.ts';
import { returnUrlOfGuest } from './return-url.ts';

export interface GuestLaunchRequest extends Omit<LaunchOptions, 'returnUrl'> {
  /** API client that asks. Whether it may is for the caller to decide. */
  readonly clientId: string;
  readonly courseId: string;
  /** Published version; counts for a registration that is new. */
  readonly version: number;
  /** Any account of another system; those of this one stand for its people, who launch in the portal. */
  readonly actor: Account;
  /** UUID of an earlier launch to go on with, or of one's own making. @default a new one */
  readonly registration?: string;
  /** Where the AU sends the learner afterwards: an https page of any system. @default the portal's home */
  readonly returnUrl?: string;
}

/**
 * Launches an AU for a learner whom another system names. A registration that is not known begins; one that is goes on,
 * for the same course and the same account only: otherwise `RegistrationTaken`. An account of this platform is
 * `InvalidInput`: whoever may launch guests would else write into the records of its people (case C3).
 */
export async function launchGuest(
  deps: LaunchDeps & { readonly guests: GuestStore },
  request: GuestLaunchRequest,
): Promise<Launch & { readonly registration: string }> {
  const { courseId, version, actor, clientId } = request;
  const { homePage: own } = deps.actors.accountOf(actor.name as PersonId);
  // Those of trials begin with it.
  if (actor.homePage === own || actor.homePage.startsWith(`${own.replace(/\/+$/, '')}/`)) throw ownAccount();
  const returnUrl = returnUrlOfGuest(deps.addresses.portalOrigin, request.returnUrl);
  const registration = (request.registration ?? deps.ids.uuid()).toLowerCase();
  const createdAt = deps.clock.now().toISOString();
  const wanted: GuestRegistration = { registration, courseId, version, actor, clientId, createdAt };
  const guest = await beginGuest(deps, wanted);
  const { homePage, name } = guest.actor;
  if (guest.courseId !== courseId || homePage !== actor.homePage || name !== actor.name) {
    throw new RegistrationTaken();
  }
  const entitlement = { actor: guest.actor, courseId, version: guest.version, open: true };
  const launch = await launchEntitled(deps, { ...request, registration, returnUrl, entitlement });
  return { ...launch, registration };
}

function ownAccount(): InvalidInput {
  return new InvalidInput('People of this platform launch in the portal.', {
    issues: [
      { path: '/actor/account/homePage', message: 'is this platform; name the system of the learner' },
    ],
  });
}

/** A registration that is not known begins; a person's own is `RegistrationTaken`. */
export async function beginGuest(
  deps: Pick<LaunchDeps, 'entitlements'> & { readonly guests: GuestStore },
  wanted: GuestRegistration,
): Promise<GuestRegistration> {
  const known = await deps.guests.find(wanted.registration);
  if (known) return known;
  // An enrolment's registration belongs to its person.
  if (await deps.entitlements.find(wanted.registration)) throw new RegistrationTaken();
  if ((await deps.guests.add(wanted)) === 'added') return wanted;
  const faster = await deps.guests.find(wanted.registration);
  return faster ?? wanted;
}
