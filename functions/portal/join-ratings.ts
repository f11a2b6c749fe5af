import { type CourseId, ownCourse } from '@sinau/catalogue';
import {
  decideReport,
  listRatings,
  listReports,
  type ReportView,
  rateCourse,
  reportComment,
  withdrawRating,
} from '@sinau/catalogue/ratings';
import type { RatingsPorts } from '@sinau/web';
import { createExperience } from '../shared/course-experience.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';

/** Ratings of learners, what authors read of them, and what operators decide about comments. */
export function joinRatings(deps: PortalDeps): RatingsPorts {
  const rating = { ...deps, experience: createExperience(deps) };
  const at = (courseId: string) => courseId as CourseId;
  return {
    rate: async (principal, courseId, request) => {
      await rateCourse(rating, { principal, courseId: at(courseId), request });
    },
    withdraw: (principal, courseId) => withdrawRating(deps, { principal, courseId: at(courseId) }),
    ofCourse: async (principal, courseId, after) => {
      const own = { principal, courseId: at(courseId) };
      const { title } = await ownCourse(deps, own);
      const pages = sealedPages(deps, { list: 'ratings', by: principal, of: courseId });
      const { next, ...found } = await listRatings(deps, { ...own, ...pages.open(after) });
      return { courseId, title, ...found, ...(next !== undefined && { next: pages.seal(next) }) };
    },
    report: (principal, courseId, commentId) =>
      reportComment(deps, { principal, courseId: at(courseId), commentId }),
    reports: async () => {
      const [reported, hidden] = await Promise.all([
        listReports(deps, 'reported'),
        listReports(deps, 'hidden'),
      ]);
      return { reported: reported.map(viewOf), hidden: hidden.map(viewOf) };
    },
    decide: (report) => decideReport(deps, report),
  };
}

const viewOf = ({ course, ...report }: ReportView) => ({ ...report, courseTitle: course.title });
