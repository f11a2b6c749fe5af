import type { CourseGate } from '@sinau/enrolment';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { PathDesk } from './path-parts.ts';

/** Learning paths as enrolment asks them; loaded when somebody enrols. */
export const pathGateOf = (
  desk: () => Promise<Pick<PathDesk, 'paths' | 'members' | 'steps'>>,
): CourseGate => ({
  requireOpen: async ({ personId, courseId }) => {
    const { requireOpen } = await import('@sinau/programmes');
    await requireOpen(await desk(), { personId, of: courseId });
  },
});

export const createPathGate = (stores: { readonly dynamo: Dynamo; readonly table: string }): CourseGate =>
  pathGateOf(async () => (await import('./path-parts.ts')).createPathDesk(stores));
