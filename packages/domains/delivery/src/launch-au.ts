import {
  type Au,
  agentOf,
  buildLaunchData,
  buildLaunchUrl,
  isMoveOnMet,
  type LaunchMethod,
  type LaunchMode,
  launchedStatement,
  openedSession,
  pathInPackage,
  type SessionTerms,
  untouched,
} from '@sinau/cmi5';
import { type Locale, type PersonId, Unavailable } from '@sinau/kernel';
import { readElsewhere } from '@sinau/lti';
import { parseMediaParameters } from '@sinau/media';
import { activityIdOf } from './activity-ids.ts';
import { commit } from './commit.ts';
import { launchedElsewhere } from './elsewhere/launched.ts';
import type { ElsewherePort } from './elsewhere/ports.ts';
import { DeliveryNotFound, NotEntitled, PartLocked } from './errors.ts';
import { lastWords } from './last-words.ts';
import { auAt, loadContent, partAt } from './load-content.ts';
import { locksOf } from './locks.ts';
import { moveRegistration, type VersionMovePort } from './move-registration.ts';
import { actorOf, beginning, type RegistrationDeps } from './open-registration.ts';
import type { ContentTicketPort, CourseContent, DocumentWriter, Entitlement, PartContent } from './ports.ts';
import type { AuSession, DeliveryRegistration } from './registration.ts';
import { safeReturnUrl } from './return-url.ts';
import type { Change } from './satisfy.ts';
import { fetchId, hashOf, secretBytes } from './secrets.ts';
import { abandon, openSessionOf, readSealed } from './sessions.ts';

export interface LaunchDeps extends RegistrationDeps {
  /** Absent where versions never change under a learner. */
  readonly moves?: VersionMovePort;
  readonly documents: DocumentWriter;
  readonly tickets: ContentTicketPort;
  readonly elsewhere: ElsewherePort;
  /** Absent where nobody waits for the last words of a page that is just closing. */
  readonly sleep?: (ms: number) => Promise<void>;
}

export interface LaunchRequest extends LaunchOptions {
  /** Who launches; taken from the session of the portal, never from a body. */
  readonly personId: PersonId;
  readonly registration: string;
}

export interface LaunchOptions {
  /** 0-based position of the AU in document order. */
  readonly auIndex: number;
  /** @default Review once the AU's criterion was reached by the learner, Normal before */
  readonly mode?: LaunchMode;
  /** A page of the portal where the AU sends the learner afterwards; anything else becomes the portal's home. */
  readonly returnUrl?: string;
  /** Language of the portal; starts the learner's preferences. @default id */
  readonly locale?: Locale;
}

export interface Launch {
  /** Opens the AU, also in a browser without any cookie; to be followed within two minutes. */
  readonly url: string;
  /** `OwnWindow` forbids a frame (8.1.0.0-2). */
  readonly launchMethod: LaunchMethod;
  readonly mode: LaunchMode;
  /** A part that another system shows has no session here: then it names the launch and nothing else. */
  readonly sessionId: string;
  readonly activityId: string;
}

const ticketSeconds = 120;

/** Kinds that our own viewer shows. */
const viewed: ReadonlySet<PartContent['kind']> = new Set([
  'video',
  'audio',
  'document',
  'article',
  'link',
  'tincan',
]);

/** Launches an AU for the learner of a registration; an open session of the same registration is abandoned. */
export async function launchAu(deps: LaunchDeps, request: LaunchRequest): Promise<Launch> {
  const before = await deps.entitlements.find(request.registration);
  if (!before?.open || before.personId !== request.personId) throw new NotEntitled();
  // Whoever was in the middle of a session when a version was published moves now, as its rule wants.
  const { registration } = request;
  const moved =
    deps.moves && (await moveRegistration({ ...deps, moves: deps.moves }, { registration, takeOver: true }));
  const returnUrl = safeReturnUrl(deps.addresses.portalOrigin, request.returnUrl);
  if (moved !== 'moved') return launchEntitled(deps, { ...request, returnUrl, entitlement: before });
  const entitlement = await deps.entitlements.find(registration);
  if (!entitlement?.open) throw new NotEntitled();
  const auIndex = await indexAfterMove(deps, request.auIndex, { before, after: entitlement });
  return launchEntitled(deps, { ...request, auIndex, returnUrl, entitlement });
}

/** The learner asked for a part of the version they saw; it may stand elsewhere in the one they are on now. */
async function indexAfterMove(
  deps: LaunchDeps,
  auIndex: number,
  { before, after }: { readonly before: Entitlement; readonly after: Entitlement },
): Promise<number> {
  const { id } = auAt(await loadContent(deps, before), auIndex);
  const { structure } = await loadContent(deps, after);
  return structure.aus.findIndex((au) => au.id === id);
}

