import type { ProviderId } from '@sinau/kernel';
import * as z from 'zod';
import { type CompetencyId, type Level, levelSchema } from './competency.ts';
import { nationalIds } from './national-dictionary.ts';

export interface Taught {
  readonly competencyId: CompetencyId;
  /** That the course leads to. */
  readonly level: Level;
}

/** Which of the nine competencies a course teaches, as its provider says. Finishing it is evidence for whoever assesses, never a level. */
export interface CourseTeaching {
  readonly courseId: string;
  readonly providerId: ProviderId;
  /** Each competency once. */
  readonly teaches: readonly Taught[];
  readonly updatedAt: string;
  readonly rev: number;
}

const nationalId = z.custom<CompetencyId>((value) => nationalIds.some((one) => one === value));

export const teachingRequestSchema = z.strictObject({
  teaches: z
    .array(z.strictObject({ competencyId: nationalId, level: levelSchema }))
    .max(9)
    .refine((all) => new Set(all.map(({ competencyId }) => competencyId)).size === all.length, {
      message: 'must name each competency once',
    }),
});
