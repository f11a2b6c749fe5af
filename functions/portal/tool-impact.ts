import type { Course } from '@sinau/catalogue';
import type { LtiTool } from '@sinau/delivery/lti';
import { runningPages } from '@sinau/enrolment';
import type { ToolImpact } from '@sinau/web';
import { createLtiContexts } from '../shared/lti-contexts.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

export type ImpactDeps = Pick<PortalDeps, 'courses' | 'content' | 'enrolments'>;

const pageSize = 100;
/** A page waits for it: of a provider with more courses, or a course with more learners, it says "at least". */
const mostCourses = 1000;
const mostPages = 50;

/** What turning a tool off would stop: courses whose published version has a part of it, and whoever is on a version that has one. */
export async function toolImpact(deps: ImpactDeps, tool: LtiTool): Promise<ToolImpact> {
  const { courses, isMore } = await coursesOf(deps, tool);
  const found = await inTurns(courses, (course) => impactOn(deps, tool, course));
  return {
    courses: found.filter(({ stops }) => stops).length,
    learners: found.reduce((sum, { learners }) => sum + learners, 0),
    isMore: isMore || found.some((one) => one.isMore),
  };
}

async function coursesOf(deps: ImpactDeps, { providerId }: LtiTool) {
  const courses: Course[] = [];
  let after: string | undefined;
  do {
    const page = await deps.courses.listOfProvider(providerId, { limit: pageSize, ...(after && { after }) });
    courses.push(...page.courses.filter(({ latestVersion }) => latestVersion > 0));
    after = page.last;
  } while (after !== undefined && courses.length < mostCourses);
  return { courses: courses.slice(0, mostCourses), isMore: after !== undefined };
}

async function impactOn(deps: ImpactDeps, { clientId }: LtiTool, course: Course) {
  const context = await createLtiContexts(deps).find(course.courseId);
  const links = context?.links.filter(({ placement }) => placement.clientId === clientId) ?? [];
  const versions = new Set(links.flatMap((link) => link.versions));
  if (versions.size === 0) return { stops: false, learners: 0, isMore: false };
  const { learners, isMore } = await learnersOn(deps, course, versions);
  const { publishedVersion } = course;
  const isOffered = publishedVersion !== undefined && versions.has(publishedVersion);
  return { stops: isOffered || learners > 0, learners, isMore };
}

async function learnersOn({ enrolments }: ImpactDeps, course: Course, versions: ReadonlySet<number>) {
  let [learners, pages] = [0, 0];
  for await (const page of runningPages({ enrolments }, { courseId: course.courseId, limit: pageSize })) {
    learners += page.enrolments.filter(({ version }) => versions.has(version)).length;
    pages += 1;
    if (pages >= mostPages) return { learners, isMore: page.hasMore };
  }
  return { learners, isMore: false };
}
