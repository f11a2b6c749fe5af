import { type CourseId, getCourse } from '@sinau/catalogue';
import { readLaunchLog } from '@sinau/delivery';
import { csvRecord } from '@sinau/kernel';
import type { StatisticsPorts, StatisticsWish } from '@sinau/web';
import {
  courseStatisticsFor,
  moduleStatisticsFor,
  type StatisticsDeps,
  troubledLaunchesFor,
  type WishText,
} from '../shared/course-statistics.ts';

const mostCalls = 500;

/** How courses go, for the authors of their provider; the provider comes from the session alone. */
export function joinStatistics(deps: StatisticsDeps): StatisticsPorts {
  return {
    courseOf: async (principal, courseId, wish) => {
      const [found, troubled] = await Promise.all([
        courseStatisticsFor(deps, { principal, courseId, wish: textsOf(wish) }),
        troubledLaunchesFor(deps, { principal, courseId }),
      ]);
      const { course, version, versions, statistics } = found;
      const { minutes } = version?.details ?? course.details;
      const jp = version?.jp ?? course.jp;
      return {
        ...{ ...statistics, title: course.title, versions, troubled },
        stated: { ...(minutes !== undefined && { minutes }), ...(jp !== undefined && { jp }) },
        modules: (version?.modules ?? []).map(({ moduleId, kind, title }) => ({ moduleId, kind, title })),
      };
    },
    moduleOf: async (principal, place, wish) => {
      const found = await moduleStatisticsFor(deps, { principal, ...place, wish: textsOf(wish) });
      const { course, versions, module, statistics } = found;
      const { moduleId, kind, title } = module;
      return { ...statistics, title: course.title, versions, module: { moduleId, kind, title } };
    },
    launchOf: async (principal, { courseId, sessionId }) => {
      const { course, versions } = await getCourse(deps, { principal, courseId: courseId as CourseId });
      const { session, entries } = await readLaunchLog(deps, { courseId, sessionId });
      const content = await deps.content.find(courseId, session.version);
      const moduleId = content?.parts[session.auIndex]?.moduleId;
      const module = versions
        .find(({ version }) => version === session.version)
        ?.modules.find((one) => one.moduleId === moduleId);
      const calls = entries.flatMap((entry) => entry.calls);
      const { startedAt, version, learner } = session;
      return {
        ...{ courseId, title: course.title, sessionId, startedAt, version, learner, calls: calls.length },
        ...(module && { module: { moduleId: module.moduleId, kind: module.kind, title: module.title } }),
        wrong: calls
          .filter(({ error = 0 }) => error !== 0)
          .slice(0, mostCalls)
          .map(({ at, call, element, value, error = 0 }) => ({
            ...{ at, call, error },
            ...(element !== undefined && { element }),
            ...(value !== undefined && { value }),
          })),
      };
    },
    csvOf: async (rows) => rows.map((row) => csvRecord(row)).join(''),
  };
}

const textsOf = ({ version, from, until }: StatisticsWish): WishText => ({ version, from, until });
