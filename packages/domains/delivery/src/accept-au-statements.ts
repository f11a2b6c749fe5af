import { type BatchCheck, checkAuStatements, isMoveOnMet, type SessionState, untouched } from '@sinau/cmi5';
import {
  type AuPrincipal,
  type Clock,
  type Digest,
  type Ids,
  type PersonId,
  Unavailable,
} from '@sinau/kernel';
import type { Statement } from '@sinau/xapi';
import { courseActivitiesOf } from './activity-ids.ts';
import { trialOf } from './commit.ts';
import { JudgedByServer, RuleBroken, SessionEnded } from './errors.ts';
import { loadContent } from './load-content.ts';
import type { CourseContentPort, DeliveryAddresses, RecordWriter, RegistrationStore } from './ports.ts';
import type { AuSession, DeliveryRegistration } from './registration.ts';
import { type Change, satisfy } from './satisfy.ts';
import { isSealed, rounds } from './sessions.ts';
import { checkTincanStatements } from './tincan.ts';

export interface AcceptDeps<Attachment> {
  readonly registrations: RegistrationStore;
  readonly records: RecordWriter<Attachment>;
  readonly content: CourseContentPort;
  readonly addresses: DeliveryAddresses;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Whether the account of a learner is open; its sessions are worth nothing once it is not. @default it is */
  readonly isAccountOpen?: (personId: PersonId) => Promise<boolean>;
}

export interface AcceptRequest<Attachment> {
  readonly principal: AuPrincipal;
  /** Well-formed by xAPI, in the order of the request; `id` as given, or taken from the URL of a PUT. */
  readonly statements: readonly Statement[];
  readonly attachments?: readonly Attachment[];
}

/**
 * Statements an AU sends, POST or PUT, all or none: held against the rules of the session, stored together with the new
 * state of the registration, followed by the satisfied statements of block and course that they bring about. The same
 * request again, after a lost answer, changes nothing and is answered alike. Rejects with `RuleBroken`, `JudgedByServer`, `SessionEnded`
 * and what the record store refuses.
 */
export async function acceptAuStatements<Attachment = never>(
  deps: AcceptDeps<Attachment>,
  request: AcceptRequest<Attachment>,
): Promise<void> {
  const { principal, statements, attachments } = request;
  const files = attachments ? { attachments } : {};
  for (let round = 0; round < rounds; round += 1) {
    const state = await deps.registrations.read(principal.registration);
    const session = state?.session;
    if (!state || session?.terms.sessionId !== principal.sessionId || isSealed(session)) {
      throw new SessionEnded();
    }
    // The token is in the learner's browser: whoever has it could say to have passed.
    if (session.judgedByServer) throw new JudgedByServer();
    const before = sessionStateOf(state, session);
    const check = checkStatements(session, before, statements);
    if (check.outcome === 'refused') throw new RuleBroken(check, `/${check.index}`);
    const change = await followStatements(deps, { state, session, after: check.next });
    const companion = change
      ? deps.registrations.saving(change.state)
      : deps.registrations.touching({ ...principal, at: deps.clock.now().toISOString() });
    // A terminated session takes repetitions only; there is no open session left to touch.
    const together = change || session.endedAt === undefined ? { companion } : {};
    const accepted = check.statements;
    const all = change ? [...accepted, ...change.statements] : accepted;
    const describing = courseActivitiesOf(deps.addresses.activityBase, state.courseId);
    const written = await deps.records.write({
      ...{ statements: all, describing, ...files, ...together },
      ...trialOf(state),
    });
    if (written === 'stored') return;
  }
  throw new Unavailable('The AU sends too much at once; please try again.');
}

type Check = BatchCheck & { readonly statements: readonly Statement[] };

function checkStatements(
  session: AuSession,
  before: SessionState,
  statements: readonly Statement[],
): Check | Extract<BatchCheck, { outcome: 'refused' }> {
  const check = session.tincan
    ? checkTincanStatements(session.tincan, before, statements)
    : checkAuStatements(before, statements);
  return check.outcome === 'refused' ? check : { statements, ...check };
}

/** What the rules of a session look at. */
export function sessionStateOf(state: DeliveryRegistration, session: AuSession): SessionState {
  const verdict = state.aus[session.auIndex] ?? untouched;
  return { terms: session.terms, session: session.progress, verdict };
}

/** The registration after accepted statements; undefined when they changed neither session nor verdict. */
export async function followStatements(
  deps: Pick<AcceptDeps<never>, 'addresses' | 'clock' | 'content' | 'digest' | 'ids'>,
  step: {
    readonly state: DeliveryRegistration;
    readonly session: AuSession;
    readonly after: SessionState;
  },
): Promise<Change | undefined> {
  const { state, session, after } = step;
  const known = state.aus[session.auIndex];
  if (after.session === session.progress && after.verdict === (known ?? untouched)) return undefined;
  const now = deps.clock.now().toISOString();
  const ended = after.session.accepted.terminated !== undefined && session.endedAt === undefined;
  const next: DeliveryRegistration = {
    ...state,
    aus: { ...state.aus, [session.auIndex]: { ...known, ...after.verdict } },
    session: {
      ...session,
      progress: after.session,
      lastStatementAt: now,
      ...(ended && { endedAt: now }),
    },
  };
  if (after.verdict === known) return { state: next, statements: [] };
  const content = await loadContent(deps, state);
  const au = content.structure.aus[session.auIndex];
  // Only a criterion that is met now can satisfy anything.
  if (!au || !isMoveOnMet(au.moveOn, after.verdict)) return { state: next, statements: [] };
  return satisfy(deps, { state: next, content, sessionId: session.terms.sessionId });
}
