import type { CourseGate } from '@sinau/enrolment';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { RegistrationGate } from '@sinau/programmes';
import type { PathDesk } from './path-parts.ts';

type Desk = () => Promise<Pick<PathDesk, 'paths' | 'members' | 'steps'>>;

/** Learning paths as enrolment asks them; loaded when somebody enrols. */
export const pathGateOf = (desk: Desk): CourseGate => ({
  requireOpen: async ({ personId, courseId }) => {
    const { requireOpen } = await import('@sinau/programmes');
    await requireOpen(await desk(), { personId, of: courseId });
  },
});

export const createPathGate = (stores: { readonly dynamo: Dynamo; readonly table: string }): CourseGate =>
  pathGateOf(async () => (await import('./path-parts.ts')).createPathDesk(stores));

/** The same as events ask them. */
export const registrationGateOf = (desk: Desk): RegistrationGate => ({
  requireOpen: async ({ personId, eventId }) => {
    const { requireOpen } = await import('@sinau/programmes');
    await requireOpen(await desk(), { personId, of: eventId });
  },
});

export const createRegistrationGate = (stores: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): RegistrationGate =>
  registrationGateOf(async () => (await import('./path-parts.ts')).createPathDesk(stores));
