import { type Au, isMoveOnMet, type MoveOn, untouched } from '@sinau/cmi5';
import type { LanguageMap, PersonId } from '@sinau/kernel';
import { NotEntitled } from './errors.ts';
import { loadContent } from './load-content.ts';
import type { CourseContent, CourseContentPort, EntitlementPort, RegistrationStore } from './ports.ts';
import type { AuRecord, DeliveryRegistration } from './registration.ts';
import { isRunning } from './sessions.ts';

export interface AuProgress {
  readonly index: number;
  readonly title: LanguageMap;
  readonly launchMethod: Au['launchMethod'];
  readonly moveOn: MoveOn;
  /** `done`: the criterion is met (always so for NotApplicable once opened); `failed`: judged so last. */
  readonly state: 'not-started' | 'in-progress' | 'failed' | 'done';
  readonly waived: boolean;
  /** What still has to happen until this AU counts as done. */
  readonly missing: readonly ('completed' | 'passed' | 'completed-or-passed')[];
  /** Scaled score of the latest judgement, -1 to 1. */
  readonly score?: number;
  /** 0 to 1. What a score must reach to pass. */
  readonly masteryScore?: number;
  /** As the AU told last. */
  readonly percent?: number;
  readonly launchedAt?: string;
  /** Arrival of the last statement, for the AU that was launched last. */
  readonly savedAt?: string;
}

export interface CourseProgress {
  /** The course is satisfied: every AU meets its criterion. */
  readonly satisfied: boolean;
  readonly satisfiedAt?: string;
  /**
   * 0 to 100. AUs with a criterion count alike: 100 when met, else what they told of themselves, at most 99; the mean is
   * rounded down. 100 exactly when the course is satisfied.
   */
  readonly percent: number;
  readonly aus: readonly AuProgress[];
  /** The AU that is open at this moment. */
  readonly open?: { readonly auIndex: number; readonly sessionId: string; readonly launchedAt: string };
}

/** What the learner of a registration has reached, AU by AU; also before anything was launched. */
export async function readProgress(
  deps: {
    readonly registrations: RegistrationStore;
    readonly entitlements: EntitlementPort;
    readonly content: CourseContentPort;
  },
  input: { readonly registration: string; readonly personId: PersonId },
): Promise<CourseProgress> {
  const entitlement = await deps.entitlements.find(input.registration);
  if (entitlement?.personId !== input.personId) throw new NotEntitled();
  const [content, state] = await Promise.all([
    loadContent(deps, entitlement),
    deps.registrations.read(input.registration),
  ]);
  return progressOf(content, state);
}

/** The same from a registration at hand; undefined: nothing was opened yet. */
export function progressOf(
  { structure }: CourseContent,
  state: DeliveryRegistration | undefined,
): CourseProgress {
  const aus = structure.aus.map((au) => ({
    ...auProgress(au, state?.aus[au.index]),
    ...savedOf(state, au.index),
  }));
  const satisfied = state?.satisfaction.course ?? false;
  return {
    satisfied,
    ...(state?.courseSatisfiedAt !== undefined && { satisfiedAt: state.courseSatisfiedAt }),
    percent: satisfied ? 100 : percentOf(aus),
    aus,
    ...openOf(state),
  };
}

function auProgress(au: Au, record: AuRecord | undefined): AuProgress {
  const verdict = record ?? untouched;
  const missing = missingOf(au.moveOn, verdict);
  return {
    index: au.index,
    title: au.title,
    launchMethod: au.launchMethod,
    moveOn: au.moveOn,
    state: stateOf(au, record),
    waived: verdict.waived,
    missing,
    ...(verdict.score !== undefined && { score: verdict.score }),
    ...(au.masteryScore !== undefined && { masteryScore: au.masteryScore }),
    ...(verdict.progress !== undefined && { percent: verdict.progress }),
    ...(record?.launchedAt !== undefined && { launchedAt: record.launchedAt }),
  };
}

function stateOf(au: Au, record: AuRecord | undefined): AuProgress['state'] {
  if (!record) return 'not-started';
  if (isMoveOnMet(au.moveOn, record)) return 'done';
  if (record.judged === 'failed') return 'failed';
  return 'in-progress';
}

function missingOf(moveOn: MoveOn, verdict: AuRecord): AuProgress['missing'] {
  if (isMoveOnMet(moveOn, verdict)) return [];
  if (moveOn === 'CompletedOrPassed') return ['completed-or-passed'];
  const wantsCompleted = moveOn !== 'Passed' && !verdict.completed;
  const wantsPassed = moveOn !== 'Completed' && verdict.judged !== 'passed';
  return [...(wantsCompleted ? (['completed'] as const) : []), ...(wantsPassed ? (['passed'] as const) : [])];
}

function percentOf(aus: readonly AuProgress[]): number {
  const counted = aus.filter((au) => au.moveOn !== 'NotApplicable');
  if (counted.length === 0) return 0;
  const sum = counted.reduce((all, au) => all + shareOf(au), 0);
  return Math.min(99, Math.floor(sum / counted.length));
}

const shareOf = (au: AuProgress) => (au.state === 'done' ? 100 : Math.min(99, au.percent ?? 0));

function openOf(state: DeliveryRegistration | undefined): Pick<CourseProgress, 'open'> {
  const session = state?.session;
  if (!session || !isRunning(session)) return {};
  const { auIndex, launchedAt, terms } = session;
  return { open: { auIndex, launchedAt, sessionId: terms.sessionId } };
}

function savedOf(state: DeliveryRegistration | undefined, auIndex: number): Pick<AuProgress, 'savedAt'> {
  const session = state?.session;
  if (session?.auIndex !== auIndex || session.lastStatementAt === undefined) return {};
  return { savedAt: session.lastStatementAt };
}
