import { type Cohort, toldOf } from './cohort.ts';
import type { Sample } from './ports.ts';
import { moduleSeconds, timesOf } from './session-times.ts';
import type { FunnelStep, LaunchCount, ModuleFrame, StopCount } from './statistics.ts';
import { shareOf } from './told.ts';
import type { LearnerTrace, SessionTrace } from './traces.ts';

/** Who was not active for so long has stopped. */
export const stoppedMs = 14 * 86_400_000;

/** From enrolment to completion, module by module. */
export function funnelOf(cohort: Cohort, modules: readonly ModuleFrame[]): readonly FunnelStep[] {
  const { learners, share } = cohort;
  const all = [...learners.values()];
  const enrolled = toldOf(all.length, share);
  const step = (
    kind: FunnelStep['kind'],
    test: (learner: LearnerTrace) => boolean,
    moduleId?: string,
  ): FunnelStep => {
    const people = toldOf(all.filter(test).length, share);
    const part = shareOf(people, enrolled);
    return {
      kind,
      people,
      ...(moduleId !== undefined && { moduleId }),
      ...(part !== undefined && { share: part }),
    };
  };
  return [
    step('enrolled', () => true),
    step('started', ({ started }) => started.length > 0),
    ...modules.flatMap(({ moduleId }) => [
      step('module-started', ({ started }) => started.includes(moduleId), moduleId),
      step('module-finished', ({ finished }) => finished.includes(moduleId), moduleId),
    ]),
    step('completed', ({ completedAt }) => completedAt !== undefined),
  ];
}

/** Where those are who have not completed the course and have done nothing for two weeks. */
export function stopsOf(
  { learners, share }: Cohort,
  given: { readonly modules: readonly ModuleFrame[]; readonly nowMs: number },
): readonly StopCount[] {
  const stopped = [...learners.values()].filter(
    ({ completedAt, lastAt, enrolledAt }) =>
      completedAt === undefined && given.nowMs - Date.parse(lastAt ?? enrolledAt) > stoppedMs,
  );
  const known = new Set(given.modules.map(({ moduleId }) => moduleId));
  const at = (test: (module: string | undefined) => boolean) =>
    toldOf(stopped.filter(({ lastModule }) => test(lastModule)).length, share);
  return [
    { people: at((module) => module === undefined || !known.has(module)) },
    ...given.modules.map(({ moduleId }) => ({ moduleId, people: at((module) => module === moduleId) })),
  ];
}

/** Launches of each module, by the cohort, and those that ended without their content. */
export function launchesOf(
  cohort: Cohort,
  given: { readonly modules: readonly ModuleFrame[]; readonly sessions: Sample<SessionTrace> },
): readonly LaunchCount[] {
  const share = Math.min(cohort.share, given.sessions.share);
  const own = given.sessions.rows.filter(({ registration }) => cohort.learners.has(registration));
  return given.modules.map(({ moduleId, parts }) => {
    const there = own.filter(({ part }) => part !== undefined && parts.includes(part));
    const launches = toldOf(there.length, share);
    const abandoned = toldOf(there.filter(({ ended }) => ended?.by === 'platform').length, share);
    const part = shareOf(abandoned, launches);
    return { moduleId, launches, abandoned, ...(part !== undefined && { share: part }) };
  });
}

/** Time in each module of who finished it, and in the course of who completed that. */
export function courseTimes(
  cohort: Cohort,
  given: { readonly modules: readonly ModuleFrame[]; readonly sessions: Sample<SessionTrace> },
) {
  const share = Math.min(cohort.share, given.sessions.share);
  const whole = moduleSeconds(given.sessions.rows, undefined);
  const completed = [...cohort.learners.values()].filter(({ completedAt }) => completedAt !== undefined);
  return [
    timesOf(completed, whole, { share }),
    ...given.modules.map((module) => moduleTime(cohort, { ...given, module })),
  ];
}

export function moduleTime(
  cohort: Cohort,
  given: { readonly module: ModuleFrame; readonly sessions: Sample<SessionTrace> },
) {
  const { moduleId, parts } = given.module;
  const share = Math.min(cohort.share, given.sessions.share);
  const finished = [...cohort.learners.values()].filter((one) => one.finished.includes(moduleId));
  return timesOf(finished, moduleSeconds(given.sessions.rows, parts), { share, moduleId });
}
