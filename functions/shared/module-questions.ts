import {
  type ContentRoom,
  type CourseId,
  CourseNotFound,
  type CourseStore,
  ownCourse,
} from '@sinau/catalogue';
import type { Principal } from '@sinau/kernel';
import { type ImportWish, questionsOfQuiz } from '@sinau/questions';

/**
 * Questions of a quiz that stands in the draft of one's own course: uploaded there as Moodle XML or a quiz of Sinau, and
 * read and reported on by the import. Foreign, absent and no quiz get one answer.
 */
export async function readModuleQuestions(
  deps: { readonly courses: CourseStore; readonly content: Pick<ContentRoom, 'readPackage'> },
  of: {
    readonly principal: Principal;
    readonly courseId: string;
    readonly moduleId: string;
    readonly wish: ImportWish;
  },
) {
  const { draft } = await ownCourse(deps, { ...of, courseId: of.courseId as CourseId });
  const module = draft.modules.find(({ moduleId }) => moduleId === of.moduleId);
  const found = module?.kind === 'quiz' ? await deps.content.readPackage(module.originHash) : undefined;
  if (found?.kind !== 'quiz') throw new CourseNotFound();
  return questionsOfQuiz(found.quiz, of.wish);
}
