import type { Clock, ProviderId } from '@sinau/kernel';
import { CompetencyChanged } from './errors.ts';
import type { TeachingStore } from './ports.ts';
import type { CourseTeaching, Taught } from './teaching.ts';

/** Says what a course teaches, whole. `rev`: as it was read, 0 for never. Who may say so, the caller has decided. */
export async function setTeaching(
  { teaching, clock }: { readonly teaching: TeachingStore; readonly clock: Clock },
  input: {
    readonly courseId: string;
    readonly providerId: ProviderId;
    readonly teaches: readonly Taught[];
    readonly rev: number;
  },
): Promise<void> {
  const next: CourseTeaching = { ...input, updatedAt: clock.now().toISOString() };
  if ((await teaching.save(next)) === 'conflict') throw new CompetencyChanged();
}