/** The launch itself, once it is clear who may take what. */
export async function launchEntitled(
  deps: LaunchDeps,
  request: Omit<LaunchOptions, 'returnUrl'> & {
    readonly registration: string;
    readonly entitlement: Entitlement;
    /** Checked by the caller, who knows whose page it may be. */
    readonly returnUrl: string;
  },
): Promise<Launch> {
  const { entitlement } = request;
  const content = await loadContent(deps, entitlement);
  const au = auAt(content, request.auIndex);
  const part = partAt(content, request.auIndex);
  if (part.kind === 'lti' || part.kind === 'external') {
    return launchElsewhere(deps, { request, content, au, part });
  }
  const secret = deps.ids.token(secretBytes);
  const launchUrl = addressOf(deps, part, au);
  const agent = agentOf(actorOf(deps, entitlement));
  const trial = entitlement.trial ? { trial: true } : {};
  await deps.documents.createPreferences({ agent, document: firstPreferences(request.locale), ...trial });

  await lastWords(deps, { registration: request.registration, content });
  const written = await commit(deps, async () => {
    // Before the open session is sealed: a launch that is refused ends nothing.
    refuseUnready(await deps.registrations.read(request.registration), { request, content });
    const known = await readSealed(deps, request.registration);
    refuseUnready(known, { request, content });
    const start: Change = known
      ? { state: known, statements: [] }
      : beginning(deps, { registration: request.registration, entitlement, content });
    const session = newSession(deps, { request, state: start.state, au, part, secret });
    // Between reading and committing: of two launches at once, the one whose session stays writes last.
    await deps.documents.putLaunchData({
      activityId: session.terms.activityId,
      agent,
      ...trial,
      registration: request.registration,
      document: buildLaunchData(au, session.terms, request.returnUrl),
    });
    return begin(deps, { start, session, launch: { au, launchUrl } });
  });
  if (!written?.session) throw new TypeError('a launch always writes its session');
  const { terms } = written.session;
  const { portalOrigin } = deps.addresses;
  const url = buildLaunchUrl(launchUrl, {
    endpoint: `${portalOrigin}/xapi`,
    fetch: `${portalOrigin}/launch/fetch/${fetchId({ registration: terms.registration, secret })}`,
    actor: agent,
    registration: terms.registration,
    activityId: terms.activityId,
  });
  return {
    url: au.file === undefined ? url : entryTo(deps, part, { url, registration: terms.registration }),
    launchMethod: au.launchMethod,
    mode: terms.launchMode,
    sessionId: terms.sessionId,
    activityId: terms.activityId,
  };
}

/**
 * Sends the learner to another system. Nothing of the registration's session is touched, so that a part that is open in
 * another window goes on.
 */
async function launchElsewhere(
  deps: LaunchDeps,
  visit: {
    readonly request: Parameters<typeof launchEntitled>[1];
    readonly content: CourseContent;
    readonly au: Au;
    readonly part: PartContent;
  },
): Promise<Launch> {
  const { request, content, au, part } = visit;
  const { registration, entitlement } = request;
  const found = readElsewhere(au.launchParameters);
  if (!found) throw new DeliveryNotFound('This part cannot be opened.');
  const { courseId, personId = entitlement.triedBy, trial } = entitlement;
  refuseUnready(await deps.registrations.read(registration), { request, content });
  // Before anything is written: where there is no way in, nothing was launched.
  const url = await deps.elsewhere.open({
    ...{ registration, courseId, moduleId: part.moduleId, ...found },
    ...{ returnUrl: request.returnUrl, locale: request.locale ?? 'id' },
    ...(personId !== undefined && { personId }),
    ...(trial && { trial }),
  });
  const ids = { digest: deps.digest, activityBase: deps.addresses.activityBase };
  const activityId = activityIdOf(ids, courseId, { kind: 'au', id: au.id });
  const courseActivityId = activityIdOf(ids, courseId, { kind: 'course', id: content.structure.course.id });
  await commit(deps, async () => {
    const known = await deps.registrations.read(registration);
    refuseUnready(known, { request, content });
    const start: Change = known
      ? { state: known, statements: [] }
      : beginning(deps, { registration, entitlement, content });
    const at = deps.clock.now().toISOString();
    const record = { ...(start.state.aus[au.index] ?? untouched), launchedAt: at };
    const state = { ...start.state, aus: { ...start.state.aus, [au.index]: record } };
    const stamp = { id: deps.ids.uuid(), timestamp: at };
    const launched = launchedElsewhere(stamp, { state, au, activityId, courseActivityId });
    return { state, statements: [...start.statements, launched] };
  });
  return { url, launchMethod: au.launchMethod, mode: 'Normal', sessionId: deps.ids.uuid(), activityId };
}

