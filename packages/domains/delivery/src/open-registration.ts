import { nothingSatisfied } from '@sinau/cmi5';
import type { Clock, Digest, Ids } from '@sinau/kernel';
import type { Account } from '@sinau/xapi';
import { commit } from './commit.ts';
import { NotEntitled } from './errors.ts';
import { loadContent } from './load-content.ts';
import type {
  ActorPort,
  CourseContent,
  CourseContentPort,
  DeliveryAddresses,
  Entitlement,
  EntitlementPort,
  RecordWriter,
  RegistrationStore,
} from './ports.ts';
import type { DeliveryRegistration } from './registration.ts';
import { type Change, satisfy } from './satisfy.ts';

export interface RegistrationDeps {
  readonly registrations: RegistrationStore;
  readonly records: RecordWriter;
  readonly entitlements: EntitlementPort;
  readonly content: CourseContentPort;
  readonly actors: ActorPort;
  readonly addresses: DeliveryAddresses;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Begins a registration, if it has not begun: its moveOn criteria are evaluated and what needs nothing is satisfied
 * (cmi5 9.6.1.1-3). May be called any number of times, at enrolment and by every launch.
 */
export async function openRegistration(
  deps: RegistrationDeps,
  input: { readonly registration: string },
): Promise<void> {
  const entitlement = await deps.entitlements.find(input.registration);
  if (!entitlement?.open) throw new NotEntitled();
  const content = await loadContent(deps, entitlement);
  await commit(deps, async () => {
    const known = await deps.registrations.read(input.registration);
    return known ? undefined : beginning(deps, { ...input, entitlement, content });
  });
}

/** The account that stands for the learner in every statement of the registration. */
export function actorOf(deps: { readonly actors: ActorPort }, entitlement: Entitlement): Account {
  const { actor, personId } = entitlement;
  if (actor) return actor;
  if (personId === undefined) throw new TypeError('an entitlement names a person or an actor');
  return deps.actors.accountOf(personId);
}

/** The first state of a registration, with the satisfied statements it brings about. */
export function beginning(
  deps: Pick<RegistrationDeps, 'actors' | 'addresses' | 'digest' | 'clock' | 'ids'>,
  input: {
    readonly registration: string;
    readonly entitlement: Entitlement;
    readonly content: CourseContent;
  },
): Change {
  const { registration, entitlement, content } = input;
  const empty: DeliveryRegistration = {
    registration,
    ...(entitlement.personId !== undefined && { personId: entitlement.personId }),
    courseId: entitlement.courseId,
    version: entitlement.version,
    actor: actorOf(deps, entitlement),
    ...(entitlement.trial && { trial: true }),
    createdAt: deps.clock.now().toISOString(),
    aus: {},
    satisfaction: nothingSatisfied,
    rev: 0,
  };
  // Outside a session: a session id of its own, used for nothing else (9.3.9).
  return satisfy(deps, { state: empty, content, sessionId: deps.ids.uuid() });
}
