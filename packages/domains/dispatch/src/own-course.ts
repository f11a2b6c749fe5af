import type { Principal } from '@sinau/kernel';
import { DispatchNotFound } from './errors.ts';
import type { DispatchCourse, DispatchCoursePort } from './ports.ts';

/** A course of the caller's own provider; every other one is not found. */
export async function ownCourse(
  deps: { readonly courses: DispatchCoursePort },
  input: { readonly principal: Principal; readonly courseId: string },
): Promise<DispatchCourse> {
  const course = await deps.courses.find(input.courseId);
  if (!course || !isOwn(input.principal, course)) throw new DispatchNotFound();
  return course;
}

/** The provider comes from the credential, never from a request. */
export function isOwn(principal: Principal, { providerId }: Pick<DispatchCourse, 'providerId'>): boolean {
  if (principal.kind === 'person') return principal.providerId === providerId;
  if (principal.kind !== 'client' || principal.tenant.kind !== 'provider') return false;
  return principal.tenant.providerId === providerId;
}
