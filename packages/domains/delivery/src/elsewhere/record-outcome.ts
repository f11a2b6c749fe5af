import { type Au, type AuVerdict, isMoveOnMet, untouched } from '@sinau/cmi5';
import { Unavailable } from '@sinau/kernel';
import { type CompletionRule, type Outcome, outcomeOf, type ResultVersion, shareOf } from '@sinau/rostering';
import { activityIdOf } from '../activity-ids.ts';
import { commit } from '../commit.ts';
import { loadContent } from '../load-content.ts';
import { beginning, type RegistrationDeps } from '../open-registration.ts';
import type { CourseContent } from '../ports.ts';
import type { AuRecord, DeliveryRegistration } from '../registration.ts';
import { type Change, satisfy } from '../satisfy.ts';
import { type OutcomeVerb, outcomeStatement, saidBy } from './outcome-statement.ts';

/**
 * `closed`: the enrolment has ended, and nothing is awarded any more (case L2). `no-part`: this version of the course has no such
 * part, or one that takes no results.
 */
export type RecordedOutcome = 'recorded' | 'unchanged' | 'closed' | 'no-part';

/**
 * What another system says that a learner has reached in one part: verdict of the AU by the rule of the module, the statements
 * about it and what that satisfies, in one write. All results that count for the part are asked for each time, so that any order of
 * arrival ends in the same; what was reached once stays. An open session of another part is left alone. Safe to repeat.
 */
export async function recordOutcome(
  deps: RegistrationDeps,
  input: {
    readonly registration: string;
    readonly moduleId: string;
    /** All results that count for the part now. Asked after the registration was read: what came later has another writer, who is refused or refuses this one. */
    readonly standing: () => Promise<readonly ResultVersion[]>;
  },
): Promise<RecordedOutcome> {
  const { registration, moduleId, standing } = input;
  const entitlement = await deps.entitlements.find(registration);
  if (!entitlement?.open) return 'closed';
  const content = await loadContent(deps, entitlement);
  const index = content.parts.findIndex((part) => part.moduleId === moduleId);
  const [au, rule] = [content.structure.aus[index], content.parts[index]?.completion];
  if (!au || !rule) return 'no-part';
  let isClosed = false;
  const written = await commit(deps, async () => {
    const known = await deps.registrations.read(registration);
    isClosed = known?.closedAt !== undefined;
    if (isClosed) return undefined;
    // Moved since it was read: in that version the index may be another AU's.
    if (known && known.version !== entitlement.version) {
      throw new Unavailable('This course has just changed. Please try again.');
    }
    const start: Change = known
      ? { state: known, statements: [] }
      : beginning(deps, { registration, entitlement, content });
    const outcome = outcomeOf(await standing(), rule);
    return changeBy(deps, { start, au, content, outcome, rule: rule.by });
  });
  if (isClosed) return 'closed';
  return written ? 'recorded' : 'unchanged';
}

function changeBy(
  deps: RegistrationDeps,
  step: {
    readonly start: Change;
    readonly au: Au;
    readonly content: CourseContent;
    readonly outcome: Outcome;
    readonly rule: CompletionRule['by'];
  },
): Change | undefined {
  const { start, au, content, outcome, rule } = step;
  const { state } = start;
  const known: AuRecord = state.aus[au.index] ?? untouched;
  const next = verdictBy(known, outcome, rule);
  const told = toldBy(known, next, outcome);
  const last = lastResultOf(state, outcome);
  const isSame = next.score === known.score && next.result === known.result;
  if (told.length === 0 && isSame && last.lastResultAt === state.lastResultAt) return undefined;
  const judged: DeliveryRegistration = {
    ...state,
    ...last,
    aus: { ...state.aus, [au.index]: next },
  };
  const statements = told.map((verb) => statementOf(deps, { verb, state, au, content, outcome, rule }));
  // Outside a session: a session id of its own, used for nothing else (cmi5 9.3.9).
  const satisfied = isMoveOnMet(au.moveOn, next)
    ? satisfy(deps, { state: judged, content, sessionId: deps.ids.uuid() })
    : { state: judged, statements: [] };
  return {
    state: satisfied.state,
    statements: [...start.statements, ...statements, ...satisfied.statements],
  };
}

/**
 * The rule alone says what counts as done: with a pass mark the provider's own word of a pass does not, and where any score will do its
 * word of a completion does not. Such a word is told beside it, and satisfies nothing. Failing is not told: whoever may try again passes
 * later, and a verdict that has passed never changes (cmi5 9.3.0.0-7).
 */
function verdictBy(known: AuRecord, outcome: Outcome, rule: CompletionRule['by']): AuRecord {
  const said = saidBy(outcome, rule);
  const completed = known.completed || said.completed !== undefined;
  const passed = known.judged === 'passed' || said.passed !== undefined;
  const { score } = outcome;
  const { score: _, result: __, ...rest } = known;
  const standing: Pick<AuVerdict, 'score'> & Pick<AuRecord, 'result'> = score
    ? { score: Math.round(shareOf(score.what) * 10_000) / 10_000, result: score.versionId }
    : {};
  return { ...rest, completed, ...(passed && { judged: 'passed' as const }), ...standing };
}

/** By the provider's time: a result that is fetched late is no work of today. Of all results, since what stands meanwhile depends on their order. */
function lastResultOf(
  { lastResultAt }: DeliveryRegistration,
  { newestAt }: Outcome,
): Pick<DeliveryRegistration, 'lastResultAt'> {
  const newest = [newestAt && new Date(newestAt).toISOString(), lastResultAt]
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
  return newest === undefined ? {} : { lastResultAt: newest };
}

/** What the record does not know yet, in the order in which it is said. */
function toldBy(known: AuRecord, next: AuRecord, { score }: Outcome): readonly OutcomeVerb[] {
  return [
    ...(score?.what.isFinal && known.result !== score.versionId ? (['scored'] as const) : []),
    ...(next.completed && !known.completed ? (['completed'] as const) : []),
    ...(next.judged === 'passed' && known.judged !== 'passed' ? (['passed'] as const) : []),
  ];
}

function statementOf(
  deps: RegistrationDeps,
  about: {
    readonly verb: OutcomeVerb;
    readonly state: DeliveryRegistration;
    readonly au: Au;
    readonly content: CourseContent;
    readonly outcome: Outcome;
    readonly rule: CompletionRule['by'];
  },
) {
  const { verb, state, au, content, outcome, rule } = about;
  const ids = { digest: deps.digest, activityBase: deps.addresses.activityBase };
  const course = { kind: 'course', id: content.structure.course.id } as const;
  return outcomeStatement(deps.digest, {
    ...{ verb, state, au },
    said: saidBy(outcome, rule)[verb],
    activityId: activityIdOf(ids, state.courseId, { kind: 'au', id: au.id }),
    courseActivityId: activityIdOf(ids, state.courseId, course),
  });
}
