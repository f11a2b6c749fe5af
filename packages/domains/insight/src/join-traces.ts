import type { EnrolmentTrace, LearnerTrace, ProgressTrace } from './traces.ts';

/** What enrolment and progress say of one learner; guests have no enrolment here. Undefined while neither says anything. */
export function joinTraces(
  enrolment: Omit<EnrolmentTrace, 'courseId'> | undefined,
  progress: Omit<ProgressTrace, 'courseId'> | undefined,
): LearnerTrace | undefined {
  const known = enrolment ?? progress;
  if (!known) return undefined;
  // The enrolment follows the course within seconds, and a cancelled one never completes (case L2).
  const completedAt = enrolment?.completedAt ?? (enrolment?.over ? undefined : progress?.completedAt);
  return {
    registration: known.registration,
    version: known.version,
    enrolledAt: enrolment?.enrolledAt ?? progress?.beganAt ?? '',
    over: enrolment?.over ?? false,
    started: progress?.started ?? [],
    finished: progress?.finished ?? [],
    ...(completedAt !== undefined && { completedAt }),
    ...(progress?.lastModule !== undefined && { lastModule: progress.lastModule }),
    ...(progress?.lastAt !== undefined && { lastAt: progress.lastAt }),
  };
}
