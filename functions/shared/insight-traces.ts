import type { CourseStore } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { isMoveOnMet, untouched } from '@sinau/cmi5';
import type {
  AuRecord,
  CourseContent,
  CourseContentPort,
  DeliveryRegistration,
  RegistrationStore,
} from '@sinau/delivery';
import { createGuestStore, createRegistrationStore } from '@sinau/delivery/dynamo';
import type { EnrolmentStore, Registration } from '@sinau/enrolment';
import type { InsightStore, ProgressTrace, RegistrationDirectory } from '@sinau/insight';
import { createInsightStore } from '@sinau/insight/dynamo';
import { nodeDigest } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { ObjectStore } from '@sinau/platform/objects';
import { createCourseContent } from './course-content.ts';
import { actorsOf } from './delivery-addresses.ts';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createEntitlements } from './entitlements.ts';

export interface TraceDeps {
  readonly insight: Pick<InsightStore, 'noteEnrolment' | 'noteProgress'>;
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
  readonly deliveries: Pick<RegistrationStore, 'read'>;
  readonly content: CourseContentPort;
}

export function createTraceDeps(parts: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
  readonly recordsTable: string;
  readonly courses: CourseStore;
  readonly content: ObjectStore;
}): TraceDeps {
  const { dynamo, recordsTable, courses, content } = parts;
  return {
    insight: createInsightStore({ dynamo, table: recordsTable, digest: nodeDigest }),
    enrolments: createEnrolmentStore(parts),
    deliveries: createRegistrationStore(parts),
    content: createCourseContent({ courses, content: createContentRoom({ content }) }),
  };
}

/** What the enrolment says now. One that never became active is no learner's. */
export async function noteEnrolmentTrace(deps: TraceDeps, registration: string): Promise<void> {
  const found = await deps.enrolments.findByRegistration(registration as Registration);
  if (!found || !/^(?:active|completed|cancelled)$/.test(found.state)) return;
  const { courseId, version, enrolledAt, completedAt, movedAt } = found;
  await deps.insight.noteEnrolment({
    ...{ courseId, registration, version, enrolledAt, over: found.state === 'cancelled' },
    ...(completedAt !== undefined && { completedAt }),
    ...(movedAt !== undefined && { movedAt }),
  });
}

/** How far the registration is now. */
export async function noteProgressTrace(deps: TraceDeps, registration: string): Promise<void> {
  const state = await deps.deliveries.read(registration);
  if (!state || state.trial) return;
  const content = await deps.content.find(state.courseId, state.version);
  if (content) await deps.insight.noteProgress(progressOf(state, content));
}

/**
 * A module is begun when one of its parts was opened or another system told of it, and done when each met its criterion and one was begun
 * or waived.
 */
export function progressOf(state: DeliveryRegistration, { structure, parts }: CourseContent): ProgressTrace {
  const modules = new Map<string, { started: boolean; touched: boolean; met: boolean }>();
  structure.aus.forEach(({ moveOn }, index) => {
    const { moduleId } = parts[index] ?? { moduleId: '' };
    const { started, touched, met } = modules.get(moduleId) ?? { started: false, touched: false, met: true };
    const record: AuRecord = state.aus[index] ?? untouched;
    const opened = wasBegun(record);
    modules.set(moduleId, {
      started: started || opened,
      touched: touched || opened || record.waived,
      met: met && isMoveOnMet(moveOn, record),
    });
  });
  const those = (test: (one: { started: boolean; touched: boolean; met: boolean }) => boolean) =>
    [...modules].filter(([, one]) => test(one)).map(([moduleId]) => moduleId);
  const { session, registration, courseId, version, rev, createdAt, courseSatisfiedAt } = state;
  const lastAt = lastAtOf(state);
  const lastModule = session && parts[session.auIndex]?.moduleId;
  return {
    ...{ courseId, registration, version, rev, beganAt: createdAt },
    started: those((one) => one.started),
    finished: those((one) => one.touched && one.met),
    ...(courseSatisfiedAt !== undefined && { completedAt: courseSatisfiedAt }),
    ...(lastAt !== undefined && { lastAt }),
    ...(lastModule !== undefined && { lastModule }),
  };
}

/** Results of another system come without a launch of ours. */
const wasBegun = ({ launchedAt, result, completed, judged }: AuRecord): boolean =>
  launchedAt !== undefined || result !== undefined || completed || judged !== undefined;

function lastAtOf({ session, lastResultAt }: DeliveryRegistration): string | undefined {
  const inSession = session && (session.endedAt ?? session.lastStatementAt ?? session.launchedAt);
  return [inSession, lastResultAt]
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1);
}

/** Registrations never change their course, so the last ones asked for stay at hand. */
const kept = 10_000;

/** What the projector needs to note statements. */
export function createStatementNotes(parts: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly recordsTable: string;
  readonly issuer: string;
}): { readonly insight: InsightStore; readonly registrations: RegistrationDirectory } {
  const { dynamo, recordsTable, issuer } = parts;
  const actors = actorsOf(issuer);
  const entitlements = createEntitlements({
    enrolments: createEnrolmentStore(parts),
    guests: createGuestStore(parts),
  });
  const known = new Map<string, Awaited<ReturnType<RegistrationDirectory['find']>>>();
  return {
    insight: createInsightStore({ dynamo, table: recordsTable, digest: nodeDigest }),
    registrations: {
      async find(registration) {
        const before = known.get(registration);
        if (before) return before;
        const found = await entitlements.find(registration);
        const actor = found?.actor ?? (found?.personId && actors.accountOf(found.personId));
        if (!found || !actor || found.trial) return undefined;
        const run = { courseId: found.courseId, actor };
        if (known.size >= kept) known.clear();
        known.set(registration, run);
        return run;
      },
    },
  };
}
