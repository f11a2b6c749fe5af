import {
  type CourseId,
  CourseNotFound,
  commentReview,
  compareWithPublished,
  decideReview,
  getReview,
  listReviews,
} from '@sinau/catalogue';
import { organisationName } from '@sinau/identity';
import type { PersonPrincipal } from '@sinau/kernel';
import type { ReviewPorts, VersionPlace } from '@sinau/web';
import { classifiedNames } from './classification-names.ts';
import { changesOf, commentsOf, factsOf, jpOf, moduleView } from './course-facts.ts';
import type { PortalDeps } from './deps.ts';
import { joinTrial } from './join-trial.ts';
import { reviewedSections } from './reviewed-quiz.ts';

export function joinReviews(deps: PortalDeps): ReviewPorts {
  const at = (principal: PersonPrincipal, { courseId, version }: VersionPlace) =>
    ({ principal, courseId: courseId as CourseId, version }) as const;
  return {
    waiting: async (principal) =>
      (await listReviews(deps, { principal })).map(
        ({ courseId, version, title, submittedBy, submittedAt }) => ({
          ...{ courseId, version, title, submittedBy: submittedBy.name, submittedAt },
        }),
      ),
    versionOf: async (principal, place) => {
      const { course, version, review } = await getReview(deps, at(principal, place));
      const { providerId } = course;
      const provider = await organisationName(deps, { kind: 'provider', providerId });
      const { title, description, details, modules } = version;
      const comparing = { courses: deps.courses, content: deps.contentRoom };
      const difference = await compareWithPublished(comparing, { course, version: place.version });
      const changes = await changesOf(deps, course, difference);
      const classified = await classifiedNames(details.classification);
      const { state, submittedBy, submittedAt, checked } = review;
      return {
        ...{ ...place, rev: course.rev, title, description, provider: provider ?? '' },
        ...jpOf(version, course),
        ...{ facts: factsOf(details), modules: modules.map(moduleView) },
        ...(classified && { classified }),
        ...{ state, submittedBy: submittedBy.name, submittedAt, checked, comments: commentsOf(review) },
        versionRule: course.versionRule,
        ...(changes && { changes }),
        mayDecide: submittedBy.id !== principal.personId,
      };
    },
    quizOf: async (principal, place, moduleId) => {
      const { version } = await getReview(deps, at(principal, place));
      const module = version.modules.find((one) => one.moduleId === moduleId);
      const made =
        module?.kind === 'quiz' ? await deps.contentRoom.readPackage(module.originHash) : undefined;
      if (!module || made?.kind !== 'quiz') throw new CourseNotFound();
      return { course: version.title, title: module.title, sections: reviewedSections(made.quiz) };
    },
    comment: async (principal, place, text) => {
      await commentReview(deps, { ...at(principal, place), comment: { text } });
    },
    decide: async (principal, place, decision) => {
      const checked = [...decision.checked];
      await decideReview(deps, { ...at(principal, place), decision: { ...decision, checked } });
    },
    preview: joinTrial(deps, async (principal, { courseId, version = 0 }) =>
      getReview(deps, at(principal, { courseId, version })),
    ),
  };
}
