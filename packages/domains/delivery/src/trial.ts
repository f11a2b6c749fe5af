import type { PersonId } from '@sinau/kernel';
import type { Account } from '@sinau/xapi';
import { DeliveryNotFound } from './errors.ts';
import type { GuestRegistration } from './guest.ts';
import { type Launch, type LaunchDeps, type LaunchOptions, launchEntitled } from './launch-au.ts';
import { loadContent } from './load-content.ts';
import type { GuestStore } from './ports.ts';
import { type CourseProgress, progressOf } from './read-progress.ts';
import { safeReturnUrl } from './return-url.ts';

/** Which registration somebody tries a course under; one a person, course and version. */
export interface TrialStore {
  /** Sees every write that was answered before. */
  find(at: TrialPlace): Promise<string | undefined>;
  /** Puts this registration in the place of an earlier one. */
  put(at: TrialPlace, registration: string): Promise<void>;
}

export interface TrialPlace {
  readonly personId: PersonId;
  readonly courseId: string;
  /** Any frozen version, published or not. */
  readonly version: number;
}

export interface TrialDeps extends LaunchDeps {
  readonly guests: GuestStore;
  readonly trials: TrialStore;
}

/** Who tries is named apart from the learners, so that nothing of it is ever taken for learning. */
function trialActor(deps: Pick<LaunchDeps, 'actors'>, personId: PersonId): Account {
  const { homePage, name } = deps.actors.accountOf(personId);
  return { homePage: `${homePage.replace(/\/+$/, '')}/trial`, name };
}

/**
 * Launches a part of any version as a learner would find it, into the sandbox: no enrolment, no progress, no JP, nothing
 * that an agency pulls. Whether the person may see the course is for the caller to decide.
 */
export async function launchTrial(
  deps: TrialDeps,
  request: LaunchOptions & { readonly at: TrialPlace },
): Promise<Launch & { readonly registration: string }> {
  const { at } = request;
  const known = await deps.trials.find(at);
  const guest = (known && (await deps.guests.find(known))) || (await begin(deps, at));
  const { registration, actor } = guest;
  const { personId, courseId, version } = at;
  const trial = { courseId, version, actor, open: true, trial: true as const, triedBy: personId };
  const returnUrl = safeReturnUrl(deps.addresses.portalOrigin, request.returnUrl);
  const launch = await launchEntitled(deps, { ...request, registration, returnUrl, entitlement: trial });
  return { ...launch, registration };
}

/** Forgets what was tried: the next launch begins anew. */
export async function restartTrial(deps: TrialDeps, at: TrialPlace): Promise<void> {
  await begin(deps, at);
}

async function begin(deps: TrialDeps, at: TrialPlace): Promise<GuestRegistration> {
  const { personId, courseId, version } = at;
  const guest: GuestRegistration = {
    ...{ registration: deps.ids.uuid().toLowerCase(), courseId, version },
    ...{ actor: trialActor(deps, personId), clientId: personId, trial: true },
    createdAt: deps.clock.now().toISOString(),
  };
  if ((await deps.guests.add(guest)) === 'exists') throw new DeliveryNotFound('Try again.');
  await deps.trials.put(at, guest.registration);
  return guest;
}

/** What was reached in the trial, and its registration; undefined registration before the first launch. */
export async function readTrial(
  deps: Pick<TrialDeps, 'trials' | 'registrations' | 'content'>,
  at: TrialPlace,
): Promise<{ readonly registration?: string; readonly progress: CourseProgress }> {
  const registration = await deps.trials.find(at);
  const [content, state] = await Promise.all([
    loadContent(deps, at),
    registration === undefined ? undefined : deps.registrations.read(registration),
  ]);
  return { ...(registration !== undefined && { registration }), progress: progressOf(content, state) };
}
