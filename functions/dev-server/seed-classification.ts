import { draftEditSchema, type EditDeps, editDraft, freezeDraft, publishCourse } from '@sinau/catalogue';
import type { PersonPrincipal } from '@sinau/kernel';

const classification = {
  coreValues: ['accountable', 'adaptive'],
  fields: ['keamanan-siber', 'komunikasi-digital'],
  digitalPillars: ['skills', 'safety'],
  certification: 'course',
} as const;

/** What the sample course is about, as its author says it in a second version; of a course that nobody has touched since. Once. */
export async function seedClassification(deps: EditDeps, principal: PersonPrincipal): Promise<void> {
  const { providerId } = principal;
  if (providerId === undefined) return;
  const { courses } = await deps.courses.listOfProvider(providerId, { limit: 2 });
  const [course, other] = courses;
  if (!course || other || course.publishedVersion !== 1 || course.latestVersion !== 1) return;
  const { courseId, rev, draft } = course;
  const details = { ...draft.details, subject: 'digital', languages: ['id', 'en'], classification };
  const edit = draftEditSchema.parse({ rev, details });
  await editDraft(deps, { principal, courseId, edit });
  await freezeDraft(deps, { principal, courseId });
  await publishCourse(deps, { principal, courseId, request: { jp: '4' } });
}
