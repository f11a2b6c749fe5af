import type { PersonId } from '@sinau/kernel';
import type { TeachingStore } from './ports.ts';
import { type ProfileDeps, readStanding } from './profile.ts';

/**
 * Levels of the largest gap of somebody that a course leads beyond: what their post asks for less what others have found, no further than the course
 * teaches. 0 for whom no post, standard or assessment is known, and where the course says nothing of it. What people say of themselves is no gap
 * (case L14).
 */
export async function gapClosedBy(
  deps: ProfileDeps & { readonly teaching: Pick<TeachingStore, 'find'> },
  { personId, courseId }: { readonly personId: PersonId; readonly courseId: string },
): Promise<number> {
  const teaching = await deps.teaching.find(courseId);
  if (!teaching || teaching.teaches.length === 0) return 0;
  const member = await deps.staff.find(personId);
  if (!member) return 0;
  const { comparison } = await readStanding(deps, member);
  const closed = comparison.rows.map(({ competencyId, gap = 0, held = 0 }) => {
    const taught = teaching.teaches.find((one) => one.competencyId === competencyId)?.level ?? 0;
    return Math.min(gap, taught - held);
  });
  return Math.max(0, ...closed);
}