/** Rejects when the registration was closed, has just moved, or wants other parts done first. */
function refuseUnready(
  known: DeliveryRegistration | undefined,
  {
    request,
    content,
  }: {
    readonly request: { readonly auIndex: number; readonly entitlement: Entitlement };
    readonly content: CourseContent;
  },
): void {
  const { auIndex, entitlement } = request;
  if (known?.closedAt !== undefined) throw new NotEntitled();
  // Moved since it was read: in that version the part may stand elsewhere, behind other locks.
  if (known && known.version !== entitlement.version) {
    throw new Unavailable('This course has just changed. Please try again.');
  }
  const missing = locksOf(content, { auIndex, aus: known?.aus ?? {} });
  if (missing.length > 0) throw new PartLocked(missing.map((index) => auAt(content, index).title));
}

/** Where the AU lives, without the launch parameters (9.6.3.4). */
function addressOf(deps: LaunchDeps, part: PartContent, { url, file }: Au): string {
  if (file === undefined) return url;
  const address = `${deps.addresses.contentOriginOf(part.originHash)}${pathInPackage({ url, file })}`;
  // Our viewer fetches what this kind needs while it still asks for its token.
  return viewed.has(part.kind) ? `${address}#${part.kind}` : address;
}

/** Files of a package are reached through the gate of their origin, which trades the ticket for a cookie. */
function entryTo(
  deps: LaunchDeps,
  { originHash }: PartContent,
  au: { readonly url: string; readonly registration: string },
): string {
  const origin = deps.addresses.contentOriginOf(originHash);
  const expiresAt = Math.floor(deps.clock.now().getTime() / 1000) + ticketSeconds;
  const ticket = deps.tickets.issue({ originHash, registration: au.registration, expiresAt });
  const to = encodeURIComponent(au.url.slice(origin.length));
  return `${origin}/.sinau/enter?ticket=${encodeURIComponent(ticket)}&to=${to}`;
}

function newSession(
  deps: LaunchDeps,
  launch: {
    readonly request: LaunchOptions;
    readonly state: DeliveryRegistration;
    readonly au: Au;
    readonly part: PartContent;
    readonly secret: string;
  },
): AuSession {
  const { request, state, au, part, secret } = launch;
  const ids = { digest: deps.digest, activityBase: deps.addresses.activityBase };
  const terms: SessionTerms = {
    sessionId: deps.ids.uuid(),
    registration: state.registration,
    actor: state.actor,
    activityId: activityIdOf(ids, state.courseId, { kind: 'au', id: au.id }),
    publisherId: au.id,
    launchMode: request.mode ?? usualMode(au, part, state),
    ...(au.masteryScore !== undefined && { masteryScore: au.masteryScore }),
  };
  const launchedAt = deps.clock.now().toISOString();
  const fetchHash = hashOf(deps.digest, secret);
  return {
    ...{ auIndex: au.index, terms, progress: openedSession, launchedAt, fetchHash },
    ...(part.kind === 'quiz' && { judgedByServer: true }),
    ...tincanOf(part, au),
  };
}

function tincanOf({ kind }: PartContent, au: Au): Pick<AuSession, 'tincan'> {
  if (kind !== 'tincan') return {};
  const activityId = parseMediaParameters(au.launchParameters)?.activityId;
  if (activityId === undefined) throw new TypeError('a Tin Can package names its activity');
  return { tincan: { activityId } };
}

/** A finished AU is looked at again, not judged again; one without a criterion may still be completed. */
function usualMode(au: Au, { kind }: PartContent, state: DeliveryRegistration): LaunchMode {
  const verdict = state.aus[au.index] ?? untouched;
  // Whoever has not passed a quiz may have attempts left, also when the course wants no more of them.
  if (kind === 'quiz') return verdict.judged === 'passed' ? 'Review' : 'Normal';
  const reached = au.moveOn === 'NotApplicable' ? verdict.completed : isMoveOnMet(au.moveOn, verdict);
  return reached ? 'Review' : 'Normal';
}

/** Satisfied at registration, then abandoned, then launched. */
function begin(
  deps: LaunchDeps,
  step: {
    readonly start: Change;
    readonly session: AuSession;
    readonly launch: { readonly au: Au; readonly launchUrl: string };
  },
): Change {
  const { start, session, launch } = step;
  const open = openSessionOf(start.state);
  const abandoned = open ? [abandon(deps, open).statement] : [];
  const stamp = { id: deps.ids.uuid(), timestamp: session.launchedAt };
  const record = { ...(start.state.aus[launch.au.index] ?? untouched), launchedAt: session.launchedAt };
  return {
    state: { ...start.state, session, aus: { ...start.state.aus, [launch.au.index]: record } },
    statements: [...start.statements, ...abandoned, launchedStatement(stamp, session.terms, launch)],
  };
}

function firstPreferences(locale: Locale = 'id') {
  const languagePreference = locale === 'id' ? 'id-ID,en' : 'en,id-ID';
  return { languagePreference, audioPreference: 'on' };
}
