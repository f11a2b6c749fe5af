import type { CourseDetails, CourseModule, Review } from '@sinau/catalogue';
import type { CourseFacts, ModuleView, ReviewComment } from '@sinau/web';

/** What authors and reviewers read of a course, in the words of the pages. */
export const factsOf = ({
  form,
  subject,
  competencies,
  languages,
  audience,
  price,
  minutes,
}: CourseDetails): CourseFacts => ({
  ...{ form, subject, competencies, languages, audience, price },
  ...(minutes !== undefined && { minutes }),
});

export function moduleView(module: CourseModule): ModuleView {
  const { moduleId, kind, title, auCount, required, after, moveOn, share } = module;
  return {
    ...{ moduleId, kind, title, parts: auCount, required, after },
    ...(moveOn && { moveOn }),
    ...(share !== undefined && { share }),
  };
}

export const commentsOf = ({ comments }: Review): readonly ReviewComment[] =>
  comments.map(({ by, side, at, text }) => ({ by: by.name, side, at, text }));
