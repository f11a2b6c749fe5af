import type { CourseId } from '@sinau/catalogue';
import { InvalidInput } from '@sinau/kernel';

/** A version of a course, from the parts of an address. */
export function placeOf(params: Record<string, string>): {
  readonly courseId: CourseId;
  readonly version: number;
} {
  const { courseId = '', version = '' } = params;
  if (!/^[1-9]\d{0,5}$/.test(version)) {
    throw new InvalidInput('A version is a number from 1.', {
      issues: [{ path: '/version', message: 'write the number of the version, e.g. 2' }],
    });
  }
  return { courseId: courseId as CourseId, version: Number(version) };
}
