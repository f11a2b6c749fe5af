import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { AdapterFailureReason, ConnectionId, HealthStore } from '@sinau/connectors';

/** Faults by which learners cannot get in either; a refused secret of ours is none of them. */
const reasons: ReadonlySet<AdapterFailureReason> = new Set<AdapterFailureReason>([
  'unreachable',
  'timeout',
  'tls',
  'server-error',
]);

/** Since when the system that shows a course has not answered; undefined where it does, or where the course is all ours. */
export async function providerDownSince(
  deps: { readonly courses: Pick<CourseStore, 'find'>; readonly health: Pick<HealthStore, 'read'> },
  courseId: string,
): Promise<string | undefined> {
  const source = (await deps.courses.find(courseId as CourseId))?.source;
  if (!source) return undefined;
  const { circuit } = await deps.health.read(source.connectionId as ConnectionId);
  const isDown = circuit.state === 'open' && circuit.reason !== undefined && reasons.has(circuit.reason);
  return isDown ? circuit.openedAt : undefined;
}
