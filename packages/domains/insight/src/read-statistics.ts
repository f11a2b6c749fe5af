import type { Clock } from '@sinau/kernel';
import { cohortOf, headOf, toldOf } from './cohort.ts';
import { courseTimes, funnelOf, launchesOf, moduleTime, stopsOf } from './count-course.ts';
import { questionsOf } from './count-questions.ts';
import { pagesOf, watchingOf } from './count-watching.ts';
import type { InsightStore } from './ports.ts';
import type { CohortWish, CourseStatistics, ModuleFrame, ModuleStatistics } from './statistics.ts';

export interface ReadDeps {
  readonly insight: InsightStore;
  readonly clock: Clock;
}

export interface StatisticsWish extends CohortWish {
  readonly courseId: string;
}

/** So many learners are counted one by one; of more, a random part. Some seconds of one process at most. */
const mostLearners = 10_000;
const mostSessions = 15_000;
const mostAnswers = 20_000;
const mostQuestions = 300;

/** How a course goes; asked for by whoever may see it, which the caller decides. */
export async function readCourseStatistics(
  deps: ReadDeps,
  wish: StatisticsWish & { readonly modules: readonly ModuleFrame[] },
): Promise<CourseStatistics> {
  const { courseId, modules } = wish;
  const [learners, sessions] = await Promise.all([
    deps.insight.sampleLearners({ courseId, most: mostLearners }),
    deps.insight.sampleSessions({ courseId, most: mostSessions }),
  ]);
  const now = deps.clock.now();
  const cohort = cohortOf(learners, wish);
  const head = headOf(cohort, { ...wish, asOf: now.toISOString() });
  if (head.suppressed) return { ...head, steps: [], stops: [], times: [], launches: [] };
  return {
    ...head,
    steps: funnelOf(cohort, modules),
    stops: stopsOf(cohort, { modules, nowMs: now.getTime() }),
    times: courseTimes(cohort, { modules, sessions }),
    launches: launchesOf(cohort, { modules, sessions }),
  };
}

/** How one module of it goes, down to the second and the question. */
export async function readModuleStatistics(
  deps: ReadDeps,
  wish: StatisticsWish & { readonly module: ModuleFrame },
): Promise<ModuleStatistics> {
  const { courseId, module } = wish;
  const { moduleId } = module;
  const [learners, sessions, answers, questions] = await Promise.all([
    deps.insight.sampleLearners({ courseId, most: mostLearners }),
    deps.insight.sampleSessions({ courseId, most: mostSessions }),
    deps.insight.sampleAnswers({ courseId, most: mostAnswers }),
    deps.insight.listQuestions(courseId, mostQuestions + 1),
  ]);
  const cohort = cohortOf(learners, wish);
  const head = headOf(cohort, { ...wish, asOf: deps.clock.now().toISOString() });
  const count = (list: 'started' | 'finished') =>
    toldOf([...cohort.learners.values()].filter((one) => one[list].includes(moduleId)).length, cohort.share);
  const plain = { ...head, moduleId, moreQuestions: questions.length > mostQuestions };
  if (head.suppressed) {
    return { ...plain, started: 'few', finished: 'few', time: { moduleId, people: 'few' }, questions: [] };
  }
  const watching = watchingOf(cohort, { module, sessions });
  const pages = pagesOf(cohort, { module, sessions });
  return {
    ...{ ...plain, started: count('started'), finished: count('finished') },
    time: moduleTime(cohort, { module, sessions }),
    ...(watching && { watching }),
    ...(pages && { pages }),
    questions: questionsOf(cohort, { module, sessions, answers, questions }),
  };
}
