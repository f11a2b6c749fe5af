import * as z from 'zod';
import { envelope } from './envelope.ts';

const states = ['active', 'completed', 'left'] as const;

/** How somebody stands on a learning path, where that has changed. From programmes. */
export const pathMemberChangedSchema = z.object({
  ...envelope,
  type: z.literal('path-member-changed'),
  pathId: z.string(),
  personId: z.string(),
  state: z.enum(states),
  /** Absent: they were not on it. */
  before: z.enum(states).exactOptional(),
});
export type PathMemberChanged = z.infer<typeof pathMemberChangedSchema>;
