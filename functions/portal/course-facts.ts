import type { Course, CourseDetails, CourseModule, Review, VersionDifference } from '@sinau/catalogue';
import type { ChangeView, CourseFacts, ModuleView, ReviewComment } from '@sinau/web';
import { readMoveEffect } from '../shared/move-effect.ts';
import type { PortalDeps } from './deps.ts';

/** What authors and reviewers read of a course, in the words of the pages. */
export const factsOf = ({
  form,
  subject,
  competencies,
  languages,
  audience,
  price,
  minutes,
  classification,
}: CourseDetails): CourseFacts => ({
  ...{ form, subject, competencies, languages, audience, price },
  ...(minutes !== undefined && { minutes }),
  ...(classification && { classification }),
});

/** Hours that were stated with publishing count while a draft or version says none of its own. */
export function jpOf(words: Pick<Course, 'jp'>, course: Pick<Course, 'jp'>): Pick<Course, 'jp'> {
  const jp = words.jp ?? course.jp;
  return jp === undefined ? {} : { jp };
}

export function moduleView(module: CourseModule): ModuleView {
  const {
    moduleId,
    kind,
    title,
    auCount,
    required,
    after,
    moveOn,
    share,
    statusMayFall,
    quiz,
    completion,
    frame,
  } = module;
  return {
    ...{ moduleId, kind, title, parts: auCount, required, after },
    ...(moveOn && { moveOn }),
    ...(share !== undefined && { share }),
    ...(statusMayFall && { statusMayFall }),
    ...(quiz && { quiz }),
    ...(completion && { completion }),
    ...(frame && { frame }),
  };
}

export const commentsOf = ({ comments }: Review): readonly ReviewComment[] =>
  comments.map(({ by, side, at, text }) => ({ by: by.name, side, at, text }));

/** The difference with the number of learners it concerns. */
export async function changesOf(
  deps: Pick<PortalDeps, 'enrolments' | 'registrations'>,
  course: Course,
  difference: VersionDifference | undefined,
): Promise<ChangeView | undefined> {
  if (!difference) return undefined;
  const { courseId, versionRule } = course;
  const effect = await readMoveEffect(deps, { courseId, version: difference.to });
  const { from, modules, parts, carried } = difference;
  const { running, moving, partly } = effect;
  return { from, modules, parts, carried, running, moving: moving[versionRule], partly };
}
