import { evaluateSatisfaction, type LmsStatement, nothingSatisfied, untouched } from '@sinau/cmi5';
import { type AtomicCompanion, Unavailable } from '@sinau/kernel';
import { loadContent } from './load-content.ts';
import { beginning, type RegistrationDeps } from './open-registration.ts';
import type { CourseContent, Entitlement } from './ports.ts';
import type { AuRecord, DeliveryRegistration } from './registration.ts';
import { type Change, satisfy } from './satisfy.ts';
import { abandon, isRunning, openSessionOf, readSealed, rounds } from './sessions.ts';

/** Where the rule of a course takes a learner who runs an older version. */
export interface VersionMove {
  readonly version: number;
  /** `not-started`: only before the first launch. `with-results`: always, and what was reached goes along. */
  readonly rule: 'not-started' | 'with-results';
}

/** The catalogue knows the rule, the enrolment domain the version that a learner takes. */
export interface VersionMovePort {
  /** Undefined: learners on this version stay. */
  targetOf(courseId: string, version: number): Promise<VersionMove | undefined>;
  /** Notes the new version in the enrolment, provided that it is active and still on `from`. */
  moving(move: {
    readonly registration: string;
    readonly from: number;
    readonly to: number;
    readonly movedAt: string;
  }): AtomicCompanion;
}

export type MoveOutcome = 'moved' | 'stays' | 'in-session' | 'absent';

/**
 * Moves a learner to the version that the rule of the course names, if it names one: enrolment, registration and the
 * statements of what is newly satisfied commit together. Results belong to parts by the publisher's id of the AU, so
 * they are kept wherever the part now stands, and documents with them, since activity ids do not depend on the version.
 * A learner in the middle of a session is left alone (`in-session`) unless `takeOver`: the next launch moves them.
 * A course that is satisfied is not moved any more. Safe to repeat.
 */
export async function moveRegistration(
  deps: RegistrationDeps & { readonly moves: VersionMovePort },
  input: { readonly registration: string; readonly takeOver?: boolean },
): Promise<MoveOutcome> {
  const { registration, takeOver = false } = input;
  for (let round = 0; round < rounds; round += 1) {
    const entitlement = await deps.entitlements.find(registration);
    if (!entitlement?.open || entitlement.personId === undefined) return 'absent';
    const move = await deps.moves.targetOf(entitlement.courseId, entitlement.version);
    if (!move) return 'stays';
    const seen = await deps.registrations.read(registration);
    const reason = seen && reasonToStay(seen, move, takeOver);
    if (reason) return reason;
    const known = await readSealed(deps, registration);
    const change = await changeOf(deps, { registration, entitlement, known, version: move.version });
    if (await carryOut(deps, { ...change, from: entitlement.version, to: move.version })) return 'moved';
  }
  throw new Unavailable('Too much is happening in this registration at once; please try again.');
}

function reasonToStay(
  state: DeliveryRegistration,
  { rule }: VersionMove,
  takeOver: boolean,
): MoveOutcome | undefined {
  if (state.closedAt !== undefined) return 'absent';
  if (state.satisfaction.course) return 'stays';
  const launched = Object.values(state.aus).some(({ launchedAt }) => launchedAt !== undefined);
  if (rule === 'not-started' && launched) return 'stays';
  return state.session && isRunning(state.session) && !takeOver ? 'in-session' : undefined;
}

async function changeOf(
  deps: RegistrationDeps,
  given: {
    readonly registration: string;
    readonly entitlement: Entitlement;
    readonly known: DeliveryRegistration | undefined;
    readonly version: number;
  },
): Promise<Change> {
  const { registration, entitlement, known, version } = given;
  const { courseId } = entitlement;
  const after = await loadContent(deps, { courseId, version });
  if (!known) {
    return beginning(deps, { registration, entitlement: { ...entitlement, version }, content: after });
  }
  const before = await loadContent(deps, { courseId, version: known.version });
  const open = openSessionOf(known);
  const ended = open && abandon(deps, open);
  const state = carriedOver(ended ? { ...known, session: ended.session } : known, { before, after, version });
  // Outside a session: a session id of its own, used for nothing else (cmi5 9.3.9).
  const satisfied = satisfy(deps, { state, content: after, sessionId: deps.ids.uuid() });
  const statements: readonly LmsStatement[] = [...(ended ? [ended.statement] : []), ...satisfied.statements];
  return { state: satisfied.state, statements };
}

/** The registration on the other version, with the results of every part that is still there. */
function carriedOver(
  state: DeliveryRegistration,
  to: { readonly before: CourseContent; readonly after: CourseContent; readonly version: number },
): DeliveryRegistration {
  const { before, after, version } = to;
  const newIndex = new Map(after.structure.aus.map(({ id, index }) => [id, index]));
  const indexNow = (index: number) => newIndex.get(before.structure.aus[index]?.id ?? '');
  const aus: Record<number, AuRecord> = {};
  for (const [index, record] of Object.entries(state.aus)) {
    const now = indexNow(Number(index));
    if (now !== undefined) aus[now] = record;
  }
  const { session, ...rest } = state;
  const auIndex = session && indexNow(session.auIndex);
  const blocks = toldBlocks(state.satisfaction, { before, after, aus });
  return {
    ...rest,
    version,
    aus,
    satisfaction: { ...nothingSatisfied, blocks },
    ...(session && auIndex !== undefined && { session: { ...session, auIndex } }),
  };
}

/**
 * Blocks of the new version that are satisfied by what was carried over and were told to be before: those are not told
 * again. A block that has grown is open again, whatever was told of it.
 */
function toldBlocks(
  satisfaction: DeliveryRegistration['satisfaction'],
  to: {
    readonly before: CourseContent;
    readonly after: CourseContent;
    readonly aus: DeliveryRegistration['aus'];
  },
): readonly number[] {
  const { before, after, aus } = to;
  const told = new Set(
    blocksOf(before).flatMap(({ id, index }) => (satisfaction.blocks.includes(index) ? [id] : [])),
  );
  const { next } = evaluateSatisfaction(
    after.structure,
    (index) => aus[index] ?? untouched,
    nothingSatisfied,
  );
  return blocksOf(after).flatMap(({ id, index }) =>
    told.has(id) && next.blocks.includes(index) ? [index] : [],
  );
}

type Node = CourseContent['structure']['course']['children'][number];

function blocksOf({ structure }: CourseContent): readonly Extract<Node, { kind: 'block' }>[] {
  const walk = (nodes: readonly Node[]): readonly Extract<Node, { kind: 'block' }>[] =>
    nodes.flatMap((node) => (node.kind === 'block' ? [node, ...walk(node.children)] : []));
  return walk(structure.course.children);
}

/** True when everything was written, false when somebody was faster. */
async function carryOut(
  deps: RegistrationDeps & { readonly moves: VersionMovePort },
  { state, statements, from, to }: Change & { readonly from: number; readonly to: number },
): Promise<boolean> {
  const movedAt = deps.clock.now().toISOString();
  const moving = deps.moves.moving({ registration: state.registration, from, to, movedAt });
  if (statements.length === 0) {
    return (await deps.registrations.saveWith(state, moving)) === 'saved';
  }
  const companion = { writes: [...deps.registrations.saving(state).writes, ...moving.writes] };
  return (await deps.records.write({ statements, companion })) === 'stored';
}
