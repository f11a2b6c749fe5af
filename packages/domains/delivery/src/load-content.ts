import type { Au } from '@sinau/cmi5';
import { DeliveryNotFound } from './errors.ts';
import type { CourseContent, CourseContentPort, PartContent } from './ports.ts';

/** The course version of a registration; it was there when the learner enrolled and never changes. */
export async function loadContent(
  deps: { readonly content: CourseContentPort },
  course: { readonly courseId: string; readonly version: number },
): Promise<CourseContent> {
  const content = await deps.content.find(course.courseId, course.version);
  if (!content) throw new DeliveryNotFound('This course has nothing to launch.');
  return content;
}

export function partAt(content: CourseContent, auIndex: number): PartContent {
  const part = content.parts[auIndex];
  if (!part) throw new DeliveryNotFound('This course has no such part.');
  return part;
}

export function auAt(content: CourseContent, auIndex: number): Au {
  const au = content.structure.aus[auIndex];
  if (!au) throw new DeliveryNotFound('This course has no such part.');
  return au;
}
