import { isMoveOnMet, untouched } from '@sinau/cmi5';
import type { CourseContent } from './ports.ts';
import type { DeliveryRegistration } from './registration.ts';

/** Indexes of the AUs that must be done before this one may be launched, and are not; empty when it is open. */
export function locksOf(
  content: CourseContent,
  of: { readonly auIndex: number; readonly aus: DeliveryRegistration['aus'] },
): readonly number[] {
  return (content.parts[of.auIndex]?.after ?? []).filter((index) => {
    const au = content.structure.aus[index];
    return au !== undefined && !isMoveOnMet(au.moveOn, of.aus[index] ?? untouched);
  });
}
